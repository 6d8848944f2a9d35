import { templateFor } from '@/domain/prompt/chosenTemplate'
import type { Part, PartRole } from '@/domain/stale/part'
import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import { referenceAside, viewsAside, type Enrolled } from '../asideReferences'
import type { Reads, StepDefinition } from '../defineStep'
import { counted, partOf, promptPart } from '../partsOf'
import { pick } from '../pickFields'
import type { Project } from '../readDeclared'
import { castMember, propNamed, referenced, sceneRead } from '../readOne'
import type { Stores } from '../stores'

/** A document by the name results know it by; `document` null: it is not there. */
export type Named = { of: string; document: LibraryDocument | null }
/** Of the scene that asks, where that makes a difference: `sequence`, its place in the film; `aside`, who makes its pictures. */
type Asked = {
  project: Project
  step: StepDefinition
  role: PartRole
  named: Named
  sequence: number | null
  aside: string | null
}
type Read = Record<string, unknown>
type Reader = (
  stores: Stores,
  document: LibraryDocument,
  asked: { reads: Reads; sequence: number | null; enrolled: Enrolled },
) => Promise<Read> | Read

/** How a document is read in each role, by the functions a run reads it with. */
const readers: Partial<Record<PartRole, Reader>> = {
  scene: async (stores, scene, { reads: { scene: fields = [] } }) => counted(await sceneRead(stores, scene, fields)),
  previous: (_, scene, { reads: { previous = [] } }) => counted(pick(scene, previous)),
  cast: async (stores, person, { reads: { cast = [] }, sequence, enrolled }) =>
    castMember(stores, await viewsAside(stores, person, enrolled), { fields: cast, sequence }),
  character: (stores, person, { reads: { character = [] } }) => referenced(stores, person, character),
  place: async (stores, place, { reads: { place: fields = [] }, enrolled }) =>
    referenceAside(stores, await referenced(stores, place, fields), {
      kind: 'locations',
      name: textOf(place.name),
      ...enrolled,
    }),
  prop: (stores, prop, { reads: { prop: fields = [] } }) => referenced(stores, prop, fields),
  props: async (stores, prop, { reads: { props = [] }, enrolled }) =>
    referenceAside(stores, await propNamed(stores, prop, props), {
      kind: 'props',
      name: textOf(prop.name),
      ...enrolled,
    }),
  look: (_, guide, { reads: { look = [] } }) => pick(guide, look),
  bible: (_, story, { reads: { bible = [] } }) => pick(story, bible),
}

/** What a step would read of one document now; null where there is nothing any more. */
export const partNow = async (
  stores: Stores,
  { project, step, role, named, sequence, aside }: Asked,
): Promise<Part | null> => {
  const { of, document } = named
  if (role === 'title') return partOf(role, of, { title: project.title })
  if (role === 'settings') return partOf(role, of, pick(project.settings, step.reads.settings ?? []))
  if (role === 'prompts') {
    const slug = of.slice('prompts/'.length)
    return promptPart(slug, templateFor(await stores.library.find('prompts', {}), { slug, project: project.id }))
  }
  const read = readers[role]
  return read && document
    ? partOf(
        role,
        of,
        await read(stores, document, { reads: step.reads, sequence, enrolled: { project: project.id, aside } }),
      )
    : null
}
