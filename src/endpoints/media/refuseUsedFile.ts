import type { CollectionBeforeDeleteHook } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { removalsStore } from '@/stores/removalsStore'
import { sessionOf } from '@/stores/sessionOf'
import { storesOf } from '../asked/stores'
import { usesOf, type MediaUse } from './usesOf'

const reasonMost = 1000
const namedMost = 3

/**
 * A file that is used goes only with a reason (`DELETE /api/media/:id?reason=…`), which is kept with who said it and
 * what lost the file. Fails: FILE_IN_USE, naming who would lose it.
 */
export const refuseUsedFile: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // a film that is deleted whole takes its files along
  if (req.payloadAPI === 'local') return
  const uses = await usesOf(req, String(id), { all: true })
  const reason = (req.searchParams.get('reason') ?? '').trim().slice(0, reasonMost)
  if (uses.length > 0 && reason === '') throw inUse(String(id), uses)
  const by = req.user && 'email' in req.user ? req.user.email : ''
  const lost = uses.map(({ collection, id: used, fields }) => ({ collection, id: used, fields }))
  await removalsStore(storesOf(req).control).add({ file: String(id), by, reason, lost }, await sessionOf(req))
}

const inUse = (id: string, uses: readonly MediaUse[]): StudioError => {
  const named = uses.slice(0, namedMost).map(({ collection, title, fields }) => `${collection} “${title}” (${fields.join(', ')})`) // prettier-ignore
  const more = uses.length - named.length
  return new StudioError({
    code: 'FILE_IN_USE',
    what: 'The file was not deleted.',
    why: `It is used by ${named.join('; ')}${more > 0 ? ` and ${String(more)} more` : ''}.`,
    fix: `Give them another file first, or say why it may go: DELETE /api/media/${id}?reason=….`,
  })
}
