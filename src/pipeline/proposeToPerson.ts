import { canonical } from '@/domain/canonical'
import type { Proposal } from '@/stores/libraryStore'
import type { Tx } from '@/stores/controlDb'
import { sha256Of } from '@/stores/sha256'
import type { Stores } from './stores'

type Proposing = { project: string; collection: string; id: string; name: string; proposals: Proposal[] }

/** A person's words stay; what an agent would write instead waits as an alert, once per field and value, to be taken or dismissed. */
export const proposeToPerson = async (
  { alerts }: Pick<Stores, 'alerts'>,
  { project, collection, id, name, proposals }: Proposing,
  tx: Tx,
): Promise<void> => {
  for (const { field, old, new: fresh, agent } of proposals) {
    const cause = `proposal:${id}:${field}:${sha256Of(canonical([old, fresh])).slice(0, 16)}`
    await alerts.raise(
      {
        project,
        cause,
        event: cause,
        once: true,
        what: `A new value for “${field}” of ${name} is waiting.`,
        why: `A person wrote ${short(old)}; the text now gives ${short(fresh)}.`,
        fix: 'Take the new value over, or dismiss this to keep yours.',
        link: `/admin/collections/${collection}/${id}`,
        code: 'PROPOSAL',
        severity: 'info',
        proposal: { of: collection, document: id, field, old: canonical(old), new: canonical(fresh), agent },
      },
      tx,
    )
  }
}

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : canonical(value)
  return `“${text.slice(0, 120)}”`
}
