import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { NewLink } from '@/stores/linksStore'
import { originOf } from '../asked/originOf'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'

/** A one-time link as it is answered: `link` to send to its person, once, over a way you trust. */
export const linkShape = z.object({ link: z.url(), expiresAt: moment })

export const linkTo = async (req: PayloadRequest, asked: NewLink): Promise<z.input<typeof linkShape>> => {
  const by = req.user && 'email' in req.user ? req.user.email : ''
  const { token, expiresAt } = await storesOf(req).links.make({ ...asked, by })
  return { link: `${originOf(req)}/api/people/welcome?token=${token}`, expiresAt: expiresAt.toISOString() }
}
