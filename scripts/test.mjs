#!/usr/bin/env node
// All tests: sets up what is missing, then runs vitest. `--fast` leaves out browser, chaos, the judged pictures, whole films and what
// asks the server hundreds of times; `--dev` tries `npm run dev` alone, which compiles everything anew; every other
// argument is vitest's own. What tests write lies in memory where there is room for it, and is gone with them.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from './setup/checkNode.mjs'
import { setUpStory } from './setup/setUpError.mjs'

const slow = [
  ...[
    'tests/e2e/**',
    'tests/chaos/**',
    'tests/judges/**',
    'tests/whole-film*',
    'tests/handoff/{archive,projects,export}*',
  ],
  ...['tests/access/rights*', 'tests/providers/ffmpeg/{film,mix}*', 'tests/host/mongod/openMongod*'],
]

const compiling = 'tests/e2e/dev.test.ts'

try {
  checkNode()
  const { setUp } = await import('./setup/setUp.mjs')
  const { memoryFolder } = await import('./setup/memoryFolder.mjs')
  const { root, home } = await setUp()
  const asked = process.argv.slice(2)
  const fast = asked.includes('--fast')
  const args = [
    'run',
    ...asked.filter((arg) => arg !== '--fast' && arg !== '--dev'),
    ...(asked.includes('--dev') ? [compiling] : [`--exclude=${compiling}`]),
    ...(fast ? slow.map((path) => `--exclude=${path}`) : []),
  ]
  const folder = memoryFolder()
  const inMemory = folder === null ? {} : { TMPDIR: folder, BACKLOT_TESTS_HOME: join(folder, 'database') }
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BACKLOT_HOME: home, ...inMemory },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
} catch (error) {
  const { what, why, fix } = setUpStory(error)
  process.stderr.write(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`)
  process.exitCode = 2
}
