import type { QualifiedCollection } from '@/domain/gather/rawItem'
import { projectSlug } from '@/domain/project/projectSlug'
import { inTransaction } from '@/stores/controlDb'
import type { Stores } from '@/pipeline/stores'

const twins = {
  scenes: 'scene_metadata',
  characters: 'character_profiles',
  locations: 'location_details',
  props: 'prop_catalog',
  screenplays: 'screenplay',
  'story-bible': 'story_bible',
  'style-guides': 'visual_guidelines',
} as const satisfies Record<string, QualifiedCollection>

const ownFields = new Set(['id', 'project', 'rev', 'authors', 'createdAt', 'updatedAt'])

/** Carries a person's edit to the qualified database: the document as committed, applied once and never backwards. */
export const carryToQualified = async (
  stores: Stores,
  { collection, id }: { collection: string; id: string; rev: number },
): Promise<void> => {
  if (!(collection in twins)) return
  const from = collection as keyof typeof twins
  const document = await stores.library.findOne(from, { id })
  const project = document && (await stores.library.findOne('projects', { id: String(document.project) }))
  if (!project) return
  const fields = Object.fromEntries(Object.entries(document).filter(([field]) => !ownFields.has(field)))
  const rev = document.rev ?? 0
  await inTransaction(stores.control, (tx) =>
    stores.qualified.put(
      projectSlug(String(project.slug)),
      {
        collection: twins[from],
        id,
        fields: { ...fields, sourceRev: rev },
        agent: 'person',
        inputHash: `rev:${String(rev)}`,
      },
      tx,
    ),
  )
}
