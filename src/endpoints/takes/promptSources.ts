import type { PayloadRequest } from 'payload'
import { projectSettingsSchema } from '@/domain/project/projectSettings'
import type { PromptSources } from '@/domain/prompt/promptJobs'
import type { AskedScene } from '../living/sceneOf'

/** Documents a prompt's values come from, each with its id. */
export type FoundSources = PromptSources & { scene: Record<string, unknown> }

type Document = Record<string, unknown>
const pictureFields: ReadonlySet<string> = new Set(['aspect', 'resolution', 'fps'])

/** The documents a scene is told from, as far as whoever asks may see them. */
export const promptSources = async (req: PayloadRequest, { id, project }: AskedScene): Promise<FoundSources> => {
  const asked = { depth: 0, overrideAccess: false, req } as const
  const scene = (await req.payload.findByID({ collection: 'scenes', id, ...asked })) as unknown as Document
  const ofFilm = { equals: project.id }
  const named = (names: unknown) => ({ where: { project: ofFilm, name: { in: Array.isArray(names) ? names : [] } }, pagination: false, limit: 0 }) as const // prettier-ignore
  const heard = [...list(scene['charactersPresent']), ...list(scene['voices'])]
  const things = (Array.isArray(scene['props']) ? (scene['props'] as { prop?: unknown }[]) : []).flatMap(({ prop }) => typeof prop === 'string' ? [prop] : []) // prettier-ignore
  const [film, cast, places, props, looks] = await Promise.all([
    req.payload.findByID({ collection: 'projects', id: project.id, ...asked }),
    req.payload.find({ collection: 'characters', ...named(heard), sort: 'name', ...asked }),
    req.payload.find({ collection: 'locations', ...named(list(scene['location'])), ...asked }),
    req.payload.find({ collection: 'props', ...named(things), sort: 'name', ...asked }),
    req.payload.find({ collection: 'style-guides', where: { project: ofFilm }, limit: 1, ...asked }),
  ])
  // a form leaves null where nothing was chosen
  const chosen = Object.entries(film.settings).filter(([field, value]) => pictureFields.has(field) && value !== null)
  const documents = (docs: readonly object[]): Document[] => docs.map((one) => ({ ...one }))
  return {
    scene,
    cast: documents(cast.docs),
    place: documents(places.docs)[0] ?? null,
    props: documents(props.docs),
    look: documents(looks.docs)[0] ?? null,
    settings: projectSettingsSchema.parse(Object.fromEntries(chosen)),
  }
}

const list = (value: unknown): string[] =>
  [value].flat().flatMap((one: unknown) => (typeof one === 'string' && one !== '' ? [one] : []))
