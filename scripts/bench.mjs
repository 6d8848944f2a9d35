#!/usr/bin/env node
// npm run bench [name …]: sets up what is missing, then measures. A table per name, and bench/results/<name>.json.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode } from './setup/checkNode.mjs'
import { setUpStory } from './setup/setUpError.mjs'

try {
  checkNode()
  const { setUp } = await import('./setup/setUp.mjs')
  const { root, home } = await setUp()
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const argv = [tsx, join(root, 'bench', 'run.ts'), ...process.argv.slice(2)]
  const child = spawn(process.execPath, argv, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BACKLOT_HOME: home },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => (process.exitCode = code ?? 130))
} catch (error) {
  const { what, why, fix } = setUpStory(error)
  process.stderr.write(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`)
  process.exitCode = 2
}
