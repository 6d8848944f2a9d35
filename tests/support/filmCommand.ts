import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { foundTools } from '../host/foundTools'
import { removeHome } from './removeHome'

export type Ended = { code: number | null; stdout: string; stderr: string; seconds: number }
export type Command = {
  child: ChildProcess
  /** What it has said on stderr so far. */
  said: () => string
  ended: Promise<Ended>
}
export type FilmHome = {
  home: string
  /** A file or folder beside the home, gone with it. */
  at: (...path: string[]) => string
  start: (argv: string[], env?: Record<string, string>) => Command
  run: (argv: string[], env?: Record<string, string>) => Promise<Ended>
  close: () => Promise<void>
}

const foreign =
  /^(BACKLOT_|MONGODB_URI$|PAYLOAD_|PUBLIC_URL$|HOST$|PORT$|STUDIO_|WORKER_|LOG_LEVEL$|NODE_ENV$|VITEST|FFMPEG_PATH$|FFPROBE_PATH$)/

/** A BACKLOT_HOME in this folder, else an empty one, with the programs this checkout found, and the command as a person types it. */
export const openFilmHome = (folder = mkdtempSync(join(tmpdir(), 'backlot-film-'))): FilmHome => {
  const home = join(folder, 'home')
  rmSync(join(home, 'bin'), { recursive: true, force: true })
  mkdirSync(join(home, 'bin'), { recursive: true })
  const tools = foundTools()
  for (const [name, path] of Object.entries(tools)) symlinkSync(path, join(home, 'bin', name))
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const settings = {
    BACKLOT_HOME: home,
    BACKLOT_MONGOD: tools.mongod,
    FFMPEG_PATH: tools.ffmpeg,
    FFPROBE_PATH: tools.ffprobe,
  }
  const running = new Set<Command>()

  const start: FilmHome['start'] = (argv, env = {}) => {
    const began = performance.now()
    const child = spawn(process.execPath, [resolve('scripts/run.mjs'), ...argv], {
      env: { ...own, ...settings, ...env } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const ended = new Promise<Ended>((done) => {
      child.on('close', (code) => {
        running.delete(command)
        done({ code, stdout, stderr, seconds: (performance.now() - began) / 1000 })
      })
    })
    const command: Command = { child, said: () => stderr, ended }
    running.add(command)
    return command
  }
  return {
    home,
    at: (...path) => join(folder, ...path),
    start,
    run: (argv, env) => start(argv, env).ended,
    close: async () => {
      for (const { child } of running) child.kill('SIGKILL')
      await Promise.all([...running].map(({ ended }) => ended))
      await removeHome(home, folder)
    },
  }
}

/** The one JSON object that `--json` prints; fails when stdout holds anything else. */
export const answerOf = ({ stdout }: Ended): Record<string, unknown> => {
  const lines = stdout.trimEnd().split('\n')
  if (lines.length !== 1) throw new Error(`not one line on stdout: ${stdout.slice(0, 400)}`)
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>
}

/** The error of a refused command. */
export const errorOf = (ended: Ended): Record<'code' | 'what' | 'why' | 'fix', string> => {
  const [error] = answerOf(ended)['errors'] as Record<'code' | 'what' | 'why' | 'fix', string>[]
  if (!error) throw new Error(`no error in ${ended.stdout}`)
  return error
}

export const hasStack = (text: string): boolean => /^\s+at .+:\d+:\d+\)?$/m.test(text.replaceAll('\\n', '\n'))
