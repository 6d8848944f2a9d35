import type { JsonObject } from '@/domain/catalogue/wish'
import type { Ticket } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { listOf, objectOf, textOf } from '../paid/objectOf'
import { underBase } from '../paid/underBase'
import type { ReplicateLine } from './replicateLine'

type Search = { endpoint: string; since: Date; isOurs: (body: JsonObject, requestId: string) => boolean }

const pagesMost = 50

/** Looks through the predictions, the newest first, as far back as asked. Their inputs stay for an hour only. */
export const replicateFind = async (
  line: ReplicateLine,
  search: Search,
  signal: AbortSignal,
): Promise<Ticket | 'none' | 'cannotTell'> => {
  let url: string | null = `${line.base}/predictions`
  let isBlind = false
  for (let page = 0; page < pagesMost && url !== null; page++) {
    const read: Page | null = await readPage(line, url, signal)
    if (read === null) return 'cannotTell'
    const ours = candidates(read.rows, search)
    const requestId = textOf(ours.find((row) => search.isOurs(objectOf(row['input']), textOf(row['id']) ?? ''))?.['id'])
    if (requestId !== null) return { requestId }
    isBlind ||= ours.some((row) => row['data_removed'] === true || Object.keys(objectOf(row['input'])).length === 0)
    url = isSince(read.rows.at(-1), search) ? read.next : null
  }
  return url !== null || isBlind ? 'cannotTell' : 'none'
}

type Page = { rows: JsonObject[]; next: string | null }

const readPage = async (line: ReplicateLine, url: string, signal: AbortSignal): Promise<Page | null> => {
  const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
  const body = called.is === 'json' && called.status < 300 ? objectOf(called.json) : {}
  if (!Array.isArray(body['results'])) return null
  return { rows: listOf(body['results']).map(objectOf), next: underBase(textOf(body['next']), [line.base]) }
}

const isSince = (row: JsonObject | undefined, { since }: Search): boolean =>
  Date.parse(textOf(row?.['created_at']) ?? '') >= since.getTime()

/** Of this model, or of nobody says which. */
const candidates = (rows: JsonObject[], search: Search): JsonObject[] =>
  rows.filter((row) => isSince(row, search) && [search.endpoint, ''].includes(textOf(row['model']) ?? ''))
