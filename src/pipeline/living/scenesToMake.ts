import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { PressOptions } from '@/stores/press'
import { makerKey } from '@/stores/resultsStore'
import type { Views } from '../planRun'
import { namesOf, type Project } from '../readDeclared'
import type { Stores } from '../stores'

/** Which scenes a press of generate is about: all, these, or what is stale. */
export const wantedScenes = async (
  { marks }: Pick<Stores, 'marks'>,
  project: Project,
  { scenes, stale = false }: PressOptions,
): Promise<(id: string) => boolean> => {
  const marked = stale ? new Set(await marks.staleScenes(project.id)) : null
  const asked = scenes && new Set(scenes)
  return (id) => (marked?.has(id) ?? true) && (asked?.has(id) ?? true)
}

/** Names whose pictures no longer fit; `shown`: only those that these scenes show. */
export const staleViews = async (
  { marks }: Pick<Stores, 'marks'>,
  project: Project,
  shown: readonly LibraryDocument[] | null,
): Promise<Required<Views>> => {
  const [character, location, prop] = await Promise.all([
    marks.staleNames(project.id, 'character'),
    marks.staleNames(project.id, 'location'),
    marks.staleNames(project.id, 'prop'),
  ])
  if (!shown) return { character, location, prop }
  return onlySeen({ character, location, prop }, shown)
}

/** All whose pictures these scenes need, as far as there are documents of them. */
export const shownViews = async (
  { library }: Pick<Stores, 'library'>,
  project: Project,
  shown: readonly LibraryDocument[],
): Promise<Required<Views>> => {
  const names = async (collection: 'characters' | 'locations' | 'props') =>
    (await library.find(collection, { project: project.id }, { sort: 'name' })).map(({ name }) => textOf(name))
  const [character, location, prop] = [await names('characters'), await names('locations'), await names('props')]
  return onlySeen({ character, location, prop }, shown)
}

/** Of these, what a paid model made: what is drawn and measured here is held against drawings. */
export const madeByPaid = async ({ results }: Pick<Stores, 'results'>, project: Project, views: Required<Views>): Promise<Required<Views>> => {
  const makers = await results.paidMakers(project.id, Object.values(drawSteps))
  const paid = (kind: keyof typeof drawSteps) => views[kind].filter((name) => makers.has(makerKey(drawSteps[kind], name)))
  return { character: paid('character'), location: paid('location'), prop: paid('prop') }
} // prettier-ignore

const drawSteps = { character: 'qualify.draw-turnaround', location: 'qualify.draw-place', prop: 'qualify.draw-prop' } as const // prettier-ignore

/** Both, each name once. */
export const joinedViews = (one: Required<Views>, other: Required<Views>): Required<Views> => {
  const once = (kind: keyof Views) => [...new Set([...one[kind], ...other[kind]])]
  return { character: once('character'), location: once('location'), prop: once('prop') }
}

const onlySeen = (
  { character, location, prop }: Required<Views>,
  shown: readonly LibraryDocument[],
): Required<Views> => {
  const seen = (names: (scene: LibraryDocument) => string[]) => new Set(shown.flatMap(names))
  const people = seen(({ charactersPresent, voices }) => [...namesOf(charactersPresent), ...namesOf(voices)])
  const places = seen((scene) => [textOf(scene.location)])
  const things = seen(({ props }) =>
    Array.isArray(props) ? props.map((row: { prop?: unknown }) => textOf(row.prop)) : [],
  )
  return {
    character: character.filter((name) => people.has(name)),
    location: location.filter((name) => places.has(name)),
    prop: prop.filter((name) => things.has(name)),
  }
}

/** Whose changed looks a person wants drawn. */
export const wantedVariants = async ({ library }: Pick<Stores, 'library'>, project: Project): Promise<string[]> => {
  const cast = await library.find('characters', { project: project.id, variantsWanted: true }, { sort: 'name' })
  return cast.filter(({ variants }) => Array.isArray(variants) && variants.length > 0).map(({ name }) => textOf(name))
}
