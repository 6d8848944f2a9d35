#!/usr/bin/env node
// Builds the web part into .next when its sources changed since the last build; two that ask at once share one build.
// Says on stderr what it does; ends with 1 and the reason when it fails.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { house } from '../house.js'
import { runLimited } from './setup/runLimited.mjs'
import { withSetupLock } from './setup/setupLock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const markFile = join(root, '.next', 'backlot-build')
const limitMs = 900_000
const say = (line) => process.stderr.write(`${line}\n`)

/** The web part's rooms and what they may import, by the table that lint holds them to. */
const rooms = new Set(['app', 'admin', 'collections', 'endpoints'])
for (const room of rooms) for (const other of house[room] ?? []) rooms.add(other.split('/')[0])

/** What a build is made from; files that lie in no room belong to all. */
const filesOf = () => [
  ...readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .filter((file) => {
      const [room, ...below] = relative(join(root, 'src'), file).split(sep)
      return below.length === 0 || rooms.has(room)
    })
    .sort(),
  ...readdirSync(join(root, 'migrations')).map((name) => join(root, 'migrations', name)),
  ...[
    'payload.config.ts',
    'next.config.mjs',
    'scripts/setup/dropCostlyRules.cjs',
    'tsconfig.json',
    'package-lock.json',
  ].map((name) => join(root, name)),
]

/** Content: a checkout changes times. */
const markOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Sizes and times: when they stand, so does the content, and nothing need be read. */
const glanceOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** What was built last: the mark on the first line, the glance on the second. */
const built = () => {
  const isThere = existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(markFile)
  const [mark, glance] = isThere ? readFileSync(markFile, 'utf8').split('\n') : []
  return { mark, glance }
}

const build = async () => {
  const files = filesOf()
  const glance = glanceOf(files)
  const last = built()
  if (last.glance === glance) return
  const mark = markOf(files)
  const keep = () => writeFileSync(markFile, `${mark}\n${glance}`)
  if (last.mark === mark) return keep()
  say('Building the web part once: about a minute …')
  rmSync(markFile, { force: true })
  const began = Date.now()
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { problem } = await runLimited(process.execPath, [next, 'build'], { limitMs, cwd: root, env })
  if (problem) throw new Error(problem)
  keep()
  say(`Built in ${((Date.now() - began) / 1000).toFixed(0)} s.`)
}

try {
  const lockFile = join(root, 'node_modules', '.cache', 'backlot-build.lock')
  await withSetupLock(lockFile, { onWait: (pid) => say(`Process ${pid} is building; waiting for it …`) }, build)
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
