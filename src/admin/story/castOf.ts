import type { PayloadRequest } from 'payload'
import type { CastRow } from './CastPanel'

const shownMost = 60
type Drawn = { id: string; name?: string | null; stale?: boolean | null }

const fileOf = (file: unknown): string | null =>
  typeof file === 'object' && file !== null && 'filename' in file && typeof file.filename === 'string'
    ? `/api/media/file/${file.filename}`
    : null

/** A person is upright: the small picture would show no head. */
const rowOf = (slug: string, one: Drawn, picture: unknown): CastRow => ({
  href: `/admin/collections/${slug}/${one.id}`,
  name: one.name ?? '',
  picture: slug === 'characters' ? fileOf(picture) : (fileOf(picture)?.concat('?size=small') ?? null),
  stale: one.stale === true,
})

/** People, places and things of a film, as far as whoever looks may see them. */
export const castOf = async (req: PayloadRequest, project: string) => {
  const asked = { where: { project: { equals: project } }, limit: shownMost, sort: 'name', depth: 1, pagination: false, overrideAccess: false, user: req.user } as const
  const [people, places, things] = await Promise.all([
    req.payload.find({ collection: 'characters', ...asked, select: { name: true, stale: true, masterReference: true } }),
    req.payload.find({ collection: 'locations', ...asked, select: { name: true, stale: true, reference: true } }),
    req.payload.find({ collection: 'props', ...asked, select: { name: true, stale: true, reference: true } }),
  ])
  return {
    people: people.docs.map((one) => rowOf('characters', one, one.masterReference)),
    places: places.docs.map((one) => rowOf('locations', one, one.reference)),
    things: things.docs.map((one) => rowOf('props', one, one.reference)),
  }
} // prettier-ignore
