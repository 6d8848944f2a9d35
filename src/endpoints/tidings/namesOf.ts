import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Names } from './toldValue'

const most = 500

/** What these documents are called, as far as whoever asks may see them; "collection id" → name. */
export const namesOf = async (req: PayloadRequest, pointers: readonly string[]): Promise<Names> => {
  const wanted = new Map<string, Set<string>>()
  for (const pointer of pointers) {
    const [collection = '', id = ''] = pointer.split(' ')
    if (/^[0-9a-f]{24}$/.test(id)) wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id))
  }
  const found = await Promise.all([...wanted].map(([collection, ids]) => namesIn(req, collection, [...ids])))
  return new Map(found.flat())
}

const namesIn = async (req: PayloadRequest, slug: string, ids: string[]): Promise<[string, string][]> => {
  if (!(slug in req.payload.collections)) return []
  const collection = slug as CollectionSlug
  const title = req.payload.collections[collection].config.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids.slice(0, most) } },
    select: { [title]: true } as never,
    depth: 0,
    limit: most,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Record<string, unknown>[]).map((one) => [
    `${slug} ${String(one['id'])}`,
    String(one[title] ?? one['id']),
  ])
}
