#!/usr/bin/env node
// Builds the web part into .next when its sources changed since the last build; two that ask at once share one build.
// Says on stderr what it does; ends with 1 and the reason when it fails.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runLimited } from './setup/runLimited.mjs'
import { withSetupLock } from './setup/setupLock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const markFile = join(root, '.next', 'backlot-build')
const limitMs = 900_000
const say = (line) => process.stderr.write(`${line}\n`)

/** Content, not times: a checkout changes times. */
const markOfSources = () => {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .sort()
  const others = ['payload.config.ts', 'next.config.mjs', 'tsconfig.json', 'package-lock.json'].map((name) => join(root, name))
  for (const file of [...sources, ...others]) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
} // prettier-ignore

const isBuilt = (mark) =>
  existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark

const build = async () => {
  const mark = markOfSources()
  if (isBuilt(mark)) return
  say('Building the web part once: about a minute …')
  rmSync(markFile, { force: true })
  const began = Date.now()
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { problem } = await runLimited(process.execPath, [next, 'build'], { limitMs, cwd: root, env })
  if (problem) throw new Error(problem)
  writeFileSync(markFile, mark)
  say(`Built in ${((Date.now() - began) / 1000).toFixed(0)} s.`)
}

try {
  const lockFile = join(root, 'node_modules', '.cache', 'backlot-build.lock')
  await withSetupLock(lockFile, { onWait: (pid) => say(`Process ${pid} is building; waiting for it …`) }, build)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
