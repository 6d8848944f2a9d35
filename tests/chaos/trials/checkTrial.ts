import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { advance, initialState } from '@/domain/run/advance'
import { needsPlace } from '@/domain/generation/paidMoves'
import type { Asset } from '@/domain/generation/generationKey'
import { textCollection, type ControlDb } from '@/stores/controlDb'
import type { Standing } from '@/stores/paid/budgetStore'
import type { PaidStores } from '@/stores/paid/openPaidStores'
import type { Orphan } from '@/stores/paid/orphansStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { RunsStore } from '@/stores/runsStore'
import type { StepDocument } from '@/stores/stepsStore'
import type { Emulators } from '../../../emulators/startEmulators'
import type { LedgerRow } from '../../../emulators/world/ledger'
import { plainState } from '../../domain/run/runs'
import { journaled } from './points'
import { postedAs } from './provider'
import type { Trial } from './trial'

export type Sample = Standing
type Checked = {
  trial: Trial
  control: ControlDb
  emulators: Emulators
  folder: string
  marks: string
  paid: PaidStores
  runs: RunsStore
  samples: Sample[]
  project: string
}
type Books = { calls: PaidGeneration[]; orphans: Orphan[]; ledger: LedgerRow[]; bills: Map<string, number | null> }

/** What the provider lists as billed, asked beside the studio; null: its price is not said yet. */
const billsOf = async ({ env }: Emulators): Promise<Map<string, number | null>> => {
  const day = 86_400_000
  const span = { start: new Date(Date.now() - day).toISOString(), end: new Date(Date.now() + day).toISOString() }
  for (;;) {
    const asked = await fetch(`${env['FAL_PLATFORM_URL']}/models/billing-events?${new URLSearchParams(span)}`, {
      headers: { authorization: `Key ${env['FAL_KEY']}` },
    })
    if (!asked.ok) continue // refused by the plan of the day
    const { billing_events: rows } = (await asked.json()) as { billing_events: { request_id: string; cost_estimate_nano_usd: number | null }[] } // prettier-ignore
    return new Map(rows.map((row) => [row.request_id, row.cost_estimate_nano_usd]))
  }
}

/** Bills that stand nowhere in the studio's books. */
export const openBills = async ({ control, emulators }: Pick<Checked, 'control' | 'emulators'>): Promise<string[]> => {
  const bills = await billsOf(emulators)
  const calls = await textCollection<PaidGeneration>(control.db, 'generations').find({ booked: 'billed' }).toArray()
  const orphans = await textCollection<Orphan>(control.db, 'orphan_spend').find().toArray()
  return [...bills].flatMap(([requestId, cost]) => {
    const booked = calls.filter((call) => call.requestId === requestId)
    const beside = orphans.filter((orphan) => orphan.requestId === requestId)
    if (cost === null) return booked.length > 0 ? [`${requestId} is booked without a bill`] : []
    const standing = [...booked.map((call) => call.billedNanodollars), ...beside.map(({ nanodollars }) => nanodollars)]
    return isDeepStrictEqual(standing, [cost]) ? [] : [`the bill of ${requestId}, ${cost}, stands as ${JSON.stringify(standing)}`] // prettier-ignore
  })
}

/** Everything that must hold when a trial is quiet. Answers what does not. */
export const checkTrial = async (
  checked: Checked,
): Promise<{ faults: string[]; states: Record<string, number>; sentAgain: number }> => {
  const { paid, emulators } = checked
  const calls = await paid.calls.calls.find().toArray()
  const books: Books = { calls, orphans: await paid.orphans.list(), ledger: emulators.ledger(), bills: await billsOf(emulators) } // prettier-ignore
  const faults = [
    ...sumIsRight(books),
    ...sentOnce(checked, books),
    ...allAccountedFor(checked, books),
    ...answersKnown(checked, books),
    ...(await moneyIsRight(checked, books)),
    ...(await nothingIsLeft(checked, books)),
    ...(await foldsAreTrue(checked)),
    ...(await filesAreWhole(checked, books)),
  ]
  const states: Record<string, number> = {}
  for (const { state } of calls) states[state] = (states[state] ?? 0) + 1
  const sentAgain = calls.reduce((sum, { submits }) => sum + submits.filter(({ flagged }) => flagged).length, 0)
  return { faults, states, sentAgain }
}

