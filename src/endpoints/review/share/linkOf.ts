import type { PayloadRequest } from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { StudioError } from '@/domain/errors/StudioError'
import { reviewCutOf, type ReviewCut } from '@/domain/review/reviewCut'
import type { Project } from '@/payload-types'
import type { ShareLinkRow } from '@/stores/shareLinksStore'
import { inProcess } from '../../asked/inProcess'
import { storesOf } from '../../asked/stores'
import { addressOf, take } from '../../door/callers'
import { notAssembled } from '../../film/timeline'
import { cutOf } from '../cutOf'

/** What a link opens: one film of one project. */
export type Shared = { link: ShareLinkRow; project: Project; cut: ReviewCut }

/** Links nobody ever made, asked for from one address in a minute. */
const wrongPerMinute = 30
const wrong = inProcess('wrongShares', () => new RateLimiterMemory({ points: wrongPerMinute, duration: 60 }))

/**
 * What the secret in the address opens, whoever else is signed in. Fails: SHARE_UNKNOWN, SHARE_EXPIRED, SHARE_REVOKED,
 * FILM_NOT_ASSEMBLED, TOO_MANY_REQUESTS.
 */
export const linkOf = async (req: PayloadRequest): Promise<Shared> => {
  const token = req.routeParams?.['token']
  const { shares } = storesOf(req)
  const link = typeof token === 'string' && /^[\w-]{43}$/.test(token) ? await shares.find(token) : null
  const project = link && (await projectOfLink(req, link))
  if (!project) {
    await take(wrong, addressOf(req.headers))
    throw shareUnknown()
  }
  if (link.revokedAt) throw over('SHARE_REVOKED', `It was revoked on ${dayOf(link.revokedAt)}.`)
  if (link.expiresAt <= new Date()) throw over('SHARE_EXPIRED', `It was good until ${dayOf(link.expiresAt)}.`)
  return { link, project, cut: link.cut ?? (await newest(req, project)) }
}

const projectOfLink = async ({ payload }: PayloadRequest, { project }: ShareLinkRow): Promise<Project | null> => {
  const id = project.toHexString()
  const found = await payload.findByID({ collection: 'projects', id, depth: 0, joins: false, disableErrors: true, overrideAccess: true })
  return found?.leaving === true ? null : found
} // prettier-ignore

const newest = async (req: PayloadRequest, project: Project): Promise<ReviewCut> => {
  const cut = await cutOf(req, project)
  if (!cut) throw notAssembled(project.title)
  return reviewCutOf(cut)
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

const shareUnknown = () =>
  new StudioError({
    code: 'SHARE_UNKNOWN',
    what: 'This link opens nothing.',
    why: 'It is no link of this studio, or was cut off when it was copied.',
    fix: 'Copy the whole link, or ask whoever sent it for a new one.',
  })

const over = (code: 'SHARE_REVOKED' | 'SHARE_EXPIRED', why: string) =>
  new StudioError({ code, what: 'This link is over.', why, fix: 'Ask whoever sent it for a new one.' })
