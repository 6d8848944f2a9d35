import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { rawKinds, type RawItem } from '@/domain/gather/rawItem'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import type { StoredRawItem } from '@/stores/gatherStore'
import { answer, bodyOf, queryOf, route } from '../asked/route'
import { moment, pageOf, pageShape, paged } from '../asked/shapes'
import { filesOf, type SentFile } from '../asked/filesOf'
import { projectOf } from '../asked/projectOf'
import { storesOf } from '../asked/stores'

const textMax = 200_000

const entryShape = z.strictObject({
  kind: z.enum(['note', 'character', 'scene', 'location', 'prop']),
  title: z.string().trim().max(300).optional(),
  text: z.string().min(1).max(textMax),
  data: z.record(z.string(), z.json()).optional(),
})

/** An entry as people and scripts see it. */
const entryShown = z.object({
  id: z.string(),
  kind: z.enum(rawKinds),
  title: z.string(),
  text: z.string(),
  data: z.record(z.string(), z.json()),
  source: z.enum(['user_input', 'import', 'ai']),
  author: z.string(),
  file: z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int() }).nullable(),
  createdAt: moment,
})

const shown = ({ _id, kind, title, text, data, source, author, file, createdAt }: StoredRawItem) => ({
  id: _id, kind, title, text, data, source, author, file, createdAt,
}) // prettier-ignore

const authorOf = ({ user }: PayloadRequest): string => (user && 'email' in user ? user.email : '')

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
    const items = isForm ? (await filesOf(req)).map((file) => fileItem(file, author)) : [await bodyItem(req, author)]
    const stored: StoredRawItem[] = []
    for (const item of items) stored.push(await gather.add(project.slug, item))
    return answer({ items: stored.map(shown) }, 201)
  },
})

const bodyItem = async (req: PayloadRequest, author: string): Promise<RawItem> => {
  const { kind, title, text, data } = await bodyOf(req, entryShape)
  const named = title ?? text.split('\n', 1)[0]?.slice(0, 80) ?? ''
  return { kind, title: named, text, data: data ?? {}, source: 'user_input', author, file: null }
}

const screenplays = /\.(fountain|spmd|md|markdown|txt|text)$/i

const fileItem = ({ name, bytes }: SentFile, author: string): RawItem => {
  if (!screenplays.test(name))
    throw new StudioError({
      code: 'FILE_REFUSED',
      what: `“${name.slice(0, 80)}” was not gathered.`,
      why: 'Screenplays are read as Fountain, Markdown or plain text.',
      fix: 'Save it as .fountain, .md or .txt and send it again.',
      field: 'file',
    })
  const { fountain, format } = readScreenplay({ bytes, fileName: name })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    kind: 'screenplay', title: name, text: fountain, data: { format }, source: 'import', author, file: { name, sha256, bytes: bytes.length },
  } // prettier-ignore
}

const listShape = pageShape.extend({ kind: z.enum(rawKinds).optional() })

/** GET: entries, newest first, in Payload's page shape. */
export const listGather = route({
  method: 'get',
  path: '/:id/gather',
  tells: { says: 'Raw entries, newest first.', query: listShape, ok: 200, gives: pageOf(entryShown), errors: [422] },
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const { kind, page, limit } = queryOf(req, listShape)
    const { items, total } = await storesOf(req).gather.page(slug, { kind: kind ?? null, page, limit })
    return answer(paged(items.map(shown), { total, page, limit }))
  },
})
