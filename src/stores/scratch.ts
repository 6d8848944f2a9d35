import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder for one step's unfinished files, on the same disk as the media folder; gone when the step ends. */
export const withScratch = async <T>(scratchDir: string, body: (folder: string) => Promise<T>): Promise<T> => {
  const folder = join(scratchDir, randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    return await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
