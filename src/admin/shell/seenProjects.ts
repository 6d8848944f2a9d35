import type { Payload, TypedUser } from 'payload'
import { cache } from 'react'
import { homeRead } from '@/stores/reads/homeRead'

/** The projects whoever looks may see, the last changed first; asked once for each page however many parts ask. */
export const seenProjects = cache(async (payload: Payload, user: TypedUser) => {
  const { docs } = await payload.find({
    collection: 'projects',
    where: { archived: { not_equals: true } },
    sort: '-updatedAt',
    limit: 60,
    depth: 1,
    select: { title: true, slug: true, status: true, poster: true, film: true, settings: true, updatedAt: true },
    overrideAccess: false,
    user,
  })
  return docs
})

/** What the counts of every page come from. */
export const seenNow = cache(async (payload: Payload, user: TypedUser) => {
  const ids = (await seenProjects(payload, user)).map(({ id }) => id)
  const read = homeRead(payload)
  const today = new Date(new Date().setHours(0, 0, 0, 0))
  const open = { dismissed: { not_equals: true } }
  const [live, decisions, money, alerts] = await Promise.all([
    read.live(ids),
    read.decisions(ids),
    read.money(ids, today),
    payload.find({ collection: 'alerts', where: open, limit: 4, depth: 0, overrideAccess: false, user }),
  ])
  return { live, decisions, money, alerts }
})
