import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { changedFields } from './changedFields'
import type { EditableField } from './editableFields'

const told =
  'Somebody changed this document meanwhile. Your page shows an older revision. ' +
  'Take over what you want to keep, then save again.'

type Sent = { args: { id?: string | number; data?: { rev?: unknown } | null } }

/** A `rev` in what is sent says the same as If-Match; it is no field a person writes, so it is remembered before it is dropped. */
export const rememberRevision: CollectionBeforeOperationHook = ({ args, req }) => {
  const { id, data } = args as Sent['args']
  if (id !== undefined && req.payloadAPI !== 'local' && typeof data?.rev === 'number')
    req.context['expected'] = { ...expectedIn(req), [String(id)]: data.rev }
}

const expectedIn = ({ context }: PayloadRequest): Record<string, number> =>
  (context['expected'] as Record<string, number> | undefined) ?? {}

/** Which revision of a document whoever writes has seen; undefined where nothing was said. */
export const expectedRevision = (req: PayloadRequest, id: unknown): number | undefined => {
  const header = /^(?:W\/)?"?(\d+)"?$/.exec(req.headers.get('if-match') ?? '')?.[1]
  return header === undefined ? expectedIn(req)[String(id)] : Number(header)
}

/**
 * The revision a REST write names (`If-Match: "<rev>"`, or `rev` in the body, as GraphQL sends it) must still fit, else
 * 409 with both values of each field in question; without one the named fields are written on top of what stands.
 */
export const expectRevision =
  (fields: readonly EditableField[]): CollectionBeforeChangeHook =>
  ({ data, originalDoc, operation, req }) => {
    if (operation !== 'update' || req.payloadAPI === 'local') return data
    const standing = originalDoc as Record<string, unknown> & { id?: unknown; rev?: number | null }
    const expected = expectedRevision(req, standing.id)
    if (expected === undefined || expected === (standing.rev ?? 0)) return data
    throw revisionConflict(fields, { standing, yours: data as Record<string, unknown> })
  }

type Two = { standing: Record<string, unknown> & { rev?: number | null }; yours: Record<string, unknown> }

/** Both values of each field that the two would write differently. */
export const revisionConflict = (fields: readonly EditableField[], { standing, yours }: Two): APIError => {
  const names = fields.map(({ name }) => name)
  const inQuestion = changedFields(names, standing, yours).map((field) => ({
    field,
    yours: yours[field] ?? null,
    theirs: standing[field] ?? null,
  }))
  return new APIError(told, 409, { code: 'REVISION_CONFLICT', rev: standing.rev ?? 0, fields: inQuestion }, true)
}
