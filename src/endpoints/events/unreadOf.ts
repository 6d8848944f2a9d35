import type { PayloadRequest } from 'payload'

/** How many notifications whoever asks has not read. */
export const unreadOf = async (req: PayloadRequest): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: 'notifications',
    where: { readAt: { exists: false } },
    overrideAccess: false,
    req,
  })
  return totalDocs
}
