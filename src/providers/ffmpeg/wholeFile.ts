import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'

/**
 * Makes a file whole or not at all: `make` writes a temporary name beside `to` (same extension), which must then exist
 * and hold something, and is renamed. Throws MEDIA_NOTHING_WRITTEN when nothing came, DISK_FULL when there is no room.
 */
export const wholeFile = async <T>(to: string, make: (temporary: string) => Promise<T>): Promise<T> => {
  const temporary = temporaryName(to)
  try {
    await mkdir(dirname(to), { recursive: true })
    const made = await make(temporary)
    if (!(await holdsSomething(temporary))) throw nothingWritten(to)
    await rename(temporary, to)
    await rm(temporary, { force: true }) // renaming onto another name of the same file leaves both
    return made
  } catch (cause) {
    await rm(temporary, { force: true })
    throw asDiskFull(cause)
  }
}

/** `to` becomes another name of `from`, or a copy where the disk allows no hard links. */
export const sameFile = (from: string, to: string): Promise<void> =>
  wholeFile(to, (temporary) => link(from, temporary).catch(() => copyFile(from, temporary)))

export const holdsSomething = async (file: string): Promise<boolean> => {
  const found = await stat(file).catch(() => null)
  return found !== null && found.size > 0
}

let counter = 0
const temporaryName = (to: string) => {
  const kind = extname(to)
  return join(dirname(to), `.${basename(to, kind)}.${process.pid}.${++counter}.part${kind}`)
}

const nothingWritten = (to: string) =>
  new StudioError({
    code: 'MEDIA_NOTHING_WRITTEN',
    what: `${basename(to)} was not written.`,
    why: 'The program said that it was done and left no file: the media it read holds nothing for it.',
    fix: 'Check that the clip or sound it is made from can be played, and make that again.',
    retry: 'afterFix',
  })

const asDiskFull = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
    ? new StudioError({
        code: 'DISK_FULL',
        what: 'The disk is full.',
        why: cause.message,
        fix: 'Free some space where BACKLOT_HOME and the output folder are; the step is tried again.',
        retry: 'later',
        cause,
      })
    : cause
