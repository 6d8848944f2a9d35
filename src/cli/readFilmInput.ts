import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { ownFolders, type OwnFolder } from '@/domain/own/ownRole'
import type { GivenFile } from '@/studio/ownDesk'
import { readScreenplayFile, type ScreenplayFile } from './readScreenplayFile'
import { whyRefused } from './whyRefused'

/** What a film is made from. `material` is null for a screenplay alone. */
export type FilmInput = { file: ScreenplayFile; material: GivenFile[] | null; notices: string[] }

/**
 * Reads a screenplay, or a folder that holds one and own material in folders named after what it is for. Fails as
 * `readScreenplayFile` does, and with OWN_FOLDER_EMPTY, OWN_FOLDER_WITHOUT_SCREENPLAY, OWN_FOLDER_TWO_SCREENPLAYS,
 * OWN_FOLDER_TOO_FULL.
 */
export const readFilmInput = async (path: string): Promise<FilmInput> => {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return { file: await readScreenplayFile(path), material: null, notices: [] }
  const entries = await namesIn(path)
  const { screenplay, notices } = screenplayAmong(path, entries)
  const material: GivenFile[] = []
  for (const { name, isFolder } of entries.filter((one) => one.isFolder)) {
    const role = ownFolders.find((one) => one === name.toLowerCase())
    if (role) material.push(...(await filesOf(join(path, name), role, notices)))
    else if (isFolder) notices.push(`The folder ${name}/ is not used; known are ${ownFolders.join(', ')}.`)
  }
  if (material.length > limits.ownFilesMax) throw tooFull(path, material.length)
  return { file: await readScreenplayFile(join(path, screenplay)), material, notices }
}

type Entry = { name: string; isFolder: boolean }

const stem = (name: string): string => name.slice(0, name.length - extname(name).length)

/** What a person put there, by name; what an operating system leaves in folders is not theirs. */
const namesIn = async (folder: string): Promise<Entry[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(({ name }) => !name.startsWith('.') && !/^(thumbs\.db|desktop\.ini)$/i.test(name))
      .map((one) => ({ name: one.name, isFolder: one.isDirectory() }))
      .sort((a, b) => (stem(a.name) < stem(b.name) ? -1 : 1))
  } catch (error) {
    throw new StudioError({
      code: 'FILE_NOT_READABLE',
      what: `The folder “${folder.slice(-120)}” cannot be read.`,
      why: whyRefused(error),
      fix: 'Give yourself the right to read it, or copy it to a local disk.',
    })
  }
}

const texts = ['.fountain', '.md', '.markdown', '.txt', '.text']
/** Texts that lie beside a screenplay and are none. */
const aside = /^(readme|licen[cs]e|credits|changelog|notice)\b/i

/** The one screenplay of a folder: a Fountain file counts before notes. */
const screenplayAmong = (folder: string, entries: readonly Entry[]): { screenplay: string; notices: string[] } => {
  const written = entries.filter(
    ({ name, isFolder }) => !isFolder && texts.includes(extname(name).toLowerCase()) && !aside.test(name),
  )
  const fountain = written.filter(({ name }) => extname(name).toLowerCase() === '.fountain')
  const [one, two] = fountain.length > 0 ? fountain : written
  if (!one) throw entries.length === 0 ? empty(folder) : withoutScreenplay(folder, entries)
  if (two) throw twoScreenplays(folder, fountain.length > 0 ? fountain : written)
  const loose = entries.filter(({ name, isFolder }) => !isFolder && name !== one.name && !aside.test(name))
  return {
    screenplay: one.name,
    notices: loose.map(({ name }) => `${name} is not used: own material lies in folders (${ownFolders.join(', ')}).`),
  }
}

const filesOf = async (folder: string, role: OwnFolder, notices: string[]): Promise<GivenFile[]> => {
  const files: GivenFile[] = []
  for (const { name, isFolder } of await namesIn(folder)) {
    const path = join(folder, name)
    const found = isFolder ? null : await stat(path).catch(() => null)
    if (found?.isFile()) files.push({ role, name, path, bytes: found.size })
    else notices.push(`${role}/${name} is not used: it is ${isFolder ? 'a folder' : 'no file'}.`)
  }
  return files
}

const story = (code: string, folder: string, { why, fix }: { why: string; fix: string }): StudioError =>
  new StudioError({
    code,
    what: `No film can be made from the folder “${folder.slice(-120)}”.`,
    why,
    fix,
    field: 'file',
  })

const empty = (folder: string) =>
  story('OWN_FOLDER_EMPTY', folder, {
    why: 'There is nothing in it.',
    fix: 'Put a screenplay into it (Fountain, Markdown or plain text), and your own material into folders beside it.',
  })
const withoutScreenplay = (folder: string, entries: readonly Entry[]) =>
  story('OWN_FOLDER_WITHOUT_SCREENPLAY', folder, {
    why: `It holds ${entries.slice(0, 8).map(({ name }) => name).join(', ')}, but no screenplay.`,
    fix: 'Put a screenplay into it that ends in .fountain, .md or .txt.',
  }) // prettier-ignore
const twoScreenplays = (folder: string, written: readonly Entry[]) =>
  story('OWN_FOLDER_TWO_SCREENPLAYS', folder, {
    why: `It holds ${String(written.length)} screenplays: ${written.slice(0, 8).map(({ name }) => name).join(', ')}.`,
    fix: 'Leave one in the folder; each makes a film of its own.',
  }) // prettier-ignore
const tooFull = (folder: string, count: number) =>
  story('OWN_FOLDER_TOO_FULL', folder, {
    why: `It holds ${String(count)} files of own material; at most ${String(limits.ownFilesMax)} are taken.`,
    fix: 'Take out what the film does not need.',
  })
