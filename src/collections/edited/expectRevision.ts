import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { changedFields } from './changedFields'
import type { EditableField } from './editableFields'

const told =
  'Somebody changed this document meanwhile. Your page shows an older revision. ' +
  'Take over what you want to keep, then save again.'

/**
 * `If-Match: "<rev>"` of a REST write must still fit, else 409 with both values of each field in question; without
 * the header the named fields are written on top of what stands.
 */
export const expectRevision =
  (fields: readonly EditableField[]): CollectionBeforeChangeHook =>
  ({ data, originalDoc, operation, req }) => {
    if (operation !== 'update' || req.payloadAPI !== 'REST') return data
    const expected = /^(?:W\/)?"?(\d+)"?$/.exec(req.headers.get('if-match') ?? '')?.[1]
    const standing = originalDoc as Record<string, unknown> & { rev?: number | null }
    const rev = standing.rev ?? 0
    if (expected === undefined || Number(expected) === rev) return data
    const yours = data as Record<string, unknown>
    const names = fields.map(({ name }) => name)
    const inQuestion = changedFields(names, standing, yours).map((field) => ({
      field,
      yours: yours[field] ?? null,
      theirs: standing[field] ?? null,
    }))
    throw new APIError(told, 409, { code: 'REVISION_CONFLICT', rev, fields: inQuestion }, true)
  }
