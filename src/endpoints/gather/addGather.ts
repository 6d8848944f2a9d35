import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { StoredRawItem } from '@/stores/gatherPages'
import { givenRoles } from '@/domain/own/givenRole'
import { projectOf, type AskedProject } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { authorOf, dataShape, entryShown, shownEntry, textShape, titleShape } from './entryShown'
import { gatherForm } from './gatherForm'

const entryShape = z.strictObject({
  kind: z.enum(['note', 'character', 'scene', 'location', 'prop']),
  title: titleShape.optional(),
  text: textShape,
  data: dataShape.optional(),
})

/** What a form says of its pictures, recordings and clips. */
const fieldsShape = z.object({
  role: z.enum(Object.keys(givenRoles)).optional().describe('What pictures, recordings and clips are for.'),
  for: z.string().max(200).optional().describe('Whom or what they show; else the name of the file.'),
})

/** POST: one entry as JSON, or files as multipart. Fails: GATHER_LOCKED, BODY_REFUSED, FILE_REFUSED, SCREENPLAY_*. */
export const addGather = route({
  method: 'post',
  path: '/:id/gather',
  tells: {
    says: 'Adds an entry, or files.',
    body: entryShape,
    files: fieldsShape,
    ok: 201,
    gives: z.object({ items: z.array(entryShown) }),
    errors: [409, 423],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const isForm = (req.headers.get('content-type') ?? '').startsWith('multipart/form-data')
    const stored = isForm ? await gatherForm(req, project) : [await addBody(req, project)]
    return answer({ items: stored.map(shownEntry) }, 201)
  },
})

const addBody = async (req: PayloadRequest, { slug }: AskedProject): Promise<StoredRawItem> => {
  const { kind, title, text, data } = await bodyOf(req, entryShape)
  const named = title ?? text.split('\n', 1)[0]?.slice(0, 80) ?? ''
  const author = authorOf(req)
  return storesOf(req).gather.add(slug, {
    kind, title: named, text, data: data ?? {}, source: 'user_input', author, file: null,
  }) // prettier-ignore
}
