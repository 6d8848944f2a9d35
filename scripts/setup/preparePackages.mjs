import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npmCommand } from './fetchNpmFile.mjs'
import { runLimited } from './runLimited.mjs'
import { SetUpError } from './setUpError.mjs'
import { withSetupLock } from './setupLock.mjs'

const installLimitMs = 900_000

/**
 * Sees to it that node_modules is what package-lock.json says, by `npm ci` where it is not. A stamp in node_modules
 * holds the lockfile's hash; npm removes it first and we write it last, so a half install is done again.
 */
export const preparePackages = async ({ root, say }) => {
  const hash = lockHash(root)
  if (isStamped(root, hash)) return
  // The lock lies in the temporary folder, because npm empties node_modules.
  const lockFile = join(
    tmpdir(),
    `backlot-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`,
  )
  const onWait = (pid) => say(`process ${pid} is installing the packages: waiting for it`)
  await withSetupLock(lockFile, { onWait }, async () => {
    if (isStamped(root, hash)) return
    if (!isInstalled(root)) await install(root, say)
    writeFileSync(stampOf(root), hash)
  })
}

const install = async (root, say) => {
  const began = Date.now()
  say('installing the packages of package-lock.json (npm ci) …')
  const { command, args } = npmCommand()
  const asked = [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { problem } = await runLimited(command, asked, { limitMs: installLimitMs, cwd: root })
  if (problem) throw notInstalled(problem)
  say(`packages installed in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

const notInstalled = (problem) =>
  new SetUpError({
    code: 'PACKAGES_NOT_INSTALLED',
    what: 'The packages Backlot is built from could not be installed.',
    why: `npm ci: ${problem}`,
    fix: /in sync/.test(problem)
      ? 'Run npm install once, so that package-lock.json fits package.json again.'
      : 'Connect this machine to the npm registry (npm config get registry says which), make sure about 1.5 GB of disk are free, and run the same command again.',
  })

const stampOf = (root) => join(root, 'node_modules', '.backlot-lock')
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

const isStamped = (root, hash) => {
  try {
    return existsSync(innerLock(root)) && readFileSync(stampOf(root), 'utf8') === hash
  } catch {
    return false
  }
}

const innerLock = (root) => join(root, 'node_modules', '.package-lock.json')

/** Whether somebody's own `npm ci` or `npm install` already brought exactly what the lockfile asks for. */
const isInstalled = (root) => {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const here = JSON.parse(readFileSync(innerLock(root), 'utf8')).packages
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true
      const own = here[path]
      return own ? own.version === version && own.integrity === integrity : Boolean(optional)
    })
  } catch {
    return false
  }
}
