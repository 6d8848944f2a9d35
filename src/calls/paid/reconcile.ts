import type { FrozenRequest } from '@/domain/catalogue/wish'
import { inDollars } from '@/domain/money/nanodollars'
import type { Bill } from '@/providers/spec/paidProvider'
import { inTransaction } from '@/stores/controlDb'
import type { Orphan } from '@/stores/paid/orphansStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { bookUnbilled } from './bookUnbilled'
import type { PaidParts } from './paidParts'

export type Reconciled = { bills: number; settled: number; orphans: number; pending: number; above: number }

const batch = 500

type Span = { from: Date; to: Date }
/** `project`: with whose key the bills are asked for; without one that of the studio. */
export type Account = Span & { provider: FrozenRequest['provider']; project?: string }

/**
 * The provider's bills beside our calls: each call is booked by its bill, once; a bill of no call is orphan spend, told
 * by an alert; a bill without a price waits, and what was held back for it stays held. Repeatable.
 */
export const reconcile = async (parts: PaidParts, account: Account, signal: AbortSignal): Promise<Reconciled> => {
  const told = await readBills(parts, account, signal)
  if (told) await bookUnbilled(parts, { ...account, unread: [] })
  return told ?? { ...nothing }
}

const nothing: Reconciled = { bills: 0, settled: 0, orphans: 0, pending: 0, above: 0 }

/** Books what is listed; null: nobody can be asked. Fails as the listing does. */
export const readBills = async (
  parts: PaidParts,
  { provider, project = '', from, to }: Account,
  signal: AbortSignal,
): Promise<Reconciled | null> => {
  const listing = parts.providerOf(provider, project)?.bills?.({ from, to }, signal)
  if (!listing) return null
  const told = { ...nothing }
  let bills: Bill[] = []
  for await (const bill of listing) {
    bills.push(bill)
    if (bills.length < batch) continue
    await bookAll(parts, provider, { bills, told })
    bills = []
  }
  await bookAll(parts, provider, { bills, told })
  return told
}

type Bills = { bills: readonly Bill[]; told: Reconciled }

const bookAll = async (
  parts: PaidParts,
  provider: FrozenRequest['provider'],
  { bills, told }: Bills,
): Promise<void> => {
  const ids = bills.map(({ requestId }) => requestId)
  const { calls } = parts.paid.calls
  const found = await calls.find({ provider, requestId: { $in: ids }, paid: true }).toArray()
  const known = new Map(found.map((call) => [call.requestId, call]))
  told.bills += bills.length
  told.pending += bills.filter(({ nanodollars }) => nanodollars === null).length
  const strangers = bills.filter(({ requestId }) => !known.has(requestId))
  if (strangers.length > 0) await bookStrangers(parts, provider, { bills: strangers, told })
  const open = bills.flatMap(({ requestId, nanodollars }) => {
    const call = known.get(requestId)
    const isNew = call && (call.booked !== 'billed' || call.billedNanodollars !== nanodollars)
    return isNew && nanodollars !== null ? [{ call, nanodollars }] : []
  })
  const usual = open.filter(({ call, nanodollars }) => call.booked === 'none' && nanodollars <= call.priceNanodollars)
  const inOne = await bookInOne(parts, usual)
  told.settled += inOne ? usual.length : 0
  for (const one of inOne ? open.filter((other) => !usual.includes(other)) : open) await book(parts, one, told)
}

type Open = { call: PaidGeneration; nanodollars: number }

/** The usual case, many at once. False: one of them has just moved, and nothing was booked. */
const bookInOne = async ({ paid: { control, calls, budget } }: PaidParts, open: readonly Open[]): Promise<boolean> => {
  if (open.length === 0) return true
  return inTransaction(control, async ({ session }) => {
    const updatedAt = new Date()
    const written = await calls.calls.bulkWrite(
      open.map(({ call: { _id }, nanodollars }) => ({
        updateOne: {
          filter: { _id, booked: 'none' as const },
          update: { $set: { booked: 'billed' as const, billedNanodollars: nanodollars, updatedAt } },
        },
      })),
      { session },
    )
    if (written.matchedCount < open.length) {
      await session.abortTransaction()
      return false
    }
    for (const account of new Set(open.flatMap(({ call }) => call.accounts))) {
      const bills = open.filter(({ call }) => call.accounts.includes(account))
      const spent = bills.map(({ call: { _id: key }, nanodollars }) => ({ key, spent: nanodollars }))
      await budget.settleMany(account, spent, session)
    }
    return true
  })
}

