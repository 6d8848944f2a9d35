import type { FlattenedField, PayloadRequest } from 'payload'

/** A document that shows or plays a file, and in which of its fields. */
export type MediaUse = { collection: string; id: string; title: string; fields: string[] }

type Place = { path: string; isFile: boolean }

/** Every place of a collection where a file of the library may stand: "clip", "views.media". */
export const placesIn = (fields: readonly FlattenedField[], above = ''): Place[] =>
  fields.flatMap((field): Place[] => {
    const path = `${above}${field.name}`
    if (field.type === 'upload' || field.type === 'relationship') return [{ path, isFile: field.relationTo === 'media' }]
    return 'flattenedFields' in field ? placesIn(field.flattenedFields, `${path}.`) : []
  }).filter(({ isFile }) => isFile) // prettier-ignore

const usesMost = 200

/** Where a file is used, as far as whoever asks may see it; `all`: in every document there is. */
export const usesOf = async (req: PayloadRequest, id: string, { all = false } = {}): Promise<MediaUse[]> => {
  const uses: MediaUse[] = []
  for (const { config } of Object.values(req.payload.collections)) {
    const paths = config.slug === 'media' ? [] : placesIn(config.flattenedFields).map(({ path }) => path)
    if (paths.length === 0) continue
    const { docs } = await req.payload.find({
      collection: config.slug,
      where: { or: paths.map((path) => ({ [path]: { equals: id } })) },
      depth: 0,
      limit: usesMost,
      pagination: false,
      overrideAccess: all,
      req,
    })
    uses.push(...docs.map((document) => useIn(document as unknown as Doc, { slug: config.slug, title: config.admin.useAsTitle ?? 'id', paths, id })))
  }
  return uses
} // prettier-ignore

type Doc = Record<string, unknown> & { id: string | number }
type Asked = { slug: string; title: string; paths: readonly string[]; id: string }

const useIn = (document: Doc, { slug, title, paths, id }: Asked): MediaUse => {
  const named: unknown = document[title]
  return {
    collection: slug,
    id: String(document.id),
    title: typeof named === 'string' && named !== '' ? named : String(document.id),
    fields: paths.filter((path) => holds(document, path.split('.'), id)),
  }
}

const holds = (value: unknown, [first, ...rest]: readonly string[], id: string): boolean => {
  if (Array.isArray(value)) return value.some((one) => holds(one, [...(first === undefined ? [] : [first]), ...rest], id))
  if (first === undefined) return value === id
  return typeof value === 'object' && value !== null && holds((value as Record<string, unknown>)[first], rest, id)
} // prettier-ignore
