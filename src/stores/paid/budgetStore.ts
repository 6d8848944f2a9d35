import type { ClientSession, Document } from 'mongodb'
import { ignoreDuplicate, textCollection, type ControlDb, type Tx } from '../controlDb'
import { inGroups } from '../inGroups'

/** What is held back, by key of the call. Whole nanodollars. */
type Held = { amount: number; at: Date }
/** `turns`: how often its limit was written. */
type Account = {
  _id: string
  limit: number
  reserved: number
  spent: number
  held?: Record<string, Held>
  turns?: number
}
type Wanted = { key: string; amount: number }
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

  /** All of them, none of which may be held yet, or nothing. */
  const holdTogether = async (account: string, wanted: readonly Wanted[]): Promise<boolean> => {
    const sum = wanted.reduce((all, { amount }) => all + amount, 0)
    const none = Object.fromEntries(wanted.map(({ key }) => [`held.${key}`, { $exists: false }]))
    const at = new Date()
    const held = Object.fromEntries(wanted.map(({ key, amount }) => [`held.${key}`, { amount, at }]))
    const fits = { $lte: [{ $add: ['$reserved', '$spent', sum] }, '$limit'] }
    const filter: Document = { _id: account, ...none, $expr: fits }
    const update = { $inc: { reserved: sum }, $set: held as never }
    return (await accounts.updateOne(filter, update)).matchedCount > 0
  }
  /** What stands when not all of them could be held: those that are held already, and those there is room for. */
  const lookAt = async (account: string, wanted: readonly Wanted[]) => {
    const fields = Object.fromEntries(wanted.map(({ key }) => [`held.${key}`, 1]))
    const found = await accounts.findOne(
      { _id: account },
      { projection: { limit: 1, reserved: 1, spent: 1, ...fields } },
    )
    const held = wanted.filter(({ key }) => found?.held?.[key] !== undefined)
    let room = found ? found.limit - found.reserved - found.spent : 0
    const fitting = wanted.filter((one) => {
      if (held.includes(one) || one.amount > room) return false
      room -= one.amount
      return true
    })
    return { held, fitting }
  }
  /** Those already held are held anew: nobody may think them forgotten. True when they still were. */
  const holdAnew = async (account: string, held: readonly Wanted[]): Promise<boolean> => {
    if (held.length === 0) return true
    const still = Object.fromEntries(held.map(({ key }) => [`held.${key}`, { $exists: true }]))
    const filter: Document = { _id: account, ...still }
    const at = new Date()
    const update = { $set: Object.fromEntries(held.map(({ key }) => [`held.${key}.at`, at])) as never }
    return (await accounts.updateOne(filter, update)).matchedCount > 0
  }
  const holdMany = async (account: string, asked: readonly Wanted[]): Promise<boolean[]> => {
    const got = new Set<string>()
    let wanted = [...new Map(asked.map((one) => [one.key, one])).values()]
    while (wanted.length > 0) {
      if (await holdTogether(account, wanted)) {
        for (const { key } of wanted) got.add(key)
        break
      }
      const { held, fitting } = await lookAt(account, wanted)
      if (!(await holdAnew(account, held))) continue // given back meanwhile: look again
      for (const { key } of held) got.add(key)
      wanted = fitting
    }
    return asked.map(({ key }) => got.has(key))
  }
  /** Of each account, what is asked for at a time. */
  const holding = new Map<string, (wanted: Wanted) => Promise<boolean>>()
  const hold = async (account: string, wanted: Wanted): Promise<boolean> => {
    const group = holding.get(account) ?? inGroups<Wanted, boolean>(50, (list) => holdMany(account, list))
    holding.set(account, group)
    return group(wanted)
  }

  /** Gives back what is held for a call and books `spent` in its place, once; `since`: only what was held back before. */
  const settle = async (
    account: string,
    { key, spent, since }: { key: string; spent: number; since?: Date },
    tx?: Pick<Tx, 'session' | 'together'>,
  ): Promise<void> => {
    seen.delete(key)
    const booked = {
      reserved: { $subtract: ['$reserved', `$held.${key}.amount`] },
      spent: { $add: ['$spent', spent] },
      [`held.${key}`]: '$$REMOVE',
    }
    const filter: Document = {
      _id: account,
      [`held.${key}`]: { $exists: true },
      ...(since ? { [`held.${key}.at`]: { $lt: since } } : {}),
    }
    const update = [{ $set: booked }]
    if (tx?.together) tx.together.add('budget', { updateOne: { filter, update } })
    else await accounts.updateOne(filter, update, tx ? { session: tx.session } : {})
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
        { $set: { limit: nanodollars }, $setOnInsert: { reserved: 0, spent: 0 }, $inc: { turns: 1 } },
        { upsert: true },
      )
    },
    /**
     * The same, as `capOf` says it now; null: it stays as it is. A cap that was read before somebody else wrote one may
     * be an old one, however long ago it was read: it is read again.
     */
    async follow(account: string, capOf: () => Promise<number | null>): Promise<void> {
      for (;;) {
        const known = await accounts.findOne({ _id: account }, { projection: { limit: 1, turns: 1 } })
        const limit = await capOf()
        if (limit === null || limit === known?.limit) return
        const written = known
          ? await accounts.updateOne(
              { _id: account, turns: known.turns ?? { $exists: false } },
              { $set: { limit }, $inc: { turns: 1 } },
            )
          : await accounts.insertOne({ _id: account, limit, reserved: 0, spent: 0, turns: 1 }).catch(ignoreDuplicate)
        if (written && (!('matchedCount' in written) || written.matchedCount > 0)) return
      }
    },
    /**
     * Holds the amount back in all accounts, or in none: then it answers the account that has not enough. The last one
     * first: what the cap of a run refuses takes no room, not even for a moment, in the budget of its project.
     */
    async reserve(ids: readonly string[], { key, amount }: { key: string; amount: number }): Promise<string | null> {
      const inTurn = ids.toReversed()
      for (const [i, account] of inTurn.entries()) {
        if (await hold(account, { key, amount })) continue
        for (const earlier of inTurn.slice(0, i)) await settle(earlier, { key, spent: 0 })
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
