import type { Json, JsonObject } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import type { Bill, Ticket } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { nanodollarsOf } from '../paid/nanodollarsOf'
import { idOf, listOf, numberOf, objectOf, textOf } from '../paid/objectOf'
import { readFault } from '../paid/submitEnd'
import type { FalLine } from './falAccount'
import { falTicket } from './falSubmit'

type Search = { endpoint: string; since: Date; isOurs: (body: JsonObject, requestId: string) => boolean }
type Page = { path: string; asks: Record<string, string>; rows: string }

const pagesMost = 200

/** Looks through the requests of an endpoint. fal lists what has ended; what is still at work may be missing. */
export const falFind = async (
  line: FalLine,
  search: Search,
  signal: AbortSignal,
): Promise<Ticket | 'none' | 'cannotTell'> => {
  const asks = { endpoint_id: search.endpoint, start: search.since.toISOString(), expand: 'payloads', limit: '100' }
  try {
    for await (const row of rowsOf(line, { path: 'models/requests/by-endpoint', asks, rows: 'items' }, signal)) {
      const requestId = idOf(row['request_id'])
      if (requestId !== null && search.isOurs(objectOf(row['json_input']), requestId))
        return falTicket(line, { endpoint: search.endpoint, requestId })
    }
    return 'none'
  } catch (error) {
    if (error instanceof StudioError) return 'cannotTell'
    throw error
  }
}

/** What was billed between the two moments; the price is null while fal has not said it. Needs a key of an admin. */
export async function* falBills(
  line: FalLine,
  between: { from: Date; to: Date },
  signal: AbortSignal,
): AsyncIterable<Bill> {
  const asks = { start: between.from.toISOString(), end: between.to.toISOString(), limit: '1000' }
  for await (const row of rowsOf(line, { path: 'models/billing-events', asks, rows: 'billing_events' }, signal)) {
    const [requestId, endpoint, at] = ['request_id', 'endpoint_id', 'timestamp'].map((name) => textOf(row[name]))
    if (!requestId || !endpoint || !at || Number.isNaN(Date.parse(at))) continue
    const nanodollars = wholeOf(row['cost_estimate_nano_usd']) ?? nanodollarsOf(row['cost_total'] ?? null)
    yield { requestId, endpoint, at: new Date(at), nanodollars, units: numberOf(row['output_units']) }
  }
}

const wholeOf = (value: Json | undefined): number | null => {
  const read = numberOf(value) ?? (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null)
  return read !== null && Number.isSafeInteger(read) && read >= 0 ? read : null
}

/** Every row of every page. Fails PROVIDER_LIST_NOT_READ. */
async function* rowsOf(line: FalLine, page: Page, signal: AbortSignal): AsyncIterable<JsonObject> {
  let cursor: string | null = null
  for (let read = 0; read < pagesMost; read++) {
    const asks = new URLSearchParams({ ...page.asks, ...(cursor === null ? {} : { cursor }) })
    const url = `${line.platform}/${page.path}?${asks.toString()}`
    const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
    if (called.is !== 'json' || called.status >= 300) throw notRead(readFault(called, line.reader).message)
    const body = objectOf(called.json)
    if (!Array.isArray(body[page.rows])) throw notRead(`Its answer holds no ${page.rows}.`)
    for (const row of listOf(body[page.rows])) yield objectOf(row)
    cursor = textOf(body['next_cursor'])
    if (cursor === null) return
  }
  throw notRead(`It has more than ${String(pagesMost)} pages.`)
}

const notRead = (why: string) =>
  new StudioError({
    code: 'PROVIDER_LIST_NOT_READ',
    what: 'A list of fal could not be read to its end.',
    why,
    fix: 'It is tried again. Bills are listed for keys with the scope Admin only: make one at fal.ai/dashboard/keys.',
    retry: 'later',
  })
