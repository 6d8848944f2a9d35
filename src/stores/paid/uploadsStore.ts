import { textCollection, type ControlDb } from '../controlDb'

type Upload = { _id: string; address: string; until: Date | null }
export type UploadsStore = ReturnType<typeof uploadsStore>

/** An address that ends sooner is not handed out any more. */
const marginMs = 3_600_000

/** Where a file of ours lies at an account of a provider: put there once for each content. */
export const uploadsStore = (control: ControlDb) => {
  const uploads = textCollection<Upload>(control.db, 'uploads')
  const idOf = (account: string, sha256: string) => `${account}:${sha256}`
  return {
    async addresses(account: string, hashes: readonly string[]): Promise<Map<string, string>> {
      if (hashes.length === 0) return new Map()
      const lasts = { $or: [{ until: null }, { until: { $gt: new Date(Date.now() + marginMs) } }] }
      const found = await uploads.find({ _id: { $in: hashes.map((hash) => idOf(account, hash)) }, ...lasts }).toArray()
      return new Map(found.map(({ _id, address }) => [_id.slice(account.length + 1), address]))
    },
    async keep(account: string, sha256: string, at: { address: string; until: Date | null }): Promise<void> {
      await uploads.updateOne({ _id: idOf(account, sha256) }, { $set: at }, { upsert: true })
    },
  }
}
