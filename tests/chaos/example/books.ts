import { tidyPaid } from '@/calls/paid/tidyPaid'
import { paidPace } from '@/domain/generation/paidPace'
import { outboxStore } from '@/stores/outboxStore'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerRow } from '../../../emulators/world/ledger'
import type { Orphan } from '@/stores/paid/orphansStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { FilmDay } from './filmDay'

/** Whole nanodollars. `faults`: what must not be, in words; empty on a good day. */
export type Books = {
  accepted: number
  billed: number
  booked: number
  orphans: number
  atRisk: number
  sentAgain: number
  /** Billed for requests no provider lists, whose calls a person had sent again. */
  givenUp: number
  writtenOff: number
  faults: string[]
}

type Account = { _id: string; limit: number; reserved: number; spent: number; held?: Record<string, unknown> }
type Place = { _id: string; owner: string | null; holder: string | null }

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0)
const isAtRisk = ({ state, mayBeCharged, booked }: PaidGeneration): boolean =>
  state === 'UNKNOWN' || state === 'DECIDE' || (mayBeCharged && booked === 'none')

/** The providers' ledger beside ours, when everything is quiet. `cap`: the most that may have been spent. */
export const booksOf = async (day: FilmDay, cap: number): Promise<Books> => {
  const { control } = day.database
  const { db } = control
  // what the next program would do within a minute: places that a killed one left to calls that are over
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'nobody signs here' })
  await tidyPaid({ paid, pace: paidPace })
  const calls = await day.calls()
  const orphans = await db.collection<Orphan>('orphan_spend').find().toArray()
  const accounts = await db.collection<Account>('budget').find().toArray()
  const places = await db.collection<Place>('slots').find({ holder: { $ne: null } }).toArray() // prettier-ignore
  const ledger = day.emulators.ledger()
  const billed = sum(ledger, ({ nanodollars }) => nanodollars)
  const booked = sum(calls, (one) => one.billedNanodollars)
  const unknown = calls.filter(isAtRisk)
  const unseen = unseenIn(ledger, { calls, orphans })
  const faults = [
    ...unaccounted(unseen, { unknown, calls }),
    ...twice(ledger, calls),
    ...lost(calls, day.home.home),
    ...(billed === booked + sum(orphans, (one) => one.nanodollars ?? 0) + sum(unseen, (one) => one.nanodollars)
      ? []
      : [`billed ${String(billed)}, booked ${String(booked)} and ${String(orphans.length)} orphans`]),
    ...(billed > cap ? [`billed ${String(billed)}, the cap is ${String(cap)}`] : []),
    ...accounts.flatMap((one) => wrongAccount(one, { booked, orphans, unknown })),
    ...places.filter(({ holder }) => !unknown.some(({ _id }) => _id === holder)).map(({ _id }) => `${_id} is held`),
    ...calls.filter(isOpen).map(({ state, what }) => `${what} is ${state} still`),
  ]
  return {
    accepted: ledger.length,
    billed,
    booked,
    orphans: orphans.length,
    atRisk: sum(unknown, (one) => one.priceNanodollars),
    givenUp: sum(unseen, (one) => one.nanodollars),
    sentAgain: sum(calls, ({ submits }) => submits.filter(({ flagged }) => flagged).length),
    writtenOff: calls.filter(({ decisions }) => decisions.at(-1)?.action === 'write_off').length,
    faults,
  }
}

type Known = { calls: readonly PaidGeneration[]; orphans: readonly Orphan[] }

/** Accepted requests that cost, and that nobody here knows by their name. */
const unseenIn = (ledger: readonly LedgerRow[], { calls, orphans }: Known): LedgerRow[] => {
  const known = new Set([...calls.map(({ requestId }) => requestId), ...orphans.map(({ requestId }) => requestId)])
  return ledger.filter(({ state, requestId }) => state !== 'free' && !known.has(requestId))
}

/** Each of them is among what is shown at risk, or was given up by the person who had its call sent again. */
const unaccounted = (
  unseen: readonly LedgerRow[],
  { unknown, calls }: { unknown: readonly PaidGeneration[]; calls: readonly PaidGeneration[] },
): string[] => {
  const room = new Map<string, number>()
  const allow = (endpoint: string, more: number) => room.set(endpoint, (room.get(endpoint) ?? 0) + more)
  for (const { endpoint } of unknown) allow(endpoint, 1)
  for (const { endpoint, submits } of calls) allow(endpoint, submits.filter(({ flagged }) => flagged).length)
  return unseen.flatMap(({ endpoint, requestId }) => {
    allow(endpoint, -1)
    return (room.get(endpoint) ?? 0) >= 0 ? [] : [`${endpoint} ${requestId} was accepted, and nobody here knows it`]
  })
}

/** A call is sent once more only after a person's word, or after it surely came to nothing. */
const twice = (ledger: readonly LedgerRow[], calls: readonly PaidGeneration[]): string[] => {
  const costly = ledger.filter(({ state }) => state !== 'free')
  const again = costly.length - new Set(costly.map(({ bodyHash }) => bodyHash)).size
  const flagged = sum(calls, ({ submits }) => submits.filter((one) => one.flagged).length)
  return again > flagged ? [`${String(again)} requests were paid again, ${String(flagged)} by a person's word`] : []
}

const lost = (calls: readonly PaidGeneration[], home: string): string[] =>
  calls.flatMap(({ state, asset, expects, what }) => {
    if (state !== 'STORED' || !expects) return []
    const file = join(home, 'media', asset?.name ?? '')
    if (!asset || !existsSync(file)) return [`the file of ${what} is gone`]
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    return hash === asset.sha256 ? [] : [`the file of ${what} is another one`]
  })

type Beside = { booked: number; orphans: readonly Orphan[]; unknown: readonly PaidGeneration[] }
const wrongAccount = ({ _id, limit, reserved, spent }: Account, { booked, orphans, unknown }: Beside): string[] => {
  const beside = sum(orphans, ({ project, nanodollars }) => (project === _id ? (nanodollars ?? 0) : 0))
  const held = sum(unknown, (one) => one.priceNanodollars)
  return [
    ...(spent === booked + beside ? [] : [`the account says ${String(spent)}, the calls ${String(booked + beside)}`]),
    ...(reserved === held ? [] : [`${String(reserved)} is held back, ${String(held)} is at risk`]),
    ...(spent > limit ? [`${String(spent)} was spent of ${String(limit)}`] : []),
  ]
}

const isOpen = ({ state }: PaidGeneration): boolean =>
  ['INTENT', 'SUBMITTING', 'SUBMITTED', 'CANCELLING', 'DONE'].includes(state)
