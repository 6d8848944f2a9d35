import type { PayloadRequest, Where } from 'payload'

export type SeenAlert = { id: string; updatedAt: string; run?: string | null } & Record<string, unknown>

/** An alert may be committed so long after the moment it bears. */
const lateMs = 60_000
const most = 200

const filterOf = (wanted: Date | string | null): Where => {
  if (typeof wanted === 'string') return { id: { equals: wanted } }
  if (wanted === null) return { dismissed: { not_equals: true } }
  return { updatedAt: { greater_than: new Date(wanted.getTime() - lateMs).toISOString() } }
}

/**
 * Alerts that whoever asks may see, oldest first: one, or all since a moment (those of the minute before it may come
 * again), or for null those that nobody has dismissed; the newest 200.
 */
export const alertsSeen = async (req: PayloadRequest, wanted: Date | string | null): Promise<SeenAlert[]> => {
  const { docs } = await req.payload.find({
    collection: 'alerts',
    where: filterOf(wanted),
    sort: '-updatedAt',
    limit: most,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as SeenAlert[]).reverse()
}
