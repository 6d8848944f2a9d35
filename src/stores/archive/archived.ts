import { ObjectId, type Document, type Filter } from 'mongodb'
import { passingCollections, projectCollections } from '../life/projectCollections'

/** By what the documents of a collection belong to a project. */
export type Belongs = 'project id' | 'project text' | 'own id' | 'run' | 'run id' | 'parent'
type Archived = { name: string; by: Belongs }

const versioned = [
  'scenes',
  'screenplays',
  'characters',
  'locations',
  'props',
  'story-bible',
  'style-guides',
  'prompts',
]

/** Everything of a project in the control database, in the order it is written back: the project itself comes last. */
export const archived: readonly Archived[] = [
  ...projectCollections.map((name) => ({ name, by: 'project id' as const })),
  ...passingCollections.map((name) => ({ name, by: 'project id' as const })),
  { name: 'generations', by: 'project id' },
  { name: 'runs', by: 'project id' },
  { name: 'shots', by: 'project text' },
  { name: 'results', by: 'project text' },
  { name: 'assets', by: 'project text' },
  { name: 'made_from', by: 'project text' },
  { name: 'films', by: 'own id' },
  { name: 'run_plans', by: 'run id' },
  { name: 'steps', by: 'run' },
  { name: 'run_events', by: 'run' },
  ...[...versioned, 'projects'].map((name) => ({ name: `_${name}_versions`, by: 'parent' as const })),
]

/** Ids that belong to a project, as text: itself, its runs, its documents. */
export type Own = { id: string; runs: ReadonlySet<string>; documents: ReadonlySet<string> }

export const filterOf = (by: Belongs, { id, runs, documents }: Own): Filter<Document> => {
  if (by === 'project id') return { project: new ObjectId(id) }
  if (by === 'project text') return { project: id }
  if (by === 'own id') return { _id: id as unknown as ObjectId }
  if (by === 'run') return { runId: { $in: [...runs] } }
  if (by === 'run id') return { _id: { $in: [...runs] as unknown as ObjectId[] } }
  return { parent: { $in: [...documents].map((one) => new ObjectId(one)) } }
}

/** Whether a document that an archive brings is the project's own. */
export const isOwn = (by: Belongs, one: Document, { id, runs, documents }: Own): boolean => {
  if (by === 'project id') return one.project instanceof ObjectId && one.project.toHexString() === id
  if (by === 'project text') return one.project === id
  if (by === 'own id') return String(one._id) === id
  if (by === 'run') return runs.has(String(one.runId))
  if (by === 'run id') return runs.has(String(one._id))
  return documents.has(String(one.parent))
}
