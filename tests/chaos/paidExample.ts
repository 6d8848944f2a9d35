import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { quotesStore, type QuoteBilled } from '@/stores/quotesStore'
import { nanodollarsOf } from '@/domain/money/nanodollars'
import type { Ended } from '../support/filmCommand'
import { booksOf, type Books } from './example/books'
import { moments, roughPlan } from './example/days'
import { openFilmDay, type FilmDay } from './example/filmDay'

// The example film by paid models of the emulators: a calm day, a rough one, a cap that is too small.
//   npx tsx tests/chaos/paidExample.ts calm rough cap [--file FILE] [--budget USD] [--keep FOLDER] [--calls N]
export type Day = 'calm' | 'rough' | 'cap'
export type DayTold = { name: Day; books: Books; told: string[]; ended: Ended; agreed: QuoteBilled | null }
/** `calls`: about how many the film takes; `kills`: how often its command is killed on the rough day. */
export type Filmed = { file: string; budget: string; small: string; calls: number; kills?: number; keep?: string }

const example = 'examples/the-last-ferry/the-last-ferry.fountain'
const draft = (budget: string) => ['--models', 'draft', '--budget', budget]

/** Makes the film of a day to its end; fails when the command gives up more often than it was killed. */
export const liveThrough = async (name: Day, asked: Filmed): Promise<DayTold> => {
  const day = await openFilmDay({ file: asked.file, ...(name === 'rough' ? { plan: roughPlan } : {}) })
  try {
    const person = day.person.watch()
    const told: string[] = []
    const ended = await days[name](day, asked, told)
    told.push(...(await person.stop()))
    const books = await booksOf(day, nanodollarsOf(asked.budget) ?? 0)
    books.faults.push(...told.filter((line) => line.startsWith('FAULT')))
    const [agreed] = await quotesStore(day.database.control).billed((await day.calls())[0]?.project.toHexString() ?? '')
    if (asked.keep) cpSync(day.out, join(asked.keep, name), { recursive: true })
    if (asked.keep) writeFileSync(join(asked.keep, `${name}.log`), ended.stderr)
    return { name, books, told, ended, agreed: agreed ?? null }
  } finally {
    await day.close()
  }
}

type Living = (day: FilmDay, asked: Filmed, told: string[]) => Promise<Ended>

const calm: Living = (day, { budget }, told) => toItsEnd(day, { budget, told, tries: 2 })

const rough: Living = async (day, { budget, calls, kills = 4 }, told) => {
  const began = Date.now()
  for (const moment of moments(calls).slice(0, kills)) {
    let was = false
    for (let n = 0; n < 5 && !was; n++) was = await day.filmKilled(draft(budget), moment)
    told.push(
      was
        ? `killed ${moment.name}, after ${String(Math.round((Date.now() - began) / 1000))} s`
        : `FAULT: never killed ${moment.name}`,
    )
  }
  return toItsEnd(day, { budget, told, tries: 8 })
}

const cap: Living = async (day, { budget, small }, told) => {
  const short = await day.film(draft(small))
  told.push(`with $${small}: ${lastOf(short)}`)
  const spent = day.emulators.ledger().reduce((sum, { nanodollars }) => sum + nanodollars, 0)
  if (spent > (nanodollarsOf(small) ?? 0)) told.push(`FAULT: ${String(spent)} was billed`)
  return toItsEnd(day, { budget, told, tries: 2 })
}

const days: Record<Day, Living> = { calm, rough, cap }

/** The same command again until the film is there: a run may stop at what a person has to say. */
const toItsEnd = async (
  day: FilmDay,
  { budget, told, tries }: { budget: string; told: string[]; tries: number },
): Promise<Ended> => {
  for (let n = 1; ; n++) {
    const ended = await day.film(draft(budget))
    if (ended.code === 0 && (await allBilled(day))) return ended
    if (n >= tries) return ended
    told.push(`again, because it ended with ${String(ended.code)}: ${lastOf(ended)}`)
  }
}

/** Bills that are late are read by the next command. */
const allBilled = async (day: FilmDay): Promise<boolean> =>
  (await day.calls()).every(({ state, booked }) => state !== 'STORED' || booked !== 'none')

const lastOf = ({ stdout, stderr }: Ended): string => (stdout.trim() || stderr.trim()).slice(-400)

const report = ({ name, books, told, ended, agreed }: DayTold): string =>
  [`\n== ${name}: ended with ${String(ended.code)} after ${ended.seconds.toFixed(0)} s`, ...told.map((line) => `  ${line}`), JSON.stringify(books, null, 1), JSON.stringify(agreed, null, 1), ended.stderr.slice(-2500)].join('\n') // prettier-ignore

const main = async (): Promise<void> => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { file: text, budget: text, small: text, calls: text, keep: text },
  })
  const asked: Filmed = {
    file: values.file ?? example,
    budget: values.budget ?? '60',
    small: values.small ?? '4',
    calls: Number(values.calls ?? 350),
    ...(values.keep ? { keep: values.keep } : {}),
  }
  const wanted = (['calm', 'rough', 'cap'] as const).filter(
    (day) => positionals.includes(day) || positionals.length === 0,
  )
  for (const name of wanted) {
    const day = await liveThrough(name, asked)
    process.stdout.write(`${report(day)}\n`)
    if (day.ended.code !== 0 || day.books.faults.length > 0) process.exitCode = 1
  }
}

if (process.argv[1]?.endsWith('paidExample.ts')) await main()
