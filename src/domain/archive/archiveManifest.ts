import { z } from 'zod'
import { projectSlugSchema } from '@/domain/project/projectSlug'

export const manifestPath = 'manifest.json'
/** Counted up when an older program could not read an archive any more. */
export const archiveFormat = 1

const name = '[a-z_][a-z0-9_-]{0,60}'
/** All that may lie in an archive: documents of three databases, a line each in canonical EJSON, and files named by their content. */
const paths = new RegExp(`^(?:(?:documents|gather|qualified)/${name}\\.ndjson|media/[0-9a-f]{64}\\.[a-z0-9]{1,8})$`)
export const isArchivePath = (path: string): boolean => paths.test(path)

const entryShape = z.strictObject({
  path: z.string().regex(paths),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export const manifestShape = z.strictObject({
  backlotArchive: z.literal(archiveFormat),
  project: z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/), slug: projectSlugSchema, title: z.string() }),
  entries: z.array(entryShape),
})

/** What an archive says it holds, each with its size and sha256. */
export type ArchiveManifest = z.infer<typeof manifestShape>
export type ArchiveEntry = z.infer<typeof entryShape>