const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)

const sumIsRight = ({ calls, orphans, ledger, bills }: Books): string[] => {
  const listed = total(ledger.filter(({ requestId }) => bills.get(requestId) !== null).map((row) => row.nanodollars))
  const booked = total(calls.filter((call) => call.booked !== 'none').map((call) => call.billedNanodollars))
  const beside = total(orphans.map(({ nanodollars }) => nanodollars ?? 0))
  if (listed === booked + beside) return []
  return [`the provider billed ${listed}, the books say ${booked} and ${beside} beside`]
}

/** Which call a request at the provider is of: by what was sent. */
const callOf = ({ marks }: Checked, { calls }: Books, { bodyHash }: LedgerRow): PaidGeneration | undefined => {
  const body = JSON.parse(postedAs(marks, bodyHash)?.body ?? '{}') as { prompt?: string }
  return calls.find(({ prompt }) => prompt === body.prompt)
}

/** No request is sent again but by a person's word, or when it was surely not charged. */
const sentOnce = (checked: Checked, books: Books): string[] =>
  books.calls.flatMap((call) => {
    const accepted = books.ledger.filter((row) => callOf(checked, books, row) === call)
    const flagged = call.submits.filter((one) => one.flagged).length
    const free = accepted.filter(({ state }) => state === 'free').length
    return accepted.length <= 1 + flagged + free ? [] : [`“${call.what}” was taken ${accepted.length} times, ${flagged} by somebody’s word`] // prettier-ignore
  })

const allAccountedFor = (checked: Checked, books: Books): string[] =>
  books.ledger.flatMap((row) => {
    if (row.state === 'free') return []
    const call = callOf(checked, books, row)
    if (!call) return [`request ${row.requestId} is of no call`]
    if (books.orphans.some(({ requestId }) => requestId === row.requestId)) return []
    const isShown = call.state === 'DECIDE' || (call.state === 'FAILED' && call.mayBeCharged)
    if (call.requestId !== row.requestId)
      return isShown && call.requestId === undefined ? [] : [`request ${row.requestId} of “${call.what}”, which is ${call.state}, is nowhere`] // prettier-ignore
    return isKept(checked, call) ? [] : [`“${call.what}” was paid and is ${call.state}`]
  })

/** What stands in a journal is known by name, whoever wrote it died or not. */
const answersKnown = ({ marks }: Checked, { calls, orphans }: Books): string[] => {
  const known = new Set([...calls.map(({ requestId }) => requestId), ...orphans.filter(({ key }) => key !== null).map((one) => one.requestId)]) // prettier-ignore
  const written = readdirSync(marks).flatMap((file) => (file.startsWith(journaled) ? [file.slice(journaled.length)] : [])) // prettier-ignore
  return written.filter((id) => !known.has(id)).map((id) => `request ${id} stood in a journal, and no call knows it`)
}

/** Its take is there, or the day explains why it cannot be. */
const isKept = ({ trial: { day } }: Checked, { state }: PaidGeneration): boolean => {
  const had = (...names: string[]) => names.some((name) => day.names.includes(name))
  if (state === 'DEAD') return had('file bad for ever', 'file truncated', 'file gone', 'file is a page', 'file behind a private address') // prettier-ignore
  if (state === 'FAILED') return had('work failed', 'content refused', 'result expired')
  return state === 'STORED'
}

