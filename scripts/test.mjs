#!/usr/bin/env node
// All tests: sets up what is missing, then runs vitest. `--fast` leaves out browser, chaos, the judged pictures, whole films and what
// asks the server hundreds of times; `--dev` tries `npm run dev` alone, which compiles everything anew; every other
// argument is vitest's own.
import { spawn } from 'node:child_process'
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
  ...[
    'tests/access/rights*',
    'tests/providers/ffmpeg/{film,mix}*',
    'tests/host/mongod/openMongod*',
    'tests/endpoints/fuzz*',
  ],
]

const compiling = 'tests/e2e/dev.test.ts'

try {
  checkNode()
  const { setUp } = await import('./setup/setUp.mjs')
  const { root, home } = await setUp()
  const asked = process.argv.slice(2)
  const fast = asked.includes('--fast')
  const args = [
    'run',
    ...asked.filter((arg) => arg !== '--fast' && arg !== '--dev'),
    ...(asked.includes('--dev') ? [compiling] : [`--exclude=${compiling}`]),
    ...(fast ? slow.map((path) => `--exclude=${path}`) : []),
  ]
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BACKLOT_HOME: home },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
} catch (error) {
  const { what, why, fix } = setUpStory(error)
  process.stderr.write(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`)
  process.exitCode = 2
}
