import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import type { RawItem } from '@/domain/gather/rawItem'
import { givenRoles, type GivenRole } from '@/domain/own/givenRole'
import { mediaFormat } from '@/domain/own/mediaFormat'
import { ownRoles } from '@/domain/own/ownRole'
import { takeUpload } from '@/providers/own/takeUpload'
import type { AssetsStore } from '@/stores/assetsStore'
import { ownMediaDocument } from '@/stores/mediaDocument'
import type { LibraryStore } from '@/stores/libraryStore'
import type { Tx } from '@/stores/controlDb'
import { fileRefused, type SentFile } from '../asked/filesOf'

const pictures = /\.(?:jpe?g|png|webp|gif|tiff?|avif|heic|svg)$/i
const recordings = /\.(?:wav|mp3|m4a|aac|flac|ogg|oga|opus|mp4|m4v|mov|webm|mkv|avi)$/i

/** True for a picture, a recording or a clip by its name. */
export const isMaterial = ({ name }: SentFile): boolean => pictures.test(name) || recordings.test(name)

/** What a file was said to be for. */
export type Given = { role: GivenRole | null; subject: string | null }
/** A file that was looked at and lies in a scratch folder. */
export type Looked = { sent: SentFile; role: GivenRole; subject: string; file: string; thumbnail: string | null; facts: Partial<Asset>; colours: string[] } // prettier-ignore

/** Looks at a file of own material in `folder`; keeps nothing. Fails: FILE_REFUSED. */
export const lookAtMaterial = async (sent: SentFile, { role, subject }: Given, folder: string): Promise<Looked> => {
  if (!role) throw refused(sent, `It was not said what it is for: role is one of ${Object.keys(givenRoles).join(', ')}.`)
  const own = ownRoles[givenRoles[role]]
  const common = { sent, role, subject: subject ?? sent.name.replace(/\.[^.]*$/, '') }
  try {
    if (own.holds !== 'picture') return { ...common, ...(await takeRecording(sent, own.holds === 'clip', folder)) }
    const { file, thumbnail, width, height, colours } = await takeUpload(sent.bytes, { folder, isPortrait: role === 'character' })
    return { ...common, file, thumbnail, facts: { width, height }, colours }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw refused(sent, `${why.charAt(0).toUpperCase()}${why.slice(1)}.`)
  }
} // prettier-ignore

/** By its first bytes; the worker listens to it and looks at it whole. */
const takeRecording = async ({ bytes }: SentFile, clip: boolean, folder: string) => {
  const format = mediaFormat(bytes)
  if (!format) throw new Error('it begins like no sound and no clip that is known')
  if (clip && !format.pictures) throw new Error('it holds no moving picture')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `given${format.ending}`)
  await writeFile(file, bytes)
  return { file, thumbnail: null, facts: {}, colours: [] }
}

/** A file whose bytes lie in the media folder. */
export type Kept = Looked & { asset: Asset; small: Asset | null }

/** Keeps its bytes in the media folder. */
export const keepMaterial = async (assets: AssetsStore, looked: Looked, project: string): Promise<Kept> => ({
  ...looked,
  asset: await assets.keep(looked.file, project, looked.facts),
  small: looked.thumbnail === null ? null : await assets.keep(looked.thumbnail, project),
})

type At = { library: LibraryStore; project: string; author: string; tx: Tx }

/** The entry of a kept file, with its Media document, in the caller's transaction. */
export const materialItem = async (kept: Kept, { library, project, author, tx }: At): Promise<RawItem> => {
  const { sent, role, subject, asset, small, colours } = kept
  const { media: kind, raw } = ownRoles[givenRoles[role]]
  const media = await ownMediaDocument({ library }, { project, asset, kind, alt: subject, sourceFile: sent.name }, tx)
  const data = { role: givenRoles[role], subject: '', for: subject, asset, media, colours, thumbnail: small?.name ?? null } // prettier-ignore
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  return {
    kind: raw, title: subject, text: '', data, source: 'import', author,
    file: { name: sent.name, sha256, bytes: sent.bytes.length },
  } // prettier-ignore
}

const refused = ({ name }: SentFile, why: string) =>
  fileRefused({ name, why, fix: 'Send it with the form fields role and for, as a file that plays or shows by itself.' })
