import { randomBytes } from 'node:crypto'
import { ObjectId } from 'mongodb'
import type { ReviewCut } from '@/domain/review/reviewCut'
import type { ShareRight } from '@/domain/review/shareRight'
import type { ControlDb } from './controlDb'
import { sha256Of } from './sha256'

/** `hash` is that of the link's secret, so that the database alone opens nothing. */
export type ShareLinkRow = {
  _id: ObjectId
  project: ObjectId
  title: string
  may: ShareRight
  /** The one film it shows, as it was cut then; null: always the newest. */
  film: string | null
  cut: ReviewCut | null
  hash: string
  by: string
  expiresAt: Date
  revokedAt: Date | null
  revokedBy: string | null
  openedAt: Date | null
  createdAt: Date
  updatedAt: Date
}
export type NewShareLink = Pick<ShareLinkRow, 'title' | 'may' | 'film' | 'cut' | 'by' | 'expiresAt'> & {
  project: string
}

/** Links behind which a reviewer sees one film. Collection `share-links`; people read it through Payload. */
export const shareLinksStore = ({ db }: Pick<ControlDb, 'db'>) => {
  const links = db.collection<ShareLinkRow>('share-links')
  return {
    /** Answers the link's secret, 256 random bits, kept nowhere. */
    async make({ project, ...asked }: NewShareLink): Promise<{ id: string; token: string }> {
      const token = randomBytes(32).toString('base64url')
      const [_id, now] = [new ObjectId(), new Date()]
      const none = { revokedAt: null, revokedBy: null, openedAt: null }
      await links.insertOne({
        _id, project: new ObjectId(project), ...asked, ...none, hash: sha256Of(token), createdAt: now, updatedAt: now,
      }) // prettier-ignore
      return { id: _id.toHexString(), token }
    },
    /** The link of a secret, also one that is over. */
    async find(token: string): Promise<ShareLinkRow | null> {
      return links.findOne({ hash: sha256Of(token) })
    },
    /** How many links of a project open something now. */
    async countOpen(project: string): Promise<number> {
      return links.countDocuments({ project: new ObjectId(project), revokedAt: null, expiresAt: { $gt: new Date() } })
    },
    /** Opens nothing from now on; who was first stays. */
    async revoke(id: string, by: string): Promise<void> {
      const now = new Date()
      await links.updateOne(
        { _id: new ObjectId(id), revokedAt: null },
        { $set: { revokedAt: now, revokedBy: by, updatedAt: now } },
      )
    },
    /** Somebody looked. */
    async opened(id: ObjectId): Promise<void> {
      await links.updateOne({ _id: id }, { $set: { openedAt: new Date() } })
    },
    /** How much was written behind a link. */
    async countWritten(id: ObjectId): Promise<number> {
      const by = { link: id }
      const [comments, approvals] = await Promise.all([
        db.collection('comments').countDocuments(by),
        db.collection('approvals').countDocuments(by),
      ])
      return comments + approvals
    },
  }
}
