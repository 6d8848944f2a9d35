import type { LibraryDocument } from '@/stores/libraryStore'
import type { Stores } from '../stores'

const byName = { characters: 'characters', locations: 'locations', props: 'props' } as const
const onePerProject = {
  'style-guides': 'style-guides',
  'story-bible': 'story-bible',
  screenplays: 'screenplays',
} as const

/** The document that results know by this name: `characters/MARA`, `scenes/<id>`, `style-guides`. */
export const documentNamed = async (
  { library }: Pick<Stores, 'library'>,
  { project, of }: { project: string; of: string },
): Promise<LibraryDocument | null> => {
  const [collection = '', ...rest] = of.split('/')
  const name = rest.join('/')
  if (collection === 'scenes') return name === '' ? null : library.findOne('scenes', { id: name })
  if (collection === 'project') return library.findOne('projects', { id: project })
  if (collection === 'prompts') return promptNamed(library, { project, slug: name })
  if (collection in byName) return library.findOne(collection as keyof typeof byName, { project, name })
  return collection in onePerProject ? library.findOne(collection as keyof typeof onePerProject, { project }) : null
}

const promptNamed = async (
  library: Stores['library'],
  { project, slug }: { project: string; slug: string },
): Promise<LibraryDocument | null> => {
  const named = (await library.find('prompts', {})).filter((one) => one.slug === slug)
  return named.find((one) => one.project === project) ?? named.find((one) => !one.project) ?? null
}

/** The names under which results know a document: a project has two, for its title and for its settings. */
export const namesOfDocument = (collection: string, document: Record<string, unknown> & { id: string }): string[] => {
  if (collection === 'projects') return ['project/settings', 'project/title']
  if (collection === 'scenes') return [`scenes/${document.id}`]
  if (collection === 'prompts') return [`prompts/${String(document.slug)}`]
  if (collection in byName) return [`${collection}/${String(document.name)}`]
  return collection in onePerProject ? [collection] : []
}
