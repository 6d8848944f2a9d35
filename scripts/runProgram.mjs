// Sets up what is missing, then runs a TypeScript program of this checkout with the arguments of the command.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { checkNode } from './setup/checkNode.mjs'
import { setUpStory } from './setup/setUpError.mjs'

/** `program` is its path in the checkout; its exit code becomes this one's. */
export const runProgram = async (program) => {
  try {
    checkNode()
    const { setUp } = await import('./setup/setUp.mjs')
    const { root, home } = await setUp()
    const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
    const child = spawn(process.execPath, [tsx, join(root, program), ...process.argv.slice(2)], {
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
}
