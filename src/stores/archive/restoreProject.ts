import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ObjectId, type Collection, type Document } from 'mongodb'
import { StudioError } from '@/domain/errors/StudioError'
import type { ArchiveManifest } from '@/domain/archive/archiveManifest'
import { gatherDatabase, qualifiedDatabase } from '@/domain/project/projectSlug'
import type { AssetsStore } from '../assetsStore'
import type { ControlDb } from '../controlDb'
import type { GatherStore } from '../gatherStore'
import type { KnowledgeStore } from '../knowledgeStore'
import { remap, type Ids } from '../life/remap'
import { openStoredZip, type OpenZip } from '../zip/openZip'
import { archived, type Own } from './archived'
import { checkArchive, documentsIn } from './checkArchive'

type Parts = { control: ControlDb; assets: AssetsStore; gather: GatherStore; knowledge: KnowledgeStore }
type Restoring = Parts & { zip: OpenZip; manifest: ArchiveManifest }

/**
 * Puts an archived project back as it was, under the same ids; the project itself comes last, so that one that was killed
 * in the middle is done again. Everything is read and checked before anything is written. Fails: ARCHIVE_REFUSED, SLUG_TAKEN.
 */
export const restoreProject = async (parts: Parts, file: string): Promise<ArchiveManifest> => {
  const zip = await openStoredZip(file).catch((cause: unknown) => {
    throw refused(cause)
  })
  try {
    const { manifest, own } = await checkArchive(zip).catch((cause: unknown) => {
      throw refused(cause)
    })
    await refuseTaken(parts.control, manifest)
    await refuseOthers(parts.control, own)
    await putBack({ ...parts, zip, manifest })
    return manifest
  } finally {
    zip.close()
  }
}

const putBack = async (restoring: Restoring): Promise<void> => {
  const { control, manifest, zip, gather, knowledge } = restoring
  const { db, client } = control
  const { id, slug } = manifest.project
  for (const { path } of manifest.entries) if (path.startsWith('media/')) await putFile(restoring, path)
  const ids = await putMedia(restoring)
  const [raw, qualified] = [client.db(gatherDatabase(slug)), client.db(qualifiedDatabase(slug))]
  await raw.dropDatabase()
  await qualified.dropDatabase()
  await knowledge.prepare(slug)
  const target = { gather: raw, qualified }
  for (const { path } of manifest.entries) {
    const [folder, name = ''] = path.replace(/\.ndjson$/, '').split('/')
    if (folder === 'gather' || folder === 'qualified') await putAll(target[folder].collection(name), changed(documentsIn(zip, path), ids))
  }
  if (await gather.isLocked(slug)) await gather.bolt(slug, true)
  for (const { name } of archived) {
    const documents = changed(documentsIn(zip, `documents/${name}.ndjson`), ids)
    await putAll(db.collection(name), name === 'runs' ? ended(documents) : documents, shared.has(name))
  }
  for await (const one of changed(documentsIn(zip, 'documents/projects.ndjson'), ids))
    await db.collection('projects').replaceOne({ _id: new ObjectId(id) }, one, { upsert: true })
} // prettier-ignore

/** What may be there already, from before the project was deleted or from another one: it stays as it is. */
const shared = new Set(['generations', 'assets'])

const putAll = async (to: Collection, documents: AsyncIterable<Document>, keepStanding = false): Promise<void> => {
  for await (const one of documents) {
    const { _id, ...rest } = one
    if (keepStanding) await to.updateOne({ _id: _id as ObjectId }, { $setOnInsert: rest }, { upsert: true })
    else await to.replaceOne({ _id: _id as ObjectId, ...ownerOf(one) }, one, { upsert: true })
  }
}

/** A document that stands under the same id and belongs to somebody else is not written over: the write fails. */
const ownerOf = (one: Document): Document => {
  const owner = ['project', 'parent', 'runId'].find((field) => field in one)
  return owner === undefined ? {} : { [owner]: one[owner] as unknown }
}

async function* changed(documents: AsyncIterable<Document>, ids: Ids): AsyncGenerator<Document> {
  for await (const one of documents) yield ids.size === 0 ? one : (remap(one, ids) as Document)
}

/** Nothing begins to run by being restored. */
async function* ended(runs: AsyncIterable<Document>): AsyncGenerator<Document> {
  for await (const one of runs)
    yield ['pending', 'running', 'cancelling'].includes(String(one.state)) ? { ...one, state: 'cancelled' } : one
}

/** The media documents; one whose file this studio has already keeps its id here, and everything that names it follows. */
const putMedia = async ({ control, zip, manifest }: Restoring): Promise<Ids> => {
  const media = control.db.collection('media')
  const ids = new Map<string, string>()
  for await (const one of documentsIn(zip, 'documents/media.ndjson')) {
    const standing = await media.findOne({ filename: one.filename as string }, { projection: { _id: 1 } })
    if (standing) {
      if (String(standing._id) !== String(one._id)) ids.set(String(one._id), String(standing._id))
      continue
    }
    await media.insertOne({ ...one, _id: one._id as ObjectId, project: new ObjectId(manifest.project.id) })
  }
  return ids
}

const putFile = async ({ assets, zip }: Restoring, path: string): Promise<void> => {
  const name = path.slice('media/'.length)
  if (assets.has(name)) return
  const to = assets.pathOf(name)
  const part = `${to}.${String(process.pid)}.part`
  await mkdir(dirname(to), { recursive: true })
  try {
    await pipeline(await zip.read(path), createWriteStream(part))
    await rename(part, to)
  } finally {
    await rm(part, { force: true })
  }
}

const refuseTaken = async ({ db }: ControlDb, { project: { id, slug } }: ArchiveManifest): Promise<void> => {
  const standing = await db.collection('projects').findOne({ $or: [{ slug }, { _id: new ObjectId(id) }] })
  if (!standing) return
  throw new StudioError({
    code: 'SLUG_TAKEN',
    what: `The project “${slug}” was not restored.`,
    why: 'This studio has a project with that slug, or this very project.',
    fix: 'Delete that one first (POST /api/projects/:id/delete), or restore into another BACKLOT_HOME.',
    field: 'slug',
  })
}

/** No document under these ids may belong to another project of this studio. */
const refuseOthers = async ({ db }: ControlDb, { id, runs, documents }: Own): Promise<void> => {
  const ids = [...[...documents].map((one) => new ObjectId(one)), ...runs] as ObjectId[]
  for (const { name } of archived.filter(({ by, name }) => by === 'project id' && name !== 'generations')) {
    const other = await db.collection(name).findOne({ _id: { $in: ids }, project: { $ne: new ObjectId(id) } })
    if (other) throw refused(new Error(`a document in “${name}” belongs to another project here`))
  }
}

const refused = (cause: unknown) =>
  new StudioError({
    code: 'ARCHIVE_REFUSED',
    what: 'The archive was not restored; nothing was changed.',
    why: `It cannot be trusted: ${cause instanceof Error ? cause.message.slice(0, 300) : String(cause)}.`,
    fix: 'Fetch it again from where it was kept, or make a new one with “npm run backlot -- archive SLUG”.',
    cause,
  })
