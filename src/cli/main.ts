import { StudioError } from '@/domain/errors/StudioError'
import { readEnv } from '@/studio/settings'
import { tell, type Command } from './command'

/** Each is loaded when it is asked for: a program that only watches others need not hold the whole studio. */
const commands: Record<string, () => Promise<Command>> = {
  film: async () => (await import('./film')).film,
  start: async () => (await import('./servers')).start,
  dev: async () => (await import('./servers')).dev,
  web: async () => (await import('./servers')).web,
  worker: async () => (await import('./worker')).worker,
  screenplay: async () => (await import('./screenplay')).screenplay,
  breakdown: async () => (await import('./breakdown')).breakdown,
  ask: async () => (await import('./ask')).ask,
  export: async () => (await import('./exportFilm')).exportFilm,
  archive: async () => (await import('./archive')).archive,
  restore: async () => (await import('./restore')).restore,
  clean: async () => (await import('./clean')).clean,
  keys: async () => (await import('./keys')).keys,
  models: async () => (await import('./models')).models,
  doctor: async () => (await import('./doctor')).doctor,
  share: async () => (await import('./share')).share,
}

const later: Record<string, string> = {
  share: 'share links',
} // prettier-ignore

/** Loads the code of a command that will be run in this process. */
export const load = async (name: string): Promise<void> => {
  await commands[name]?.()
}

/** Runs one command and answers its exit code: 0 done · 1 failed, can be resumed · 2 wrong use · 130 interrupted. */
export const main: Command = async ([name = 'film', ...argv], started) => {
  const json = argv.includes('--json')
  outliveReaders()
  try {
    readEnv()
    const command = commands[name]
    if (!command) throw unknownCommand(name)
    return await (
      await command()
    )(argv, started)
  } catch (error) {
    tell(error, json)
    return error instanceof StudioError ? 2 : 1
  }
}

/** Who reads our output may go at any time (`| head`): the work goes on, unheard. A full disk under it is a failure. */
const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE') process.exitCode = 1
    })
}

const unknownCommand = (name: string): StudioError =>
  name in later
    ? new StudioError({
        code: 'NOT_YET',
        what: `“${name}” is not there yet.`,
        why: `It is ${later[name] ?? ''}, which this version does not have.`,
        fix: 'Make films with “npm run film”; docs/roadmap.md says what comes next.',
      })
    : new StudioError({
        code: 'COMMAND_UNKNOWN',
        what: `There is no command “${name.slice(0, 60)}”.`,
        why: `The commands are: ${Object.keys(commands).join(', ')}, test, check, bench.`,
        fix: 'Use one of these; the README lists what each does.',
      })
