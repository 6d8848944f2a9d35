import type { CollectionBeforeChangeHook } from 'payload'

type Standing = { id: string | number; rev?: number | null; createdAt: string; updatedAt: string }

/** What the studio wrote since the last save is kept as a version, too, before a person writes over it: it can be brought back. */
export const keepVersionBefore: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const standing = originalDoc as Standing | undefined
  if (operation !== 'update' || !standing) return data
  const { docs } = await req.payload.db.findVersions<{ rev?: number | null }>({
    collection: collection.slug,
    where: { parent: { equals: standing.id } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  if (docs[0] && (docs[0].version.rev ?? 0) === (standing.rev ?? 0)) return data
  const { id: parent, ...versionData } = standing
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: collection.slug,
    parent,
    versionData,
    createdAt: standing.createdAt,
    updatedAt: standing.updatedAt,
    req,
  })
  return data
}
