import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newestResults } from '@/stores/newestResults'
import { projectSlug } from '@/domain/project/projectSlug'
import { ownEntries } from '@/pipeline/ownMaterial'
import type { Stores } from '@/pipeline/stores'

export type Cleaned = { files: number; bytes: number }

/** Removes files that no film, document or newest run needs any more. Films, takes in the library and everything edited stay. */
export const cleanStudio = async (stores: Stores, home: string): Promise<Cleaned> => {
  const keep = await neededFiles(stores)
  const mediaDir = join(home, 'media')
  const cleaned: Cleaned = { files: 0, bytes: 0 }
  for (const name of await readdir(mediaDir).catch(() => [])) {
    if (keep.has(name)) continue
    const { size } = await stat(join(mediaDir, name))
    await rm(join(mediaDir, name))
    cleaned.files++
    cleaned.bytes += size
  }
  await rm(join(home, 'tmp'), { recursive: true, force: true })
  return cleaned
}

const neededFiles = async (stores: Stores): Promise<Set<string>> => {
  const documents = (await stores.library.find('media', {})).map((media) => String(media.filename))
  const keep = new Set(documents)
  for (const project of await stores.library.find('projects', {})) {
    const results = await newestResults(stores.control.db, project.id)
    for (const { data } of await ownEntries(stores, projectSlug(String(project.slug))))
      if (typeof data.thumbnail === 'string') keep.add(data.thumbnail)
    for (const result of (await stores.results.many(results)).values()) for (const name of result.files) keep.add(name)
  }
  return keep
}
