import type { CollectionSlug, PayloadRequest } from 'payload'

export type Document = Record<string, unknown>
export type FieldAuthor = { field: string; author: string; at?: string | null }
/** A document as it stood after one save. `rev` 0: nobody counted yet. */
export type KeptState = { rev: number; at: string; document: Document }

type Revised = Document & { rev?: number | null; updatedAt?: string }
type Asked = { collection: CollectionSlug; id: string; standing: Revised; page: number; limit: number }
/** `states`: the page, the newest first, and the one before it to compare with. */
export type KeptPage = { states: KeptState[]; total: number }

const stateOf = (document: Revised, at?: string): KeptState => ({
  rev: document.rev ?? 0,
  at: at ?? document.updatedAt ?? '',
  document,
})

/** The states of a document that are kept, of which whoever asks may see: as it stands, and its older versions. */
export const keptStates = async (req: PayloadRequest, { collection, id, standing, page, limit }: Asked): Promise<KeptPage> => {
  const common = { collection, depth: 0, pagination: false, overrideAccess: false, req, sort: '-version.rev' } as const
  const listed = await req.payload.findVersions({
    ...common, where: { parent: { equals: id } }, limit: 0, select: { version: { rev: true } } as never,
  })
  const revs = listed.docs.map((one) => ({ id: one.id, rev: revOf(one.version) }))
  const standsApart = (standing.rev ?? 0) > (revs[0]?.rev ?? -1)
  const places = [...(standsApart ? [null] : []), ...revs.map((one) => one.id)]
  const from = (page - 1) * limit
  const wanted = places.slice(from, from + limit + 1)
  const ids = wanted.flatMap((one) => (one === null ? [] : [one]))
  const found = ids.length === 0 ? [] : (await req.payload.findVersions({ ...common, where: { id: { in: ids } }, limit: 0 })).docs
  const kept = found.map((one) => stateOf(one.version as unknown as Revised, one.updatedAt))
  return { states: [...(wanted[0] === null ? [stateOf(standing)] : []), ...kept], total: places.length }
} // prettier-ignore

const revOf = (version: unknown): number => (version as Revised | undefined)?.rev ?? 0
