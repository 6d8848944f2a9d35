#!/usr/bin/env node
// npm run check: format, lint, types, walls, unused code, generated files. One line each, cheap ones first; what a
// failed one said comes below its line. `npm run check -- lint types` runs only these.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from './setup/checkNode.mjs'
import { setUpStory } from './setup/setUpError.mjs'

const script = (root, ...path) => join(root, ...path)
const checks = (root) => {
  const bin = (...path) => script(root, 'node_modules', ...path)
  return [
    { name: 'format', argv: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
    {
      name: 'walls',
      argv: [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'src',
        'payload.config.ts',
      ],
    },
    { name: 'unused', argv: [bin('knip/bin/knip.js')] },
    { name: 'types', argv: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
    { name: 'generated', argv: [script(root, 'scripts/generate.mjs'), '--check'] },
    { name: 'compositor', argv: [script(root, 'scripts/build-compositor.mjs'), '--check'] },
    {
      name: 'lint',
      argv: [
        bin('eslint/bin/eslint.js'),
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        '.backlot/eslint/',
        '.',
      ],
    },
  ]
}

const run = (root, { name, argv }) =>
  new Promise((done) => {
    const began = performance.now()
    const child = spawn(process.execPath, argv, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1', FORCE_COLOR: '0' },
    })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
      const stop = () => child.kill(signal)
      process.once(signal, stop)
      return () => process.off(signal, stop)
    })
    child.on('close', (code, signal) => {
      for (const off of signals) off()
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${seconds} s\n`)
      if (code !== 0) process.stdout.write(`${Buffer.concat(said).toString().trimEnd()}\n`)
      done({ ok: code === 0, interrupted: signal !== null })
    })
  })

try {
  checkNode()
  const { setUp } = await import('./setup/setUp.mjs')
  const { root } = await setUp()
  const asked = process.argv.slice(2)
  const all = checks(root).filter(({ argv }) => existsSync(argv[0]))
  const unknown = asked.filter((name) => !all.some((check) => check.name === name))
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no check ${unknown.join(', ')}; there are: ${all.map(({ name }) => name).join(' ')}\n`,
    )
    process.exit(2)
  }
  let failed = 0
  for (const check of all) {
    if (asked.length > 0 && !asked.includes(check.name)) continue
    const { ok, interrupted } = await run(root, check)
    if (interrupted) process.exit(130)
    if (!ok) failed++
  }
  process.exitCode = failed > 0 ? 1 : 0
} catch (error) {
  const { what, why, fix } = setUpStory(error)
  process.stderr.write(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`)
  process.exitCode = 2
}
