import { textCollection, type ControlDb } from '../controlDb'
import type { ClientSession } from 'mongodb'

/** What is held back, by key of the call. Whole nanodollars. */
type Held = { amount: number; at: Date }
type Account = { _id: string; limit: number; reserved: number; spent: number; held?: Record<string, Held> }
export type Standing = { limit: number; reserved: number; spent: number }
export type BudgetStore = ReturnType<typeof budgetStore>

/** Much shorter than what was held for nothing is left lying. */
const seenMs = 60_000
const seenMost = 10_000

/**
 * Budgets of projects and runs: limit, reserved, spent, in whole nanodollars. What is held back for a call stands in
 * the account under the call's key, so that holding back and booking are one conditional update each and count once
 * however often they are told; `reserved + spent` never passes the limit by a reservation.
 */
export const budgetStore = (control: ControlDb) => {
  const accounts = textCollection<Account>(control.db, 'budget')
  /** What is held back for a call, as this program saw it a moment ago. */
  const seen = new Map<string, { at: number; ids: readonly string[] }>()
  const saw = (key: string, ids: readonly string[]): void => {
    seen.set(key, { at: Date.now(), ids })
    for (const oldest of seen.keys()) if (seen.size > seenMost) seen.delete(oldest)
  }

  const hold = async (account: string, key: string, amount: number): Promise<boolean> => {
    const fits = { $lte: [{ $add: ['$reserved', '$spent', amount] }, '$limit'] }
    const held = await accounts.updateOne(
      { _id: account, [`held.${key}`]: { $exists: false }, $expr: fits },
      { $inc: { reserved: amount }, $set: { [`held.${key}`]: { amount, at: new Date() } } as never },
    )
    if (held.matchedCount > 0) return true
    const anew = { $set: { [`held.${key}.at`]: new Date() } as never }
    return (await accounts.updateOne({ _id: account, [`held.${key}`]: { $exists: true } }, anew)).matchedCount > 0
  }

  /** Gives back what is held for a call and books `spent` in its place, once; `since`: only what was held back before. */
  const settle = async (
    account: string,
    { key, spent, since }: { key: string; spent: number; since?: Date },
    session?: ClientSession,
  ): Promise<void> => {
    seen.delete(key)
    const booked = {
      reserved: { $subtract: ['$reserved', `$held.${key}.amount`] },
      spent: { $add: ['$spent', spent] },
      [`held.${key}`]: '$$REMOVE',
    }
    await accounts.updateOne(
      { _id: account, [`held.${key}`]: { $exists: true }, ...(since ? { [`held.${key}.at`]: { $lt: since } } : {}) },
      [{ $set: booked }],
      session ? { session } : {},
    )
  }

  /** The same for many calls of one account, in one update. */
  const settleMany = async (
    account: string,
    bills: readonly { key: string; spent: number }[],
    session: ClientSession,
  ): Promise<void> => {
    for (const { key } of bills) seen.delete(key)
    const held = bills.map(({ key }) => ({ $ifNull: [`$held.${key}.amount`, 0] }))
    const spent = bills.map(({ key, spent: n }) => ({ $cond: [{ $ifNull: [`$held.${key}.amount`, false] }, n, 0] }))
    const booked = { reserved: { $subtract: ['$reserved', { $add: held }] }, spent: { $add: ['$spent', ...spent] } }
    const gone = bills.map(({ key }) => `held.${key}`)
    await accounts.updateOne({ _id: account }, [{ $set: booked }, { $unset: gone }], { session })
  }

  return {
    settle,
    settleMany,
    /** The cap of an account, new or changed; what is spent and held stays. */
    async limit(account: string, nanodollars: number): Promise<void> {
      await accounts.updateOne(
        { _id: account },
        { $set: { limit: nanodollars }, $setOnInsert: { reserved: 0, spent: 0 } },
        { upsert: true },
      )
    },
    /** Holds the amount back in all accounts, or in none: then it answers the account that has not enough. */
    async reserve(ids: readonly string[], { key, amount }: { key: string; amount: number }): Promise<string | null> {
      for (const [i, account] of ids.entries()) {
        if (await hold(account, key, amount)) continue
        for (const earlier of ids.slice(0, i)) await settle(earlier, { key, spent: 0 })
        return account
      }
      saw(key, ids)
      return null
    },
    /** Whether it is held back for the call in all of these accounts. */
    async holds(ids: readonly string[], key: string): Promise<boolean> {
      const known = seen.get(key)
      if (known && Math.abs(Date.now() - known.at) < seenMs && ids.every((id) => known.ids.includes(id))) return true
      const found = await accounts.countDocuments({ _id: { $in: [...ids] }, [`held.${key}`]: { $exists: true } })
      if (found < ids.length) return false
      saw(key, ids)
      return true
    },
    /** Books more, or less, than was booked before. */
    async correct(account: string, nanodollars: number, session?: ClientSession): Promise<void> {
      await accounts.updateOne({ _id: account }, { $inc: { spent: nanodollars } }, session ? { session } : {})
    },
    async standing(account: string): Promise<Standing> {
      const found = await accounts.findOne({ _id: account }, { projection: { held: 0 } })
      return { limit: found?.limit ?? 0, reserved: found?.reserved ?? 0, spent: found?.spent ?? 0 }
    },
    /** Held back since before `since`, and so the only ones whose call may never have come. */
    async heldSince(since: Date): Promise<{ account: string; key: string }[]> {
      const found = await accounts
        .aggregate<{ _id: string; held: { k: string; v: Held } }>([
          { $project: { held: { $objectToArray: { $ifNull: ['$held', {}] } } } },
          { $unwind: '$held' },
          { $match: { 'held.v.at': { $lt: since } } },
        ])
        .toArray()
      return found.map(({ _id, held }) => ({ account: _id, key: held.k }))
    },
  }
}
