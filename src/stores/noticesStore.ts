import { ObjectId } from 'mongodb'
import {
  guestKinds,
  noticeKinds,
  type NoticeKind,
  type NoticeLanguage,
  type NoticeVars,
} from '@/domain/tidings/noticeKind'
import { ownerEmail } from '@/domain/people/ownerEmail'
import { textCollection, type ControlDb, type Tx } from './controlDb'
import { sha256Of } from './sha256'

/** One thing that happened, as it is told to people. */
export type Telling = {
  /** What happened; told twice under one name, everybody hears it once. */
  event: string
  kind: NoticeKind
  project: string | null
  link: string
  vars: NoticeVars
  at: Date
}
/** Collection `notifications`, which Payload reads. `mail`: `none`, `due`, or the id of the mail it went out with. */
export type NoticeRow = {
  _id: string
  person: ObjectId
  kind: NoticeKind
  project: ObjectId | null
  event: string
  link: string
  /** JSON of NoticeVars. */
  vars: string
  readAt: Date | null
  mail: string
  createdAt: Date
  updatedAt: Date
}
export type Listener = {
  id: string
  email: string
  kinds: readonly NoticeKind[]
  byMail: readonly NoticeKind[]
  language: NoticeLanguage
}
type UserRow = {
  _id: ObjectId
  email?: string
  roles?: string[]
  notices?: { kinds?: NoticeKind[]; byMail?: NoticeKind[]; language?: NoticeLanguage } | null
}
type ProjectRow = { _id: ObjectId; title?: string; members?: { user?: ObjectId | null }[] | null }
export type NoticesStore = ReturnType<typeof noticesStore>

const firstByMail = noticeKinds.filter((kind) => kind !== 'runDone')

const listenerOf = ({ _id, email = '', roles = [], notices }: UserRow): Listener => {
  const isGuest = roles.every((role) => role === 'client')
  const kinds = (notices?.kinds ?? noticeKinds).filter((kind) => !isGuest || guestKinds.includes(kind))
  const byMail = email === ownerEmail ? [] : (notices?.byMail ?? firstByMail).filter((kind) => kinds.includes(kind))
  return { id: _id.toHexString(), email, kinds, byMail, language: notices?.language ?? 'en' }
}

/** Who is told of what, and what they were told: one row for each person and event. */
export const noticesStore = ({ db }: Pick<ControlDb, 'db'>) => {
  const notices = textCollection<NoticeRow>(db, 'notifications')
  const told = textCollection<{ at: Date }>(db, 'tidings_told')
  const users = db.collection<UserRow>('users')
  const projects = db.collection<ProjectRow>('projects')
  const fields = { projection: { email: 1, roles: 1, notices: 1 } }

  const project = async (id: string): Promise<ProjectRow | null> =>
    projects.findOne({ _id: new ObjectId(id) }, { projection: { title: 1, members: 1 } })
  const memberIds = (one: ProjectRow | null): ObjectId[] => (one?.members ?? []).flatMap(({ user }) => (user ? [user] : []))

  /** Who hears what happens in a project, or in the studio itself: its members, and the producers. */
  const listeners = async (of: string | null): Promise<Listener[]> => {
    const members = of === null ? [] : memberIds(await project(of))
    const found = await users.find({ $or: [{ roles: 'producer' }, { _id: { $in: members } }] }, fields).toArray()
    return found.map(listenerOf)
  }

  return {
    listeners,
    async titleOf(id: string): Promise<string> {
      return (await project(id))?.title ?? ''
    },
    /** Those of these people who may see the project. */
    async among(ids: readonly string[], of: string | null): Promise<Listener[]> {
      if (of === null) return (await users.find({ _id: { $in: ids.map((id) => new ObjectId(id)) } }, fields).toArray()).map(listenerOf)
      const wanted = new Set(ids)
      return (await listeners(of)).filter(({ id }) => wanted.has(id))
    },
    /** One row for each who wants to hear it; what they were told already stays as it is. `mails`: whether mail can be sent. */
    async put({ event, kind, project: of, link, vars, at }: Telling, { people, mails }: { people: readonly Listener[]; mails: boolean }): Promise<void> {
      const rows = people.filter(({ kinds }) => kinds.includes(kind)).map(({ id, byMail }): NoticeRow => ({
        _id: sha256Of(`${id} ${event}`).slice(0, 32),
        person: new ObjectId(id),
        kind,
        project: of === null ? null : new ObjectId(of),
        event,
        link,
        vars: JSON.stringify(vars),
        readAt: null,
        mail: mails && byMail.includes(kind) ? 'due' : 'none',
        createdAt: at,
        updatedAt: at,
      }))
      if (rows.length === 0) return
      await notices.bulkWrite(
        rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
        { ordered: false },
      )
    },
    /** What was told is taken back from everybody, read or not. */
    async forget(event: string, { session }: Tx): Promise<void> {
      await notices.deleteMany({ event }, { session })
    },
    /** Which of these events everybody was told. */
    async toldAmong(events: readonly string[]): Promise<ReadonlySet<string>> {
      const found = await told.find({ _id: { $in: [...events] } }).toArray()
      return new Set(found.map(({ _id }) => _id))
    },
    async markTold(event: string): Promise<void> {
      await told.updateOne({ _id: event }, { $setOnInsert: { at: new Date() } }, { upsert: true })
    },
    /** Marks these of a person as read, or all of them for null; answers how many were not before. */
    async markRead(person: string, ids: readonly string[] | null): Promise<number> {
      const which = ids === null ? {} : { _id: { $in: [...ids] } }
      const at = new Date()
      const { modifiedCount } = await notices.updateMany({ person: new ObjectId(person), readAt: null, ...which }, { $set: { readAt: at, updatedAt: at } })
      return modifiedCount
    },
  }
} // prettier-ignore
