import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Where it goes in the archive, and the file it is. */
export type ZipEntry = { path: string; file: string; compress?: boolean }

/** Equal entries make equal archives. */
const anyTime = new Date(1980, 0, 1)

/** Streams files into a ZIP (ZIP64 where it must be), stored as they are unless said otherwise. Half a file is left when it fails. */
export const writeZip = async (to: string, entries: readonly ZipEntry[], signal: AbortSignal): Promise<void> => {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(to), { signal })
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  for (const { path, file, compress = false } of entries)
    zip.addFile(file, path, { mtime: anyTime, mode: 0o100644, compress, forceDosTimestamp: true })
  zip.end()
  await Promise.race([written, failed])
}
