import type { APIError, CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { editableFields } from './editableFields'
import { expectedRevision, revisionConflict } from './expectRevision'

type Standing = Record<string, unknown> & { rev?: number | null }

/** So long the other save may take to be committed. */
const tries = 40
const pauseMs = 25

/**
 * Two saved the same document at the same moment and the other one won: both values, where a revision was named. Null
 * when none was, or the other one was not saved either.
 */
export const saveConflict = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig | undefined,
): Promise<APIError | null> => {
  const id = req.routeParams?.['id']
  const yours = req.data as Record<string, unknown> | undefined
  const expected = expectedRevision(req, id)
  if (!collection || !yours || typeof id !== 'string' || expected === undefined) return null
  for (let i = 0; i < tries; i++) {
    const standing = await standingIn(req, { collection: collection.slug, id })
    if (standing && (standing.rev ?? 0) !== expected)
      return revisionConflict(editableFields(collection.fields), { standing, yours })
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return null
}

/** As it is committed: outside of the transaction that was lost. */
const standingIn = async (
  { payload, user }: PayloadRequest,
  { collection, id }: { collection: CollectionSlug; id: string },
): Promise<Standing | null> => {
  const found: unknown = await payload.findByID({
    collection, id, depth: 0, disableErrors: true, overrideAccess: false, user,
  }) // prettier-ignore
  return found as Standing | null
}
