import { mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { whyRefused } from './whyRefused'

/** What a film folder holds. */
export const filmFiles = [
  'film.mp4', 'film.srt', 'film.vtt', 'film.fountain', 'poster.jpg', 'contact-sheet.jpg', 'continuity.md',
  'manifest.json',
] as const // prettier-ignore

/**
 * Makes the folder, one level after the other, and tries to write into it. Answers how to take away again what it made,
 * as long as it is empty. Fails: OUT_NOT_WRITABLE.
 */
export const makeOutFolder = async (out: string): Promise<() => Promise<void>> => {
  const made: string[] = []
  const leave = async () => {
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined)
  }
  try {
    for (const folder of await missingFolders(resolve(out))) if (await makeFolder(folder)) made.push(folder)
    const probe = join(resolve(out), `.write-test.${String(process.pid)}`)
    await writeFile(probe, 'x').finally(() => rm(probe, { force: true }))
    return leave
  } catch (error) {
    await leave()
    throw new StudioError({
      code: 'OUT_NOT_WRITABLE',
      what: `The film cannot be written to “${out.slice(-120)}”.`,
      why: whyRefused(error),
      fix: 'Give --out a folder that can be written and has room for the film, or leave it out.',
      field: 'out',
      cause: error,
    })
  }
}

/** Whether it is this command's own: another one may make it at the same moment. */
const makeFolder = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    const made = await stat(folder).catch(() => null)
    if (made?.isDirectory()) return false
    throw error
  }
}

/** From the first that is not there down to the folder itself. (`recursive` of mkdir turns in circles under /proc.) */
const missingFolders = async (folder: string): Promise<string[]> => {
  const missing: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT' && at !== dirname(at)) return null
      throw error
    })
    if (found?.isDirectory()) return missing
    if (found) throw Object.assign(new Error(at), { code: 'ENOTDIR' })
    missing.unshift(at)
  }
}

/**
 * Refuses a folder with files of these names that are not this film's: another film's, or somebody's own. A folder that
 * a killed command left between two films is known by its unfinished manifest. Fails: OUT_TAKEN.
 */
export const refuseOthersFilm = async (out: string, slug: string): Promise<void> => {
  const names = await readdir(resolve(out)).catch((): string[] => [])
  const standing = filmFiles.filter((name) => names.includes(name))
  if (standing.length === 0) return
  const manifests = names.filter((name) => /^manifest\.json(\.\d+\.part)?$/.test(name))
  const owners = await Promise.all(manifests.map((name) => slugIn(join(resolve(out), name))))
  if (owners.includes(slug)) return
  const other = owners.find((owner) => owner !== null)
  throw new StudioError({
    code: 'OUT_TAKEN',
    what: `The folder “${out.slice(-120)}” is not empty.`,
    why: other
      ? `It holds the film “${other}”, which would be lost.`
      : `What stands there (${standing.join(', ')}) was not made for this film and would be overwritten.`,
    fix: 'Give --out another folder, or move away what is there.',
    field: 'out',
  })
}

const slugIn = async (file: string): Promise<string | null> => {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { project?: { slug?: string } }).project?.slug ?? null
  } catch {
    return null // not a manifest
  }
}
