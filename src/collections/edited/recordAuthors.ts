import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { changedFields } from './changedFields'
import type { EditableField } from './editableFields'

type FieldAuthor = { field: string; author: string; at: string }
type Remembered = { rev?: number | null; authors?: FieldAuthor[] | null } & Record<string, unknown>

/** Who writes: what the caller says it is ("agent:story", "import"), else the signed-in person. */
export const authorOf = (req: PayloadRequest): string => {
  const named = req.context['author']
  if (typeof named === 'string' && named !== '') return named
  return req.user && 'email' in req.user && typeof req.user.email === 'string' ? req.user.email : 'import'
}

const initials = (fields: readonly EditableField[]): Remembered =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, initial]))

/**
 * Counts the revision and remembers the last author of every field that changed; what nobody chose has no author.
 * A write under `context.fromJob` that brings its own next `rev` (the pipeline's) is kept as it is.
 */
export const recordAuthors = (fields: readonly EditableField[]): CollectionBeforeChangeHook => {
  const names = fields.map(({ name }) => name)
  return ({ data, originalDoc, operation, req, context }) => {
    const before = operation === 'update' ? (originalDoc as Remembered) : initials(fields)
    const after = data as Remembered
    if (context['fromJob'] && typeof after.rev === 'number' && after.rev !== (before.rev ?? 0)) return after
    const at = new Date().toISOString()
    const author = authorOf(req)
    const rows = new Map((before.authors ?? []).map((row) => [row.field, row]))
    for (const field of changedFields(names, before, after)) rows.set(field, { field, author, at })
    return { ...after, rev: (before.rev ?? 0) + 1, authors: [...rows.values()] }
  }
}
