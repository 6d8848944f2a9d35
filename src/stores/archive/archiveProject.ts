import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BSON, ObjectId, type Document } from 'mongodb'
import { archiveFormat, manifestPath, type ArchiveEntry, type ArchiveManifest } from '@/domain/archive/archiveManifest'
import { gatherDatabase, qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import type { AssetsStore } from '../assetsStore'
import { textCollection, type ControlDb } from '../controlDb'
import { textsIn } from '../life/remap'
import { sha256OfFile } from '../sha256'
import { writeZip, type ZipEntry } from '../zip/writeZip'
import { archived, filterOf, type Own } from './archived'

type Parts = { control: ControlDb; assets: AssetsStore; scratch: string; signal: AbortSignal }
type Asked = { id: string; slug: ProjectSlug; title: string; to: string }

const fileName = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/

/** Writes everything of a project into one file at `to`: documents, both databases, media, each with its checksum. */
export const archiveProject = async (parts: Parts, { id, slug, title, to }: Asked): Promise<ArchiveManifest> => {
  const { control, assets, scratch, signal } = parts
  const mentioned = new Set<string>()
  const entries: (ArchiveEntry & { file: string })[] = []
  const dump = async (path: string, documents: AsyncIterable<Document>) => {
    signal.throwIfAborted()
    const file = join(scratch, path)
    const written = await writeLines(file, documents, (one) => textsIn(one, (text) => mentioned.add(text)))
    if (written) entries.push({ path, file, ...written })
  }
  const own = await ownOf(control, id)
  const { db, client } = control
  for (const { name, by } of archived) await dump(`documents/${name}.ndjson`, db.collection(name).find(filterOf(by, own)).sort({ _id: 1 }))
  await dump('documents/projects.ndjson', db.collection('projects').find({ _id: new ObjectId(id) }))
  for (const [folder, database] of [['gather', gatherDatabase(slug)], ['qualified', qualifiedDatabase(slug)]] as const)
    for (const { name } of await client.db(database).listCollections({}, { nameOnly: true }).toArray())
      await dump(`${folder}/${name}.ndjson`, client.db(database).collection(name).find().sort({ _id: 1 }))
  const ids = [...mentioned].filter((one) => /^[0-9a-f]{24}$/.test(one)).map((one) => new ObjectId(one))
  const media = { $or: [{ project: new ObjectId(id) }, { _id: { $in: ids } }] }
  await dump('documents/media.ndjson', db.collection('media').find(media).sort({ _id: 1 }))
  for (const name of [...mentioned].filter((one) => fileName.test(one)).sort()) {
    if (!(await assets.present([name]))) continue
    const file = assets.pathOf(name)
    entries.push({ path: `media/${name}`, file, bytes: (await stat(file)).size, sha256: await sha256OfFile(file) })
  }
  const manifest: ArchiveManifest = {
    backlotArchive: archiveFormat,
    project: { id, slug, title },
    entries: entries.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  }
  const manifestFile = join(scratch, manifestPath)
  await writeFile(manifestFile, `${JSON.stringify(manifest, null, 1)}\n`)
  const zipped: ZipEntry[] = [{ path: manifestPath, file: manifestFile }, ...entries.map(({ path, file }) => ({ path, file }))]
  await writeZip(to, zipped, signal)
  return manifest
} // prettier-ignore

const ownOf = async ({ db }: ControlDb, id: string): Promise<Own> => {
  const project = new ObjectId(id)
  const idsIn = async (name: string) =>
    (await db.collection(name).find({ project }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => String(_id))
  const runs = await textCollection(db, 'runs').find({ project }, { projection: { _id: 1 } }).toArray()
  const documents = await Promise.all(archived.filter(({ by }) => by === 'project id').map(({ name }) => idsIn(name)))
  const mongoIds = documents.flat().filter((one) => /^[0-9a-f]{24}$/.test(one))
  return { id, runs: new Set(runs.map(({ _id }) => _id)), documents: new Set([id, ...mongoIds]) }
} // prettier-ignore

/** A line of canonical EJSON for each; null and no file when there is none. */
const writeLines = async (
  file: string,
  documents: AsyncIterable<Document>,
  seen: (one: Document) => void,
): Promise<{ bytes: number; sha256: string } | null> => {
  await mkdir(dirname(file), { recursive: true })
  const hash = createHash('sha256')
  let bytes = 0
  const lines = async function* () {
    for await (const one of documents) {
      seen(one)
      const line = Buffer.from(`${BSON.EJSON.stringify(one, { relaxed: false })}\n`)
      hash.update(line)
      bytes += line.length
      yield line
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  return bytes === 0 ? null : { bytes, sha256: hash.digest('hex') }
}
