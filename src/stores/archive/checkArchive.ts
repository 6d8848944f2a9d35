import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { BSON, ObjectId, type Document } from 'mongodb'
import { isArchivePath, manifestPath, manifestShape, type ArchiveManifest } from '@/domain/archive/archiveManifest'
import { gatherCollections } from '@/domain/gather/rawItem'
import type { OpenZip } from '../zip/openZip'
import { archived, isOwn, type Own } from './archived'

const manifestBytesMost = 100_000_000

/** Reads an archive from end to end and changes nothing. Throws an Error that says what is wrong with it. */
export const checkArchive = async (zip: OpenZip): Promise<{ manifest: ArchiveManifest; own: Own }> => {
  const manifest = await readManifest(zip)
  const listed = new Map(manifest.entries.map((entry) => [entry.path, entry]))
  if (listed.size !== manifest.entries.length) throw new Error('its list names a file twice')
  for (const path of zip.entries.keys())
    if (path !== manifestPath && !listed.has(path)) throw new Error(`“${path.slice(0, 120)}” is in it and not on its list`)
  for (const { path, bytes, sha256 } of manifest.entries) {
    if (zip.entries.get(path)?.bytes !== bytes) throw new Error(`“${path}” is missing or of another size than its list says`)
    if ((await hashOf(zip, path)) !== sha256) throw new Error(`“${path}” does not have the checksum its list says`)
    if (path.startsWith('media/') && !path.startsWith(`media/${sha256}.`)) throw new Error(`“${path}” is not named by its content`)
  }
  return { manifest, own: await checkDocuments(zip, manifest) }
} // prettier-ignore

const readManifest = async (zip: OpenZip): Promise<ArchiveManifest> => {
  const { bytes } = zip.entries.get(manifestPath) ?? { bytes: 0 }
  if (bytes === 0 || bytes > manifestBytesMost) throw new Error('it has no list of what it holds')
  const parts: Buffer[] = []
  for await (const part of await zip.read(manifestPath)) parts.push(part as Buffer)
  const read = manifestShape.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  if (read.success) return read.data
  throw new Error(`its list cannot be read (${read.error.issues[0]?.path.join('.') ?? ''}: ${read.error.issues[0]?.message ?? ''})`) // prettier-ignore
}

const hashOf = async (zip: OpenZip, path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of await zip.read(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** The documents of one entry; none when the archive does not have it. */
export async function* documentsIn(zip: OpenZip, path: string): AsyncGenerator<Document> {
  if (!isArchivePath(path) || !zip.entries.has(path)) return
  const lines = createInterface({ input: await zip.read(path), crlfDelay: Infinity })
  for await (const line of lines) {
    const one: unknown = BSON.EJSON.parse(line, { relaxed: false })
    if (typeof one !== 'object' || one === null || Array.isArray(one)) throw new Error(`“${path}” holds what is no document`)
    yield one
  }
} // prettier-ignore

const known = new Set([...archived.map(({ name }) => name), 'projects', 'media'])
const gatherKnown = new Set<string>([...gatherCollections, 'lock'])

/** An archive brings the documents of its own project and of no other. */
const checkDocuments = async (zip: OpenZip, { project, entries }: ArchiveManifest): Promise<Own> => {
  for (const { path } of entries) checkPlace(path)
  const { id, slug } = project
  const [runs, documents] = [new Set<string>(), new Set([id])]
  for (const { name, by } of archived)
    for await (const one of documentsIn(zip, `documents/${name}.ndjson`)) {
      if (!isOwn(by, one, { id, runs, documents })) throw new Error(`“${name}” holds a document of another project`)
      if (name === 'runs') runs.add(String(one._id))
      if (by === 'project id' && one._id instanceof ObjectId) documents.add(one._id.toHexString())
    }
  const found: string[] = []
  for await (const { _id, slug: own } of documentsIn(zip, 'documents/projects.ndjson')) found.push(`${String(_id)} ${String(own)}`)
  if (found.join() !== `${id} ${slug}`) throw new Error('the project in it is not the one on its list')
  for await (const media of documentsIn(zip, 'documents/media.ndjson')) checkMedia(media)
  return { id, runs, documents }
} // prettier-ignore

const checkPlace = (path: string): void => {
  const [folder, file = ''] = path.split('/')
  const name = file.replace(/\.ndjson$/, '')
  if (folder === 'documents' && !known.has(name)) throw new Error(`“${path}” is no collection of a project`)
  if (folder === 'gather' && !gatherKnown.has(name)) throw new Error(`“${path}” is no collection of gathered material`)
}

const checkMedia = ({ _id, filename }: Document): void => {
  if (_id instanceof ObjectId && typeof filename === 'string' && !/[/\\\0]/.test(filename)) return
  throw new Error('a file of the library has no proper name')
}