/** In full, also above what was held back: that stops new calls once the cap is passed, and people are told. */
const book = async (parts: PaidParts, { call, nanodollars }: Open, told: Reconciled): Promise<void> => {
  const { control, calls, budget } = parts.paid
  const booked = await inTransaction(control, async ({ session }) => {
    const standing = { _id: call._id, booked: call.booked, billedNanodollars: call.billedNanodollars }
    const set = { $set: { booked: 'billed' as const, billedNanodollars: nanodollars, updatedAt: new Date() } }
    if ((await calls.calls.updateOne(standing, set, { session })).matchedCount === 0) return false
    for (const account of call.accounts)
      if (call.booked === 'none') await budget.settle(account, { key: call._id, spent: nanodollars }, { session })
      else await budget.correct(account, nanodollars - call.billedNanodollars, session)
    return true
  })
  if (!booked) return
  told.settled++
  if (nanodollars <= call.priceNanodollars) return
  told.above++
  await parts.alerts.raise({
    project: call.project.toHexString(), cause: `BILL_ABOVE_PRICE ${call._id}`, event: call.requestId ?? '', severity: 'warning',
    code: 'BILL_ABOVE_PRICE',
    what: `“${call.what}” cost ${inDollars(nanodollars)} instead of at most ${inDollars(call.priceNanodollars)}.`,
    why: `${call.provider} billed more than the catalogue’s price for ${call.model}.`,
    fix: 'Look at the price of the model in the catalogue; it was booked in full.',
  }) // prettier-ignore
}

const bookStrangers = async (parts: PaidParts, provider: string, { bills, told }: Bills): Promise<void> => {
  const known = await parts.paid.orphans.among(provider, bills.map(({ requestId }) => requestId)) // prettier-ignore
  for (const bill of bills) {
    const orphan = known.get(bill.requestId) ?? null
    const isNews = orphan ? await bookOrphan(parts, orphan, bill) : await isStranger(parts, provider, bill)
    if (!isNews) continue
    told.orphans++
    await tellOrphan(parts, provider, { bill, orphan })
  }
}

/** What was spent beside a call of ours: booked on its project once its price is known. */
const bookOrphan = async ({ paid: { orphans, budget } }: PaidParts, orphan: Orphan, bill: Bill): Promise<boolean> => {
  if (bill.nanodollars === null) return false
  if (!(await orphans.priced(orphan.provider, bill.requestId, bill.nanodollars))) return false
  if (orphan.project !== null) await budget.correct(orphan.project, bill.nanodollars)
  return true
}

const stranger = 'The provider billed a request that no call of this studio knows.'

const isStranger = ({ paid: { orphans } }: PaidParts, provider: string, bill: Bill): Promise<boolean> =>
  orphans.add({
    provider, requestId: bill.requestId, endpoint: bill.endpoint, nanodollars: bill.nanodollars, key: null, project: null, why: stranger,
  }) // prettier-ignore

const tellOrphan = (
  { alerts }: PaidParts,
  provider: string,
  { bill, orphan }: { bill: Bill; orphan: Orphan | null },
): Promise<void> =>
  alerts.raise({
    project: orphan?.project ?? null, cause: `ORPHAN_SPEND ${provider}`, event: bill.requestId, severity: 'warning', code: 'ORPHAN_SPEND',
    what: `${provider} billed ${bill.nanodollars === null ? 'something' : inDollars(bill.nanodollars)} beside the calls of this studio.`,
    why: orphan?.why ?? stranger,
    fix: 'Compare request and key with the provider’s own list; another program may use the same key.',
  }) // prettier-ignore
