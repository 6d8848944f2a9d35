import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'

/** Has the web part built when its sources changed. Fails: WEB_BUILD_FAILED. */
export const buildWeb = async (root: string, signal: AbortSignal): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'scripts/buildWeb.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.push(text)
    process.stderr.write(text)
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  if (code === 0) return
  throw new StudioError({
    code: 'WEB_BUILD_FAILED',
    what: 'The web part could not be built.',
    why: said.join('').trim().split('\n').at(-1) ?? '',
    fix: 'Mend what it names; deleting .next/ helps when its cache is broken.',
  })
}
