import { ObjectId, type Db, type Document } from 'mongodb'
import type { OwnFolder } from '@/domain/own/ownRole'
import { gatherCollections, type RawKind } from '@/domain/gather/rawItem'
import { gatherDatabase, qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import type { ControlDb } from '../controlDb'
import { episodeCollections, projectCollections } from './projectCollections'
import { copiedId, remap, type Ids } from './remap'

type Side = { id: string; slug: ProjectSlug }
/** Where from and where to; the copies have the same ids however often they are made. */
export type Copying = { from: Side; to: Side }

const batch = 200

/** Copies documents over, each replaced by its id: repeatable. */
const copyAll = async (from: AsyncIterable<Document>, to: ReturnType<Db['collection']>, change: (one: Document) => Document): Promise<void> => {
  let writes: { replaceOne: { filter: Document; replacement: Document; upsert: true } }[] = []
  const write = async () => {
    if (writes.length > 0) await to.bulkWrite(writes, { ordered: false })
    writes = []
  }
  for await (const one of from) {
    const replacement = change(one)
    writes.push({ replaceOne: { filter: { _id: replacement._id as ObjectId }, replacement, upsert: true } })
    if (writes.length >= batch) await write()
  }
  await write()
} // prettier-ignore

/** New ids of the project and of all its documents in these collections. */
const idsOf = async ({ db }: ControlDb, { from, to }: Copying, collections: readonly string[]): Promise<Ids> => {
  const ids = new Map([[from.id, to.id]])
  for (const name of collections) {
    const found = db.collection(name).find({ project: new ObjectId(from.id) }, { projection: { _id: 1 } })
    for await (const { _id } of found) ids.set(String(_id), copiedId(to.id, String(_id)))
  }
  return ids
}

/** The documents of the project, each with its links to the others; files are shared. */
export const copyDocuments = async (control: ControlDb, copying: Copying): Promise<void> => {
  const ids = await idsOf(control, copying, projectCollections)
  await copyThem(control, copying, { names: projectCollections, change: (one) => remap(one, ids) as Document })
}

/** What an episode takes over. It counts as written by `by`, so that no department writes over it. */
export const copyForEpisode = async (control: ControlDb, copying: Copying, by: string): Promise<void> => {
  const ids = await idsOf(control, copying, episodeCollections)
  const change = (one: Document): Document => {
    const copy = remap(one, ids) as Document & { authors?: { author: string }[] }
    return copy.authors ? { ...copy, authors: copy.authors.map((row) => ({ ...row, author: by })) } : copy
  }
  await copyThem(control, copying, { names: episodeCollections, change })
}

type Them = { names: readonly string[]; change: (one: Document) => Document }
const copyThem = async ({ db }: ControlDb, { from }: Copying, { names, change }: Them): Promise<void> => {
  for (const name of names)
    await copyAll(db.collection(name).find({ project: new ObjectId(from.id) }), db.collection(name), change)
}

/** Finished scenes and the film as it was cut. */
export const copyFilm = async (control: ControlDb, copying: Copying): Promise<void> => {
  const { from, to } = copying
  const ids = await idsOf(control, copying, projectCollections)
  const change = (one: Document): Document => remap(one, ids) as Document
  const [shots, films] = [control.db.collection('shots'), control.db.collection('films')]
  await copyAll(shots.find({ project: from.id }), shots, change)
  await copyAll(films.find({ _id: from.id as unknown as ObjectId }), films, change)
  const projects = control.db.collection('projects')
  const film = await projects.findOne({ _id: new ObjectId(from.id) }, { projection: { film: 1, poster: 1 } })
  if (film?.film)
    await projects.updateOne(
      { _id: new ObjectId(to.id) },
      { $set: { film: film.film as ObjectId, poster: film.poster as ObjectId } },
    )
}

export const copyQualified = async (control: ControlDb, copying: Copying): Promise<void> => {
  const { from, to } = copying
  const ids = await idsOf(control, copying, projectCollections)
  const [source, target] = [control.client.db(qualifiedDatabase(from.slug)), control.client.db(qualifiedDatabase(to.slug))]
  for (const { name } of await source.listCollections({}, { nameOnly: true }).toArray())
    await copyAll(source.collection(name).find(), target.collection(name), (one) => remap(one, ids) as Document)
} // prettier-ignore

/** Raw entries; without the lock, which the caller sets. `wanted` says which. */
export const copyGathered = async (control: ControlDb, { from, to }: Copying, wanted: (entry: Document) => boolean): Promise<void> => {
  const [source, target] = [control.client.db(gatherDatabase(from.slug)), control.client.db(gatherDatabase(to.slug))]
  for (const name of gatherCollections) {
    const entries = source.collection(name).find()
    await copyAll(filtered(entries, wanted), target.collection(name), (one) => one)
  }
} // prettier-ignore

async function* filtered(entries: AsyncIterable<Document>, wanted: (entry: Document) => boolean) {
  for await (const one of entries) if (wanted(one)) yield one
}

const kept: readonly RawKind[] = ['character', 'location', 'prop', 'cast_file', 'place_file', 'prop_file']
const keptOfFilm: readonly unknown[] = ['style', 'logo', 'music'] satisfies OwnFolder[]

/** What of the gathered material a further episode takes over: people, places and things, the look, logo and music. */
export const forEpisode = ({ kind, data }: Document): boolean =>
  kept.includes(kind as RawKind) ||
  (kind === 'film_file' && keptOfFilm.includes((data as { role?: unknown } | null)?.role))
