import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { RawItem } from '@/domain/gather/rawItem'
import { formOf } from '../asked/filesOf'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { authorOf, dataShape, entryShown, shownEntry, textShape, titleShape } from './entryShown'
import { itemsOfFile } from './itemsOfFile'

const entryShape = z.strictObject({
  kind: z.enum(['note', 'character', 'scene', 'location', 'prop']),
  title: titleShape.optional(),
  text: textShape,
  data: dataShape.optional(),
})

/** POST: one entry as JSON, or files as multipart. Fails: GATHER_LOCKED, BODY_REFUSED, FILE_REFUSED, SCREENPLAY_*. */
export const addGather = route({
  method: 'post',
  path: '/:id/gather',
  tells: {
    says: 'Adds an entry, or files.',
    body: entryShape,
    files: true,
    ok: 201,
    gives: z.object({ items: z.array(entryShown) }),
    errors: [409, 423],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { gather } = storesOf(req)
    const author = authorOf(req)
    const isForm = (req.headers.get('content-type') ?? '').startsWith('multipart/form-data')
    const items = isForm ? await formItems(req, author) : [await bodyItem(req, author)]
    const stored = await gather.addAll(project.slug, items)
    return answer({ items: stored.map(shownEntry) }, 201)
  },
})

/** Files one after the other: each may take a reader of its own. */
const formItems = async (req: PayloadRequest, author: string): Promise<RawItem[]> => {
  const { files } = await formOf(req)
  const items: RawItem[] = []
  for (const file of files) items.push(...(await itemsOfFile(file, { author })))
  return items
}

const bodyItem = async (req: PayloadRequest, author: string): Promise<RawItem> => {
  const { kind, title, text, data } = await bodyOf(req, entryShape)
  const named = title ?? text.split('\n', 1)[0]?.slice(0, 80) ?? ''
  return { kind, title: named, text, data: data ?? {}, source: 'user_input', author, file: null }
}
