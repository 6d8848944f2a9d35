import { build } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Order, Told } from './orders'

/** One program that carries out orders, and may be struck at any moment. */
export type Program = {
  pid: number
  /** Resolves with its port when it works; rejects when it ended before. */
  begin: (order: Order, log: (line: string) => void) => Promise<number>
  /** Resolves true when it ended its order well, false when it is dead. */
  end: () => Promise<boolean>
  strike: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void
  /** Resolves when it is gone; the signal, or null when it went by itself. */
  gone: Promise<NodeJS.Signals | null>
  isGone: () => boolean
}
export type Programs = { take: () => Promise<Program>; giveBack: (program: Program) => void; close: () => void }

/** Bundled once; some are kept warm, because loading is most of what a program costs. */
export const openPrograms = async (warm: number): Promise<Programs> => {
  const cache = resolve('node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'trials-'))
  const file = join(folder, 'program.mjs')
  await build({
    entryPoints: [resolve('tests/chaos/trials/program.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: resolve('tsconfig.json'),
  })
  const all = new Set<ChildProcess>()
  const idle: Promise<Program>[] = []
  let isOpen = true
  const fill = (): void => {
    while (isOpen && idle.length < warm) {
      const next = startProgram(file, all)
      next.catch(() => undefined) // ended while it began
      idle.push(next)
    }
  }
  return {
    take: async () => {
      const next = idle.shift() ?? startProgram(file, all)
      fill()
      const program = await next.catch(() => startProgram(file, all))
      return program.isGone() ? startProgram(file, all) : program
    },
    giveBack: (program) => {
      if (!program.isGone()) idle.push(Promise.resolve(program))
    },
    close: () => {
      isOpen = false
      for (const child of all) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const startProgram = (file: string, all: Set<ChildProcess>): Promise<Program> =>
  new Promise((begun, failed) => {
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    all.add(child)
    let isGone = false
    const gone = new Promise<NodeJS.Signals | null>((done) =>
      child.once('exit', (_code, signal) => {
        isGone = true
        all.delete(child)
        done(signal)
        failed(new Error('a program of the trials ended before it began'))
      }),
    )
    let hear: (told: Told) => void = () => begun(program)
    child.on('message', (told: Told) => hear(told))
    child.on('error', () => undefined) // a message to one that is just gone
    const program: Program = {
      pid: child.pid ?? 0,
      gone,
      isGone: () => isGone,
      strike: (signal) => void child.kill(signal),
      begin: (order, log) =>
        new Promise((works, fails) => {
          void gone.then(() => fails(new Error(`${order.name} ended before it worked`)))
          hear = (told) => {
            if ('log' in told) log(`${order.name}: ${told.log}`)
            else if ('ready' in told) works(told.port)
          }
          child.send(order)
        }),
      end: () =>
        new Promise((done) => {
          if (isGone) {
            done(false)
            return
          }
          void gone.then(() => done(false))
          const before = hear
          hear = (told) => {
            if ('ended' in told) done(true)
            else before(told)
          }
          child.send('end')
        }),
    }
  })
