import type { CollectionSlug } from 'payload'
import type { QualifiedCollection } from '@/domain/gather/rawItem'
import type { Tx } from '@/stores/controlDb'
import { keptFields } from '@/stores/libraryStore'
import type { StepContext } from './defineStep'
import { proposeToPerson } from './proposeToPerson'
import type { Stores } from './stores'

type BibleDocument = {
  collection: CollectionSlug
  qualified: QualifiedCollection
  name: string
  fields: Record<string, unknown>
}
type Bible = { agent: string; inputHash: string; documents: BibleDocument[]; keepOnly?: CollectionSlug }

/**
 * Writes Payload documents and their qualified twins in one transaction. Documents of this agent that the text no
 * longer holds go away unless a person has touched them.
 */
export const writeBible =
  (stores: Stores, project: StepContext['project'], { agent, inputHash, documents, keepOnly }: Bible) =>
  async (tx: Tx): Promise<void> => {
    for (const { collection, qualified, name, fields } of documents) {
      const key = { project: project.id, name }
      const { id, proposals } = await stores.library.writeByPipeline({ collection, key, fields, agent }, tx)
      if (proposals.length > 0)
        await proposeToPerson(stores, { project: project.id, collection, id, name, proposals }, tx)
      await stores.qualified.put(
        project.slug,
        { collection: qualified, id, fields: { name, ...fields, ...keptFields(proposals) }, agent, inputHash },
        tx,
      )
    }
    if (keepOnly)
      await dropOthers(stores, { project, collection: keepOnly, names: documents.map(({ name }) => name) }, tx)
  }

type Others = { project: StepContext['project']; collection: CollectionSlug; names: string[] }

const dropOthers = async (stores: Stores, { project, collection, names }: Others, tx: Tx): Promise<void> => {
  const kept = new Set(names)
  for (const document of await stores.library.find(collection, { project: project.id }, { tx })) {
    const touched = (document.authors ?? []).some(({ author }) => !author.startsWith('agent:'))
    if (!kept.has(String(document.name)) && !touched) await stores.library.remove(collection, { id: document.id }, tx)
  }
}
