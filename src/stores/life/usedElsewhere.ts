import { ObjectId, type Db, type Document } from 'mongodb'
import { gatherDatabase, projectSlugSchema, qualifiedDatabase } from '@/domain/project/projectSlug'
import { textCollection, type ControlDb } from '../controlDb'
import type { ResultDocument } from '../resultsStore'
import { projectCollections } from './projectCollections'
import { textsIn } from './remap'

/** Media documents (id → file name) and the names of all files a project has made or was given. */
export type OwnFiles = { media: Map<string, string>; names: Set<string> }
/** Which of them another project uses, and which one does. */
export type Used = { media: Map<string, string>; names: Map<string, string> }

const fileName = /^[0-9a-f]{64}\.[a-z0-9]+$/

export const filesOfProject = async ({ db }: ControlDb, id: string): Promise<OwnFiles> => {
  const own: OwnFiles = { media: new Map(), names: new Set() }
  const media = db.collection('media').find({ project: new ObjectId(id) }, { projection: { filename: 1 } })
  for await (const { _id, filename } of media) {
    own.media.set(String(_id), String(filename))
    if (fileName.test(String(filename))) own.names.add(String(filename))
  }
  for await (const { name } of db.collection('assets').find({ project: id })) own.names.add(String(name))
  for (const name of await textCollection<ResultDocument>(db, 'results').distinct('files', { project: id })) own.names.add(name)
  return own
} // prettier-ignore

/**
 * Looks through everything the other projects have: their documents, both databases, shots, films, results and calls,
 * and the studio's own documents.
 */
export const usedElsewhere = async (control: ControlDb, id: string, own: OwnFiles): Promise<Used> => {
  const { db, client } = control
  const used: Used = { media: new Map(), names: new Map() }
  const mark = (project: string) => (text: string) => {
    if (own.media.has(text) && !used.media.has(text)) used.media.set(text, project)
    if (own.names.has(text) && !used.names.has(text)) used.names.set(text, project)
  }
  const look = async (documents: AsyncIterable<Document>, projectOf: (one: Document) => string) => {
    for await (const one of documents) textsIn(one, mark(projectOf(one)))
  }
  const others = await db.collection('projects').find({ _id: { $ne: new ObjectId(id) } }).toArray()
  const first = String(others[0]?._id ?? '')
  const named = ({ project }: Document) => (project ? String(project) : first)
  for (const one of others) textsIn(one, mark(String(one._id)))
  for (const name of [...projectCollections, 'media', 'generations'])
    await look(db.collection(name).find({ project: { $ne: new ObjectId(id) } }), named)
  for (const name of ['shots', 'results']) await look(db.collection(name).find({ project: { $ne: id } }), named)
  await look(textCollection(db, 'films').find({ _id: { $ne: id } }), ({ _id }) => String(_id))
  for (const { _id, slug } of others) {
    const known = projectSlugSchema.safeParse(slug)
    if (!known.success) continue
    for (const database of [gatherDatabase(known.data), qualifiedDatabase(known.data)])
      await lookThrough(client.db(database), (documents) => look(documents, () => String(_id)))
  }
  shareFiles(own, used)
  return used
} // prettier-ignore

/** A file is used where its document is. */
const shareFiles = (own: OwnFiles, used: Used): void => {
  for (const [document, project] of used.media) {
    const name = own.media.get(document) ?? ''
    if (own.names.has(name) && !used.names.has(name)) used.names.set(name, project)
  }
}

const lookThrough = async (db: Db, look: (documents: AsyncIterable<Document>) => Promise<void>): Promise<void> => {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    await look(db.collection(name).find({}, { projection: { vector: 0 } }))
}
