import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import type { RawItem } from '@/domain/gather/rawItem'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import type { StoredRawItem } from '@/stores/gatherStore'
import { answer, bodyOf, route } from './asked'
import { filesOf, type SentFile } from './filesOf'
import { projectOf } from './projectOf'
import { storesOf } from './stores'

const textMax = 200_000
const pageMax = 500

export const entryShape = z.strictObject({
  kind: z.enum(['note', 'character', 'scene', 'location', 'prop']),
  title: z.string().trim().max(300).optional(),
  text: z.string().min(1).max(textMax),
  data: z.record(z.string(), z.json()).optional(),
})

/** What a person or a script sees of an entry. */
const shown = ({ _id, kind, title, text, data, source, author, file, createdAt }: StoredRawItem) => ({
  id: _id, kind, title, text, data, source, author, file, createdAt,
}) // prettier-ignore

const authorOf = ({ user }: PayloadRequest): string => (user && 'email' in user ? user.email : '')

/** POST: one entry as JSON, or files as multipart. Fails: GATHER_LOCKED, BODY_REFUSED, FILE_REFUSED, SCREENPLAY_*. */
export const addGather = route({
  method: 'post',
  path: '/:id/gather',
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

const pageShape = z.object({
  kind: z
    .enum([
      'screenplay', 'note', 'character', 'scene', 'location', 'prop', 'cast_file', 'place_file', 'prop_file', 'film_file',
    ])
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(pageMax).default(20),
}) // prettier-ignore

/** GET: entries, newest first, in Payload's page shape. */
export const listGather = route({
  method: 'get',
  path: '/:id/gather',
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const read = pageShape.safeParse(Object.fromEntries(req.searchParams))
    if (!read.success)
      throw new StudioError({
        code: 'QUERY_REFUSED',
        what: 'The list cannot be made.',
        why: `${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`,
        fix: 'Use kind, page (from 1) and limit (at most 500).',
        field: read.error.issues[0]?.path.join('.') ?? '',
      })
    const { kind, page, limit } = read.data
    const { items, total } = await storesOf(req).gather.page(slug, { kind: kind ?? null, page, limit })
    const totalPages = Math.max(1, Math.ceil(total / limit))
    return answer({
      docs: items.map(shown), totalDocs: total, limit, page, totalPages, pagingCounter: (page - 1) * limit + 1,
      hasPrevPage: page > 1, hasNextPage: page < totalPages, prevPage: page > 1 ? page - 1 : null, nextPage: page < totalPages ? page + 1 : null,
    }) // prettier-ignore
  },
})
