import { StudioError } from '@/domain/errors/StudioError'
import { readEnv } from '@/studio/settings'
import { ask } from './ask'
import { breakdown } from './breakdown'
import { clean } from './clean'
import { tell, type Command } from './command'
import { dev, start, web, worker } from './servers'
import { doctor } from './doctor'
import { exportFilm } from './exportFilm'
import { film } from './film'
import { screenplay } from './screenplay'

const commands: Record<string, Command> = {
  film,
  start,
  dev,
  web,
  worker,
  screenplay,
  breakdown,
  ask,
  export: exportFilm,
  clean,
  doctor,
}

const later: Record<string, string> = {
  share: 'share links',
} // prettier-ignore

/** Runs one command and answers its exit code: 0 done · 1 failed, can be resumed · 2 wrong use · 130 interrupted. */
export const main: Command = async ([name = 'film', ...argv], started) => {
  const json = argv.includes('--json')
  outliveReaders()
  try {
    readEnv()
    const command = commands[name]
    if (!command) throw unknownCommand(name)
    return await command(argv, started)
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
