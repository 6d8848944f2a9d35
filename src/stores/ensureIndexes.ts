import type { CreateIndexesOptions, Db, IndexDescription } from 'mongodb'

export type WantedIndex = [
  collection: string,
  key: Record<string, 1 | -1>,
  options?: Omit<CreateIndexesOptions, 'session'>,
]

const unique = { unique: true }
const where = (filter: Record<string, unknown>) => ({ partialFilterExpression: filter })
const dated = where({ dueAt: { $type: 'date' } })
const pressed = { ...unique, ...where({ key: { $type: 'string' } }) }

/** What Backlot keeps beside Payload's collections. */
const ownIndexes: WantedIndex[] = [
  ['run_events', { runId: 1, seq: 1 }, unique],
  ['runs', { project: 1, key: 1 }, pressed],
  ['runs', { state: 1 }],
  ['presses', { project: 1, key: 1 }, pressed],
  ['presses', { project: 1 }, { ...unique, ...where({ state: 'counting_down' }) }],
  ['steps', { runId: 1, node: 1 }],
  ['steps', { 'lease.owner': 1 }, { sparse: true }],
  ['outbox', { state: 1, _id: 1 }],
  ['generations', { project: 1, scene: 1 }],
  ['generations', { provider: 1, requestId: 1 }, { ...unique, ...where({ requestId: { $type: 'string' } }) }],
  ['generations', { dueAt: 1 }, dated],
  ['generations', { state: 1, dueAt: 1 }, dated],
  ['generations', { state: 1, priceNanodollars: 1 }, where({ paid: true })],
  ['generations', { 'asset.sha256': 1 }, where({ 'asset.sha256': { $exists: true } })],
  ['inbox', { dueAt: 1 }, dated],
  ['results', { project: 1, subject: 1 }],
  ['made_from', { project: 1, 'parts.of': 1 }],
  ['made_from', { project: 1, subject: 1 }],
  ['assets', { project: 1 }],
  ['alerts', { cause: 1 }, { ...unique, ...where({ cause: { $type: 'string' }, dismissed: false }) }],
  ['mails', { person: 1 }, { ...unique, ...where({ open: true }) }],
  ['mails', { open: 1, dueAt: 1 }],
  ['mails', { person: 1, at: 1 }],
  ['slots', { pool: 1 }],
  ['quotes', { project: 1, at: 1 }],
  ['foresights', { at: 1 }, { expireAfterSeconds: 3600 }],
  ['links', { expiresAt: 1 }, { expireAfterSeconds: 30 * 86_400 }],
]

/** Makes them; repeatable, also by several programs at the same moment. */
export const ensureIndexes = async (db: Db): Promise<void> => makeIndexes(db, ownIndexes)

/** One command for each collection: a database that has none of them is ready in a third of the time. */
export const makeIndexes = async (db: Db, wanted: readonly WantedIndex[]): Promise<void> => {
  const collections = [...new Set(wanted.map(([collection]) => collection))]
  const of = (collection: string): IndexDescription[] =>
    wanted.filter(([name]) => name === collection).map(([, key, options]) => ({ key, ...options }))
  await Promise.all(collections.map((collection) => db.collection(collection).createIndexes(of(collection))))
}
