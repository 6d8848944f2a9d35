import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { readScreenplay, type ReadScreenplay } from '@/domain/screenplay/readScreenplay'
import { whyRefused } from './whyRefused'

export type ScreenplayFile = ReadScreenplay & {
  name: string
  path: string
  sha256: string
  bytes: number
  title: string
}

/** Reads and checks a screenplay file before anything is started. Fails: FILE_NOT_THERE, FILE_IS_FOLDER, FILE_NOT_READABLE, SCREENPLAY_*. */
export const readScreenplayFile = async (path: string): Promise<ScreenplayFile> => {
  const bytes = await readBytes(path)
  const name = basename(path)
  const read = readScreenplay({ bytes, fileName: name })
  const title =
    read.screenplay.titlePage
      .find(({ key }) => key.toLowerCase() === 'title')
      ?.values.join(' ')
      .replace(/[*_]/g, '')
      .trim() ?? ''
  return {
    ...read,
    name,
    path: resolve(path),
    title,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

const readBytes = async (path: string): Promise<Uint8Array> => {
  try {
    const found = await stat(path)
    const { size } = found
    if (!found.isFile() && !found.isDirectory()) throw noFile(path)
    // the reader says what is wrong with a file that is too large; it need not be read whole for that
    if (size > limits.screenplayBytesMax) return new Uint8Array(limits.screenplayBytesMax + 1)
    return await readFile(path)
  } catch (error) {
    if (error instanceof StudioError) throw error
    throw fileRefused(path, error as { code?: string })
  }
}

/** A pipe or a device may never end. */
const noFile = (path: string): StudioError =>
  new StudioError({
    code: 'FILE_NOT_READABLE',
    what: cannotBeRead(path),
    why: 'It is a pipe or a device, not a file.',
    fix: 'Save the screenplay to a file and name that.',
  })

const cannotBeRead = (path: string): string =>
  path === '' ? 'No screenplay was named.' : `The screenplay “${path.slice(-120)}” cannot be read.`

const fileRefused = (path: string, error: { code?: string }): StudioError => {
  const { code } = error
  const what = cannotBeRead(path)
  if (code === 'ENOENT')
    return new StudioError({
      code: 'FILE_NOT_THERE',
      what,
      why: 'There is no such file.',
      fix: 'Check the path.',
    })
  if (code === 'EISDIR')
    return new StudioError({
      code: 'FILE_IS_FOLDER',
      what,
      why: 'It is a folder.',
      fix: 'Name the screenplay file itself.',
    })
  if (code === 'EACCES' || code === 'EPERM')
    return new StudioError({
      code: 'FILE_NOT_READABLE',
      what,
      why: 'This user may not read it.',
      fix: 'Give yourself the right to read it, or copy it somewhere else.',
    })
  return new StudioError({
    code: 'FILE_NOT_READABLE',
    what,
    why: whyRefused(error),
    fix: 'Copy the file to a local disk and try again.',
  })
}