const moneyIsRight = async ({ control, paid, samples, project, trial }: Checked, books: Books): Promise<string[]> => {
  const faults: string[] = []
  type Account = Standing & { held?: Record<string, { amount: number }> }
  const account = await textCollection<Account>(control.db, 'budget').findOne({ _id: project })
  const { reserved, spent } = await paid.budget.standing(project)
  const held = new Map(Object.entries(account?.held ?? {}).map(([key, { amount }]) => [key, amount]))
  if (reserved !== total([...held.values()]))
    faults.push(`${reserved} are held back, and the list says ${JSON.stringify([...held])}`)
  const booked = total(books.calls.filter((call) => call.booked !== 'none').map((call) => call.billedNanodollars))
  const beside = total(books.orphans.filter((one) => one.project !== null).map(({ nanodollars }) => nanodollars ?? 0))
  if (spent !== booked + beside) faults.push(`${spent} are spent; ${booked} are booked and ${beside} beside`)
  for (const call of books.calls) {
    const isAtRisk = call.booked === 'none' && (call.state === 'DECIDE' || call.state === 'STORED' || call.mayBeCharged)
    if (isAtRisk !== held.has(call._id))
      faults.push(`“${call.what}” is ${call.state}, booked ${call.booked}, and ${held.has(call._id) ? 'held' : 'not held'}`) // prettier-ignore
    held.delete(call._id)
  }
  for (const key of held.keys()) faults.push(`money is held back for ${key}, which is no call`)
  const mayPass = books.orphans.length > 0 || trial.day.names.includes('bill above the price')
  const above = samples.find((sample) => sample.reserved + sample.spent > sample.limit)
  if (above && !mayPass) faults.push(`the cap was passed: ${JSON.stringify(above)}`)
  return faults
}

/** A lease that ran out is nobody's: whoever goes on with the run takes the step. Those of the killed run out first. */
const leased = async (control: ControlDb): Promise<StepDocument[]> => {
  const steps = textCollection<StepDocument>(control.db, 'steps')
  const held = () => steps.find({ state: 'running', $expr: { $gte: ['$lease.until', '$$NOW'] } }).toArray()
  for (let looks = 0; looks < leaseLooks; looks++) {
    if ((await held()).length === 0) return []
    await sleep(200)
  }
  return held()
}
const leaseLooks = 15

const nothingIsLeft = async ({ control, paid }: Checked, { calls }: Books): Promise<string[]> => {
  const { db } = control
  const running = await leased(control)
  const places = await db.collection('slots').find({ holder: { $ne: null } }).toArray() // prettier-ignore
  const failed = await db.collection('outbox').find({ state: 'failed' }).toArray()
  const needed = new Set(calls.filter(({ state }) => needsPlace(state)).map(({ _id }) => _id))
  return [
    ...running.map(({ _id, lease }) => `step ${_id} is still somebody’s: ${lease?.owner}`),
    ...places.filter(({ holder }) => !needed.has(String(holder))).map(({ _id, holder }) => `place ${String(_id)} is held by ${holder}`), // prettier-ignore
    ...failed.map(({ job, error }) => `${job} was given up: ${error}`),
    ...(await paid.places.holders()).filter((key) => !calls.some(({ _id }) => _id === key)).map((key) => `${key} holds a place and is no call`), // prettier-ignore
  ]
}

const foldsAreTrue = async ({ runs }: Checked): Promise<string[]> => {
  const faults: string[] = []
  for (const run of await runs.runs.find().toArray()) {
    const events = await runs.eventsOf(run._id, 0)
    if (events.some(({ seq }, i) => seq !== i + 1)) faults.push(`the events of ${run._id} have a gap`)
    const state = await runs.loadState(run._id)
    const fold = advance(initialState(state.plan), ...events)
    if (!isDeepStrictEqual(plainState(fold), plainState(state))) faults.push(`${run._id} is not the fold of its events`)
    const stage = fold.stage === 'stopping' ? 'running' : fold.stage
    if (run.state !== stage || run.seq !== fold.seq) faults.push(`${run._id} is ${run.state} at ${run.seq}, its events say ${stage} at ${fold.seq}`) // prettier-ignore
  }
  return faults
}

const filesAreWhole = async ({ control, folder }: Checked, { calls }: Books): Promise<string[]> => {
  const media = join(folder, 'media')
  const known = await textCollection<Omit<Asset, 'sha256'>>(control.db, 'assets').find().toArray()
  const lost = calls.filter(({ state, asset }) => state === 'STORED' && !known.some(({ _id }) => _id === asset?.sha256))
  return [
    ...lost.map(({ what }) => `“${what}” is stored without a file`),
    ...known.flatMap(({ _id, name, bytes }) => {
      if (!existsSync(join(media, name))) return [`${name} is not in the folder`]
      const file = readFileSync(join(media, name))
      const isWhole = file.length === bytes && createHash('sha256').update(file).digest('hex') === _id
      return isWhole ? [] : [`${name} is not what it was`]
    }),
  ]
}
