import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { rawKinds, type RawKind } from '@/domain/gather/rawItem'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { authorOf, dataShape, entryShown, shownEntry, longTextShape, textShape, titleShape } from './entryShown'

const changes = { title: titleShape.optional(), text: textShape.optional(), data: dataShape.optional() }
const something = (change: object): boolean => Object.keys(change).length > 0
const nothing = 'name at least one of title, text and data'
const changeShape = z.strictObject(changes).refine(something, nothing)
/** A screenplay may be as long as a file of one. */
const screenplayShape = z.strictObject({ ...changes, text: longTextShape.optional() }).refine(something, nothing)

/** PATCH: changes an entry; who made it, when and where from stays. Fails: ENTRY_UNKNOWN, ENTRY_IS_FILE, GATHER_LOCKED. */
export const changeEntry = route({
  method: 'patch',
  path: '/:id/gather/:kind/:itemId',
  tells: {
    says: 'Changes an entry; who made it, when and from which file stays.',
    body: changeShape,
    ok: 200,
    gives: entryShown,
    errors: [409, 423],
  },
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const { kind, id } = entryIn(req)
    const { title, text, data } = await bodyOf(req, kind === 'screenplay' ? screenplayShape : changeShape)
    if (kind.endsWith('_file') && data) throw isFile()
    const set = { ...(title === undefined ? {} : { title }), ...(text === undefined ? {} : { text }), ...(data ? { data } : {}) }
    const changed = await storesOf(req).gather.change(slug, { kind, id, by: authorOf(req), set })
    if (!changed) throw unknown()
    return answer(shownEntry(changed))
  },
}) // prettier-ignore

/** DELETE: takes an entry out. Fails: ENTRY_UNKNOWN, GATHER_LOCKED. */
export const deleteEntry = route({
  method: 'delete',
  path: '/:id/gather/:kind/:itemId',
  tells: { says: 'Takes an entry out.', ok: 200, gives: z.object({ id: z.string() }), errors: [403, 409, 423] },
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const { kind, id } = entryIn(req)
    if (!(await storesOf(req).gather.remove(slug, kind, id))) throw unknown()
    return answer({ id })
  },
})

/** The kind and id in the address. */
const entryIn = ({ routeParams }: PayloadRequest): { kind: RawKind; id: string } => {
  const kind = rawKinds.find((one) => one === routeParams?.['kind'])
  const id = routeParams?.['itemId']
  if (!kind || typeof id !== 'string' || !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) throw unknown()
  return { kind, id }
}

const unknown = () =>
  new StudioError({
    code: 'ENTRY_UNKNOWN',
    what: 'There is no such entry.',
    why: 'This project has none of this kind and id; it may have been deleted.',
    fix: 'List them with GET …/gather.',
  })
const isFile = () =>
  new StudioError({
    code: 'ENTRY_IS_FILE',
    what: 'The entry was not changed.',
    why: 'Its data says which file it is, which cannot be rewritten.',
    fix: 'Delete it and send the file again with another role or name; title and text can be changed.',
    field: 'data',
  })
