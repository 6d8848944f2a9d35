#!/usr/bin/env node
// Every command of Backlot: sets up what is missing, bundles src/cli/main.ts and goes on as that program, in this
// process, so that signals and the exit code are the command's own. stdout belongs to the command.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checkNode } from './setup/checkNode.mjs'
import { setUpStory } from './setup/setUpError.mjs'

const startedAt = performance.timeOrigin
const argv = process.argv.slice(2)

/** What is imported here only loads on a Node that `checkNode` accepts. */
const prepare = async () => {
  checkNode()
  const settings = fileURLToPath(new URL('../.env', import.meta.url))
  if (existsSync(settings)) process.loadEnvFile(settings) // what the shell has set stands
  const { setUp } = await import('./setup/setUp.mjs')
  const { bundle, endBundling } = await import('./setup/bundle.mjs')
  const ready = await setUp({ tolerant: argv[0] === 'doctor' })
  const folder = await bundle(ready.root)
  await endBundling()
  process.setSourceMapsEnabled(Boolean(process.env.BACKLOT_DEBUG))
  const program = join(folder, 'main.mjs')
  return { ...ready, program, main: await import(pathToFileURL(program).href) }
}

const refuse = (exitCode) => (error) => {
  const { code, what, why, fix } = error.story ?? setUpStory(error)
  process.stderr.write(`${what}\n  Why: ${why}\n  Fix: ${fix}\n`)
  if (process.env.BACKLOT_DEBUG) process.stderr.write(`${error.stack}\n`)
  if (argv.includes('--json')) {
    const story = { code, message: `${what} ${why} ${fix}`, what, why, fix }
    process.stdout.write(`${JSON.stringify({ errors: [story] })}\n`)
  }
  process.exitCode = exitCode
}

const ready = await prepare().catch(refuse(2))
if (ready) {
  const { main, ...found } = ready
  process.exitCode = (await main.main(argv, { ...found, startedAt }).catch(refuse(1))) ?? process.exitCode
}
// The command is over: a forgotten timer of some package must not hold the prompt, but what was said must be out.
const said = (stream) => new Promise((resolve) => stream.write('', resolve))
await Promise.all([said(process.stdout), said(process.stderr)])
process.exit()
