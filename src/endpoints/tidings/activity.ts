import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { runAt, runsThen, type RunThen } from '@/stores/runsThen'
import { idIn } from '../asked/idIn'
import { answer, queryOf, route } from '../asked/route'
import { moment, pageOf, paged, pageShape, runKindShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { authorsIn, changedBetween, toldChange, type Change } from './activityOf'
import { keptStates, type Document, type KeptState } from './keptStates'
import { namesOf } from './namesOf'
import { shownFields } from './shownFields'
import { pointersIn } from './toldValue'

const query = z.strictObject({ ...pageShape.shape, limit: z.coerce.number().int().min(1).max(25).default(10) })
const partShape = z.object({ is: z.enum(['same', 'gone', 'new']), text: z.string() })
const changeShape = z.object({
  field: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'flag', 'moment']),
  from: z.string(),
  to: z.string(),
  parts: z.array(partShape).nullable(),
})
const writerShape = z.object({
  author: z.string(),
  is: z.enum(['person', 'agent', 'import', 'studio']),
  at: moment,
  run: z.object({ id: z.string(), kind: runKindShape }).nullable(),
  changes: z.array(changeShape),
})
const entryShape = z.object({
  rev: z.number().int(),
  at: moment,
  /** The oldest state that is kept: what came before is not known any more. */
  oldest: z.boolean(),
  writers: z.array(writerShape),
})
type Entry = z.output<typeof entryShape>
type Writer = z.output<typeof writerShape>

/**
 * GET /api/<collection>/:id/activity: who changed what, from what to what, the newest first. Read from the versions and
 * the authors that every save keeps; what the studio wrote several times between two saves of people is told as one.
 */
export const activity = route({
  method: 'get',
  path: '/:id/activity',
  tells: { says: 'Who or which agent changed what, from what to what.', query, ok: 200, gives: pageOf(entryShape) },
  handler: async (req) => {
    const { page, limit } = queryOf(req, query)
    const { collection, document } = await documentOf(req)
    const { states, total } = await keptStates(req, { collection, id: idIn(req), standing: document, page, limit })
    const entries = await entriesOf(req, { collection, document, states: states.slice(0, limit + 1), limit })
    return answer(paged(entries, { total, page, limit }))
  },
})

type Asked = { collection: CollectionSlug; document: Document; states: KeptState[]; limit: number }

const entriesOf = async (req: PayloadRequest, { collection, document, states, limit }: Asked): Promise<Entry[]> => {
  const fields = shownFields(req.payload.collections[collection].config.flattenedFields, req)
  const pairs = states.slice(0, limit).map((newer, i) => {
    const older = states[i + 1]
    return { newer, older, changed: older ? changedBetween(fields, { older, newer }) : [] }
  })
  const pointers = pairs.flatMap(({ changed }) =>
    changed.flatMap(({ shown, before, after }) => [before, after].flatMap((value) => pointersIn(shown.field, value))),
  )
  const names = await namesOf(req, pointers)
  const told = pairs.map(({ newer, older, changed }) => ({
    newer,
    older,
    changes: changed.map((one) => toldChange(one, { req, names, newer })),
  }))
  const project = projectIn(collection, document)
  const moments = told.flatMap(({ newer, changes }) => [newer.at, ...changes.map(({ at }) => at)]).filter(Boolean).sort() // prettier-ignore
  const runs = project ? await runsIn(req, project, moments) : []
  return told.map(({ newer, older, changes }) => ({
    rev: newer.rev,
    at: isoOf(newer.at),
    oldest: !older,
    writers: older ? writersOf(changes, runs) : firstWriters(newer, runs),
  }))
}

const runsIn = async (req: PayloadRequest, project: string, moments: readonly string[]): Promise<RunThen[]> => {
  const [first, last] = [moments[0], moments.at(-1)]
  if (!first || !last) return []
  return runsThen(storesOf(req).control, project, { from: new Date(first), to: new Date(last) })
}

/** The changes of one save, by who made them. */
const writersOf = (changes: readonly Change[], runs: readonly RunThen[]): Writer[] =>
  [...new Set(changes.map(({ author }) => author))].map((author) => {
    const own = changes.filter((one) => one.author === author)
    const at = own.map((one) => one.at).sort().at(-1) ?? '' // prettier-ignore
    return { ...writer(author, at, runs), changes: own.map(({ author: _, at: __, ...change }) => change) }
  })

const firstWriters = (state: KeptState, runs: readonly RunThen[]): Writer[] => {
  const rows = authorsIn(state)
  const authors = [...new Set(rows.map(({ author }) => author))]
  return authors.map((author) => {
    const at = rows.find((row) => row.author === author)?.at
    return { ...writer(author, at ?? state.at, runs), changes: [] }
  })
}

const writer = (author: string, at: string, runs: readonly RunThen[]): Omit<Writer, 'changes'> => {
  const is = kindOf(author)
  const run = is === 'agent' || is === 'import' ? runAt(runs, new Date(at)) : null
  return { author, is, at: isoOf(at), run: run ? { id: run._id, kind: run.kind } : null }
}

const kindOf = (author: string): Writer['is'] => {
  if (author === '') return 'studio'
  if (author.startsWith('agent:')) return 'agent'
  return author === 'import' ? 'import' : 'person'
}

const isoOf = (at: string): string => new Date(at).toISOString()

const projectIn = (collection: CollectionSlug, document: Document): string | null => {
  const of = collection === 'projects' ? document['id'] : document['project']
  return typeof of === 'string' && /^[0-9a-f]{24}$/.test(of) ? of : null
}

/** The document in the address, as far as whoever asks may see it. Fails: DOCUMENT_UNKNOWN. */
const documentOf = async (req: PayloadRequest): Promise<{ collection: CollectionSlug; document: Document }> => {
  const collection = req.routeParams?.['collection'] as CollectionSlug
  const id = idIn(req)
  const found: unknown = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found) return { collection, document: found as Document }
  throw new StudioError({
    code: 'DOCUMENT_UNKNOWN',
    what: 'There is no such document.',
    why: `None of ${collection} that you may see has this id.`,
    fix: `List them with GET /api/${collection}.`,
  })
}
