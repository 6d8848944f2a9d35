import { createHash, randomBytes } from 'node:crypto'
import { ownerEmail } from '@/domain/people/ownerEmail'
import { textCollection, type ControlDb, type Tx } from './controlDb'

/** `_id` is the hash of the link's secret, so that the database alone opens nothing. */
export type Link = {
  _id: string
  kind: 'first' | 'invite' | 'reset'
  /** Of whom it lets in; '' when they choose it themselves. */
  email: string
  name: string
  roles: string[]
  /** Whose members they become. */
  projects: string[]
  /** Whose password it sets. */
  user: string | null
  by: string
  expiresAt: Date
  usedAt: Date | null
}
export type NewLink = Pick<Link, 'kind'> & Partial<Omit<Link, '_id' | 'expiresAt' | 'usedAt'>>
export type LinksStore = ReturnType<typeof linksStore>

const validMs = 24 * 3_600_000
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** One-time links that let people in. Collection `links`. */
export const linksStore = (control: Pick<ControlDb, 'db'>) => {
  const links = textCollection<Link>(control.db, 'links')
  const open = (token: string) => ({ _id: hashOf(token), usedAt: null, expiresAt: { $gt: new Date() } })
  return {
    /** Makes a link for a day; an older one for the same person and purpose ends. Answers its secret, kept nowhere. */
    async make(asked: NewLink): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const { kind, email = '', user = null } = asked
      const expiresAt = new Date(Date.now() + validMs)
      const link: Link = {
        _id: hashOf(token),
        name: '',
        roles: [],
        projects: [],
        by: '',
        ...asked,
        email,
        user,
        expiresAt,
        usedAt: null,
      }
      await links.deleteMany({ kind, email, user, usedAt: null })
      await links.insertOne(link)
      return { token, expiresAt }
    },
    /** What a link would do; null when it is used, over, or none. */
    async find(token: string): Promise<Link | null> {
      return links.findOne(open(token))
    },
    /** Uses a link up, in the transaction that does what it is for; null when somebody else was quicker. */
    async use(token: string, { session }: Tx): Promise<Link | null> {
      return links.findOneAndUpdate(open(token), { $set: { usedAt: new Date() } }, { session })
    },
    /** Links of a person who was removed open nothing. */
    async endOf(user: string): Promise<void> {
      await links.deleteMany({ user, usedAt: null })
    },
    /** Whether somebody can sign in; the owner of a studio that nobody shares has no password. */
    async isAnybodyThere(): Promise<boolean> {
      return (await control.db.collection('users').findOne({ email: { $ne: ownerEmail } })) !== null
    },
  }
}
