import { ignoreDuplicate, textCollection, type ControlDb } from '../controlDb'

/**
 * Something was paid that no call of ours waits for: a request that turned up after its call was sent again, or a bill
 * nobody knows. Whole nanodollars; null: not told yet.
 */
export type Orphan = {
  _id: string
  provider: string
  requestId: string
  key: string | null
  project: string | null
  endpoint: string
  nanodollars: number | null
  why: string
  at: Date
}
export type OrphansStore = ReturnType<typeof orphansStore>

/** What was spent beside the calls; shown, and booked on its project where one is known. */
export const orphansStore = (control: ControlDb) => {
  const orphans = textCollection<Orphan>(control.db, 'orphan_spend')
  return {
    /** True when it was not known before. */
    async add(orphan: Omit<Orphan, '_id' | 'at'>): Promise<boolean> {
      const row: Orphan = { _id: `${orphan.provider}:${orphan.requestId}`, ...orphan, at: new Date() }
      return (await orphans.insertOne(row).catch(ignoreDuplicate)) !== null
    },
    async among(provider: string, requestIds: readonly string[]): Promise<Map<string, Orphan>> {
      const found = await orphans.find({ _id: { $in: requestIds.map((id) => `${provider}:${id}`) } }).toArray()
      return new Map(found.map((orphan) => [orphan.requestId, orphan]))
    },
    /** What it cost; once. True when this was the first to say so. */
    async priced(provider: string, requestId: string, nanodollars: number): Promise<boolean> {
      const set = { $set: { nanodollars } }
      return (await orphans.updateOne({ _id: `${provider}:${requestId}`, nanodollars: null }, set)).modifiedCount > 0
    },
    async list(): Promise<Orphan[]> {
      return orphans.find().sort({ at: 1 }).toArray()
    },
  }
}
