import { storyOf } from '@/domain/errors/storyOf'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { accountOf, isOfProject } from './accountOf'
import { billedWithinMs, bookUnbilled } from './bookUnbilled'
import type { PaidParts } from './paidParts'
import { readBills, type Account, type Reconciled } from './reconcile'

/** Bills are listed for at most 90 days at once. */
const listedMs = 89 * 86_400_000

/** Of one account at a provider. `told` null: it lists no bills. `fault`: why its list could not be read. */
export type AccountBills = { account: string; told: Reconciled | null; fault?: string }
type Provider = PaidGeneration['provider']

/** Calls a bill may come for: also for a request of theirs that nobody knows by name, given up or sent again since. */
const mayBeBilled = (now: Date) => ({
  paid: true as const,
  submittedAt: { $gte: new Date(now.getTime() - listedMs) },
  $or: [
    { booked: { $ne: 'billed' as const }, requestId: { $type: 'string' as const } },
    { booked: 'none' as const, $or: [{ mayBeCharged: true }, { state: { $in: ['UNKNOWN', 'DECIDE'] as const } }] },
    { 'submits.flagged': true, submittedAt: { $gte: new Date(now.getTime() - billedWithinMs) } },
  ],
})

/** When the first of them was sent, each time counted. */
const firstSent = async (parts: PaidParts, theirs: object): Promise<Date | null> => {
  const first = { $min: ['$submittedAt', { $min: '$submits.at' }] }
  const found = parts.paid.calls.calls.aggregate<{ at: Date | null }>([{ $match: theirs }, { $group: { _id: null, at: { $min: first } } }]) // prettier-ignore
  return (await found.next())?.at ?? null
}

/**
 * Reconciles every provider with calls that a bill may come for, from the oldest of them: each account once, by the
 * keys of the projects that called. One whose list cannot be read is told by an alert, and keeps no other from being
 * booked. Answers how it went, account by account.
 */
export const reconcileAll = async (parts: PaidParts, signal: AbortSignal): Promise<AccountBills[]> => {
  const { calls } = parts.paid.calls
  const to = new Date()
  const open = mayBeBilled(to)
  const listed = to.getTime() - listedMs
  const all: AccountBills[] = []
  for (const provider of await calls.distinct('provider', open)) {
    const theirs = { ...open, provider }
    const from = new Date(Math.max(listed, ((await firstSent(parts, theirs))?.getTime() ?? listed) - 60_000))
    const projects = (await calls.distinct('project', theirs)).map((id) => id.toHexString())
    const read = await readAccounts(parts, { provider, from, to, projects }, signal)
    const unread = read.filter(({ fault }) => fault !== undefined).map(({ account }) => account)
    if (read.some(({ told }) => told !== null)) await bookUnbilled(parts, { provider, from, unread })
    all.push(...read)
  }
  return all
}

type Accounts = Omit<Account, 'project'> & { projects: readonly string[] }

/** Asks once with each key these projects have. */
const readAccounts = async (
  parts: PaidParts,
  { provider, projects, ...span }: Accounts,
  signal: AbortSignal,
): Promise<AccountBills[]> => {
  const read = new Map<string, AccountBills>()
  for (const project of projects) {
    const asked = parts.providerOf(provider, project)
    const account = asked && accountOf(asked)
    if (account === null || read.has(account)) continue
    try {
      read.set(account, { account, told: await readBills(parts, { provider, project, ...span }, signal) })
      await parts.alerts.takeBack(unreadCause(account))
    } catch (error) {
      signal.throwIfAborted()
      const fault = storyOf(error).why
      read.set(account, { account, told: null, fault })
      await tellUnread(parts, { provider, account, project }, fault)
    }
  }
  return [...read.values()]
}

const unreadCause = (account: string): string => `BILLS_NOT_READ ${account}`

type Unread = { provider: Provider; account: string; project: string }

const tellUnread = (parts: PaidParts, { provider, account, project }: Unread, why: string): Promise<void> => {
  const isOwn = isOfProject(parts, provider, account)
  return parts.alerts.raise({
    project: isOwn ? project : null,
    cause: unreadCause(account),
    event: new Date().toISOString().slice(0, 13), // once an hour
    severity: 'warning',
    code: 'BILLS_NOT_READ',
    what: `The bills of ${provider} could not be read with the key of ${isOwn ? 'this project' : 'this studio'}.`,
    why,
    fix: 'Use a key that may list bills (at fal: of the scope Admin). Until then what was held back stays held; the bills of others were booked.',
  })
}
