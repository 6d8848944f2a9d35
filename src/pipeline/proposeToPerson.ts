import type { Proposal } from '@/stores/libraryStore'
import type { Tx } from '@/stores/controlDb'
import type { Stores } from './stores'

type Proposing = { project: string; collection: string; id: string; name: string; proposals: Proposal[] }

/** A person's words stay; what an agent would write instead waits as an alert, once per field and value. */
export const proposeToPerson = async (
  stores: Stores,
  { project, collection, id, name, proposals }: Proposing,
  tx: Tx,
): Promise<void> => {
  for (const { field, old, new: fresh } of proposals) {
    const what = `A new value for “${field}” of ${name} is waiting.`
    const why = `A person wrote ${short(old)}; the text now gives ${short(fresh)}.`
    if (await stores.library.findOne('alerts', { project, what, why }, tx)) continue
    const fix = 'Take the new value over on the document, or dismiss this to keep yours.'
    const link = `/admin/collections/${collection}/${id}`
    await stores.library.create(
      'alerts',
      { project, what, why, fix, link, code: 'PROPOSAL', severity: 'info', dismissed: false },
      tx,
    )
  }
}

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `“${text.slice(0, 120)}”`
}
