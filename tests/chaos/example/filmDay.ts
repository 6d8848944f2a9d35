import { setTimeout as sleep } from 'node:timers/promises'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PlanGiven } from '../../../emulators/plan/planShape'
import { startEmulators, type Emulators } from '../../../emulators/startEmulators'
import { openFilmHome, type Ended, type FilmHome } from '../../support/filmCommand'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'
import { openPerson, type Person } from './person'

/** What stands of the paid calls when somebody looks. */
export type Calls = readonly PaidGeneration[]
/** A moment of the work in which the program is killed. */
export type Moment = { name: string; isNow: (calls: Calls) => boolean }

export type FilmDay = {
  emulators: Emulators
  database: TestDatabase
  home: FilmHome
  out: string
  slug: string
  /** The film command, to its end; `argv` after the file. */
  film: (argv: readonly string[]) => Promise<Ended>
  /** The film command, killed in this moment; answers false when it ended before. */
  filmKilled: (argv: readonly string[], moment: Moment) => Promise<boolean>
  calls: () => Promise<PaidGeneration[]>
  person: Person
  close: () => Promise<void>
}

export type DayAsked = {
  file: string
  plan?: PlanGiven
  resolution?: string
  /** How many requests fal works on at once. */
  falSlots?: number
}

const killAfterMs = 240_000

/** A day on which a film is made by the command against the emulated providers, in a home and a database of its own. */
export const openFilmDay = async ({
  file,
  plan = {},
  resolution = '360p',
  falSlots = 4,
}: DayAsked): Promise<FilmDay> => {
  const emulators = await startEmulators({ speed: 200, plan, falSlots })
  const database = await openTestDatabase()
  const home = openFilmHome()
  const slug = `day-${Math.random().toString(36).slice(2, 8)}`
  const out = home.at('out')
  const paid = database.control.db.collection<PaidGeneration>('generations')
  const calls = () => paid.find({ paid: true }).sort({ createdAt: 1 }).toArray()
  const start = (argv: readonly string[]) =>
    home.start(['film', file, '--slug', slug, '--out', out, '--resolution', resolution, '--json', ...argv], {
      ...emulators.env,
      MONGODB_URI: database.uri,
    })
  /** Every model is as quick as its emulator: it is asked after a second or two. */
  const quicken = () =>
    database.control.db.collection('models').updateMany({}, { $set: { typicalSeconds: 1, authors: [{ field: 'typicalSeconds', author: 'somebody' }] } }) // prettier-ignore
  await start(['--models', 'draft']).ended // says what it costs, and makes nothing
  await quicken()
  return {
    emulators,
    database,
    home,
    out,
    slug,
    calls,
    film: (argv) => start(argv).ended,
    filmKilled: async (argv, { isNow }) => {
      const { child, ended } = start(argv)
      const began = Date.now()
      const over = ended.then(() => true)
      while (!(await Promise.race([over, sleep(15, false)]))) {
        if (Date.now() - began > killAfterMs || isNow(await calls())) {
          child.kill('SIGKILL')
          await ended
          return true
        }
      }
      return false
    },
    person: openPerson(database.control, calls),
    close: async () => {
      await home.close()
      for (const name of ['gather', 'qualified']) await database.control.client.db(`${name}_${slug}`).dropDatabase()
      await database.close()
      await emulators.close()
    },
  }
}
