import { SetUpError } from './setUpError.mjs'

/** Backlot runs on Node 20.19 and later 20s, and on 22.12 and everything after. Throws a SetUpError otherwise. */
export const checkNode = (version = process.versions.node, platform = process.platform) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)))
    throw new SetUpError({
      code: 'NODE_TOO_OLD',
      what: `Node ${version} cannot run Backlot.`,
      why: 'Backlot needs Node 20.19 or later, or 22.12 or later.',
      fix: 'Install the current LTS line of Node and run the same command again.',
    })
  if (platform === 'win32')
    throw new SetUpError({
      code: 'PLATFORM_UNSUPPORTED',
      what: 'Backlot does not run on Windows itself.',
      why: 'The embedded database and the media tools are started the way Linux and macOS do it.',
      fix: 'Open a WSL2 terminal (wsl --install), clone Backlot inside it, and run the same command there.',
    })
}
