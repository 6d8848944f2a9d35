import { copyFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import type { RawItem } from '@/domain/gather/rawItem'
import type { Asset } from '@/domain/generation/generationKey'
import { matchOwn, pathOf, type OwnFile, type OwnMatch } from '@/domain/own/matchOwn'
import { lengthNotice, type FilmLengths } from '@/domain/own/lengthNotices'
import { ownRoles } from '@/domain/own/ownRole'
import { readProjectSettings, type ProjectSettings } from '@/domain/project/projectSettings'
import { projectOf } from './projectReader'
import { ownMediaDocument } from '@/stores/mediaDocument'
import { ownEntries, type OwnData } from '@/pipeline/ownMaterial'
import { ownSubjectsOf } from '@/pipeline/ownSubjects'
import type { Project } from '@/pipeline/readDeclared'
import type { Stores } from '@/pipeline/stores'
import { tellPerson } from '@/pipeline/tellPerson'
import { portraitColours } from '@/providers/own/coloursOf'
import { takePicture } from '@/providers/own/takePicture'
import { lookAtClip, lookAtSound } from '@/providers/own/lookAtMedia'
import type { FilmTools } from '@/providers/spec/filmTools'
import { inTransaction } from '@/stores/controlDb'
import { withScratch } from '@/stores/scratch'
import { sha256OfFile } from '@/stores/sha256'
import type { ProjectSlug } from '@/domain/project/projectSlug'

/** A file in a folder of own material, not read yet. */
export type GivenFile = OwnFile & { path: string; bytes: number }
type Hashed = GivenFile & { sha256: string }
/** What was looked at and can be used, and what a person should know of it. */
export type LookedAt = { matches: OwnMatch<Hashed>[]; notices: string[] }

/** What the files are for: a screenplay, and the settings that are asked for. */
type Story = { slug: ProjectSlug; screenplay: string; settings: Partial<ProjectSettings> }

type Parts = { stores: Stores; film: FilmTools; scratchDir: string }

/** Takes in what a person gives beside the screenplay. */
export const ownDesk = (parts: Parts) => ({
  /**
   * Looks at every file before anything is made of it: whose it is, and whether it can be used. What stands in the
   * project already was looked at when it came. Changes nothing. Fails: OWN_MATERIAL_REFUSED, naming every wrong file.
   */
  async lookAt({ slug, screenplay, settings }: Story, files: readonly GivenFile[]): Promise<LookedAt> {
    const { stores, film, scratchDir } = parts
    const subjects = ownSubjectsOf(screenplay, await settingsFor(stores, slug, settings))
    const { matches, notices } = matchOwn(files, subjects)
    const known = new Set(
      (await ownEntries(stores, slug)).map(({ data, file }) => keyOf(data as OwnData, file?.sha256)),
    )
    const looked: LookedAt = { matches: [], notices }
    const refused: string[] = []
    for (const { file, subject } of matches) {
      const match = { file: { ...file, sha256: await sha256OfFile(file.path) }, subject }
      const seen = known.has(keyOf({ role: file.role, subject }, match.file.sha256))
        ? []
        : await withScratch(scratchDir, (scratch) => inspect(match, { film, scratch, subjects }))
      if ('refused' in seen) refused.push(seen.refused)
      else {
        looked.matches.push(match)
        looked.notices.push(...seen)
      }
    }
    if (refused.length > 0) throw cannotBeUsed(refused)
    const last = subjects.scenes.at(-1)?.clipName
    if (clipOf(looked, last) && looked.matches.some(({ file }) => file.role === 'logo'))
      looked.notices.push('The logo is not seen: the last scene is a clip of yours, and nothing is laid over it.')
    return looked
  },

  /** True when what is gathered is not what was looked at. */
  async isNews({ slug }: Project, { matches }: LookedAt): Promise<boolean> {
    const standing = (await ownEntries(parts.stores, slug)).map(({ data, file }) =>
      keyOf(data as OwnData, file?.sha256),
    )
    const given = new Set(matches.map(({ file, subject }) => keyOf({ role: file.role, subject }, file.sha256)))
    return standing.length !== given.size || standing.some((key) => !given.has(key))
  },

  /** Gathers what is new and takes out what is no longer given, in one step. Fails: GATHER_LOCKED. */
  async give(project: Project, { matches, notices }: LookedAt): Promise<void> {
    const { stores } = parts
    const standing = await ownEntries(stores, project.slug)
    const keys = new Set(standing.map(({ data, file }) => keyOf(data as OwnData, file?.sha256)))
    const given = new Set(matches.map(({ file, subject }) => keyOf({ role: file.role, subject }, file.sha256)))
    const gone = standing.filter(({ data, file }) => !given.has(keyOf(data as OwnData, file?.sha256)))
    const added: RawItem[] = []
    for (const match of matches)
      if (!keys.has(keyOf({ role: match.file.role, subject: match.subject }, match.file.sha256)))
        added.push(await entryOf(parts, project, match))
    await stores.gather.exchange(project.slug, { gone, added })
    const told = {
      project: project.id, code: 'OWN_MATERIAL_ASSUMED', link: '/admin/collections/media',
      what: `Your own material for “${project.title}”: something was assumed.`,
      fix: 'Where it is wrong, rename or replace the file and make the film again.',
      notices: notices.map((what) => ({ code: 'OWN_MATERIAL_ASSUMED', line: 0, what })),
    } // prettier-ignore
    await inTransaction(stores.control, (tx) => tellPerson(stores, told, tx))
  },
})
export type OwnDesk = ReturnType<typeof ownDesk>

/** The settings a film will have: what is asked for now, else what its project has. */
const settingsFor = async (stores: Stores, slug: ProjectSlug, asked: Partial<ProjectSettings>) => {
  const standing = await stores.library.findOne('projects', { slug })
  const kept = standing ? projectOf(standing).settings : readProjectSettings({})
  return { ...kept, ...asked }
}

const keyOf = ({ role, subject }: Pick<OwnData, 'role' | 'subject'>, sha256 = ''): string =>
  `${role}/${subject}/${sha256}`

type Inspecting = { film: FilmTools; scratch: string; subjects: FilmLengths }

/** What a person should know of a file, or why it cannot be used. */
const inspect = async (
  match: OwnMatch<Hashed>,
  { film, scratch, subjects }: Inspecting,
): Promise<string[] | { refused: string }> => {
  const { path, role } = match.file
  const at = { film, scratch, signal: new AbortController().signal }
  const look = async (): Promise<{ notices: string[]; durationS?: number }> => {
    if (role === 'clips') return lookAtClip(path, at)
    if (role === 'music' || role === 'voices') return lookAtSound(path, role === 'music' ? 'music' : 'voice', at)
    return take(match, scratch)
  }
  try {
    const { notices, durationS } = await look()
    const length = durationS === undefined ? null : lengthNotice({ ...match, durationS }, subjects)
    return [...notices.map((one) => `${pathOf(match.file)} ${one}`), ...(length ? [length] : [])]
  } catch (error) {
    return { refused: `${pathOf(match.file)}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

type Taken = { file: string; facts: Partial<Asset>; colours: string[]; notices: string[] }

/** Brings a file to what the film uses, in `folder`. Throws an Error that says what is wrong with it. */
const take = async ({ file }: OwnMatch<Hashed>, folder: string): Promise<Taken> => {
  if (ownRoles[file.role].holds === 'picture') {
    const { file: to, width, height, colours, notices } = await takePicture(file.path, join(folder, 'picture'))
    const own = file.role === 'cast' ? await portraitColours(to) : colours
    return { file: to, facts: { width, height }, colours: own, notices }
  }
  const to = join(folder, `given${extname(file.name).toLowerCase()}`)
  await copyFile(file.path, to)
  return { file: to, facts: {}, colours: [], notices: [] }
}

/** The raw entry of one file; its bytes are kept in the media folder and have a Media document. */
const entryOf = async ({ stores, scratchDir }: Parts, project: Project, match: OwnMatch<Hashed>): Promise<RawItem> => {
  const { file, subject } = match
  const { media: kind, raw } = ownRoles[file.role]
  const name = pathOf(file)
  const { asset, colours } = await withScratch(scratchDir, async (folder) => {
    const taken = await take(match, folder)
    return { asset: await stores.assets.keep(taken.file, project.id, taken.facts), colours: taken.colours }
  })
  const media = await inTransaction(stores.control, (tx) =>
    ownMediaDocument(stores, { project: project.id, asset, kind, alt: subject || name, sourceFile: name }, tx),
  )
  const data: OwnData = { role: file.role, subject, asset, media, colours }
  return {
    kind: raw, title: subject || name, text: '', data, source: 'import', author: 'import',
    file: { name, sha256: file.sha256, bytes: file.bytes },
  } // prettier-ignore
}

const clipOf = ({ matches }: LookedAt, scene: string | undefined): boolean =>
  matches.some(({ file, subject }) => file.role === 'clips' && subject === scene)

const toldMost = 20
const cannotBeUsed = (refused: string[]): StudioError => {
  const more = refused.length - toldMost
  const list = [...refused.slice(0, toldMost), ...(more > 0 ? [`and ${String(more)} more`] : [])].join('; ')
  return new StudioError({
    code: 'OWN_MATERIAL_REFUSED',
    what: `${String(refused.length)} of the files in your folder cannot be used.`,
    why: `${list}.`,
    fix: 'Replace these files or take them out of the folder, then run the same command again: nothing was started.',
    field: 'file',
  })
}
