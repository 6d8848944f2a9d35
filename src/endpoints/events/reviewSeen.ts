import type { PayloadRequest } from 'payload'
import type { Said } from '@/stores/watchStudio'

/** What is told of a comment or an approval to whoever may see it; null to everybody else. Its words are asked for. */
export const reviewSeen = async (req: PayloadRequest, { of, id }: Said): Promise<{ project: string; of: Said['of']; id: string } | null> => {
  const found = await req.payload.find({
    collection: of, where: { id: { equals: id } }, limit: 1, depth: 0, pagination: false, overrideAccess: false, req,
  })
  const project = found.docs[0]?.project
  return typeof project === 'string' ? { project, of, id } : null
} // prettier-ignore
