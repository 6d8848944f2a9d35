import { readFile } from 'node:fs/promises'
import { sentOfBatch } from '@/domain/catalogue/batched'
import type { Json, JsonObject } from '@/domain/catalogue/wish'
import type { PaidProvider, Standing, Ticket } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { fileNotPut, fileTooLarge } from '../paid/fileNotPut'
import { multipart } from '../paid/multipart'
import { listOf, numberOf, objectOf, textOf } from '../paid/objectOf'
import { singleShot } from '../paid/singleShot'
import { readFault, untold, type Answered } from '../paid/submitEnd'
import { told } from '../paid/told'
import { tokensIn } from '../paid/tokensIn'
import { openaiError } from './openaiError'
import type { OpenaiLine } from './openaiLine'
import { responseStanding } from './responseStanding'

const bytesMost = 100_000_000
/** OpenAI keeps files of this kind for thirty days. */
const keptMs = 29 * 86_400_000

/** Puts the file of a batch (JSONL) where OpenAI can read them; the address is the file's id. Nothing is paid. */
export const putBatch = async (
  line: OpenaiLine,
  file: Parameters<NonNullable<PaidProvider['putFile']>>[0],
  signal: AbortSignal,
): Promise<{ address: string; until: Date | null }> => {
  if (file.bytes > bytesMost) throw fileTooLarge('OpenAI', bytesMost)
  const lines = { bytes: await readFile(file.path), mime: 'application/jsonl', fileName: `${file.sha256}.jsonl` }
  const { body, headers } = await multipart([{ name: 'purpose', value: 'batch' }, { name: 'file', value: lines }]) // prettier-ignore
  const url = `${line.base}/files`
  const called = await callJson({ method: 'POST', url, headers: { ...line.headers, ...headers }, body, signal, withinMs: 120_000 }) // prettier-ignore
  const id = called.is === 'json' && called.status < 300 ? textOf(objectOf(called.json)['id']) : null
  if (id === null) throw fileNotPut('OpenAI', readFault(called, line.reader).message)
  return { address: id, until: new Date(Date.now() + keptMs) }
}

/** Whether a batch that is not over is worked on. */
const open: Partial<Record<string, boolean>> = {
  validating: false,
  in_progress: true,
  finalizing: true,
  cancelling: true,
}

/** Where a batch of one request stands; when it is over, `raw` is the line of its answer, with its `custom_id`. */
export const batchStanding = async (line: OpenaiLine, called: Answered, signal: AbortSignal): Promise<Standing> => {
  const body = objectOf(called.json)
  const status = textOf(body['status']) ?? ''
  const running = open[status]
  if (running !== undefined) return { is: 'open', running }
  if (!['completed', 'expired', 'cancelled', 'failed'].includes(status)) return untold(called, line.reader)
  const [answer, fault] = ['output_file_id', 'error_file_id'].map((name) => textOf(body[name]))
  if (!answer && status === 'cancelled') return { is: 'cancelled' }
  if (!answer && (status === 'expired' || !fault)) return unanswered(line, called, status)
  return batchAnswer(line, { requestId: textOf(body['id']) ?? '', file: answer ?? fault ?? '' }, signal)
}

/** Nothing of it was answered, so nothing was billed. The day went by: it may be asked again. */
const unanswered = (line: OpenaiLine, { json }: Answered, status: string): Standing => {
  const [first] = listOf(objectOf(objectOf(json)['errors'])['data'])
  const error = openaiError({ status: 400, json: { error: first ?? { message: 'It ended without any answer.' } } })
  const known = status === 'expired' ? { ...error, class: 'transient' as const } : error
  return { is: 'failed', error: told(known, line.reader.secrets), billed: false, usage: {}, raw: json }
}

type Ended = { requestId: string; file: string }

const batchAnswer = async (line: OpenaiLine, { requestId, file }: Ended, signal: AbortSignal): Promise<Standing> => {
  const url = `${line.base}/files/${encodeURIComponent(file)}/content`
  const end = await singleShot({ method: 'GET', url, headers: line.headers, signal, withinMs: 120_000, answerBytesMost: 200_000_000 }) // prettier-ignore
  if (end.is !== 'answered') return untold(end, line.reader)
  const [row] = (end.status === 200 ? linesOf(end.bytes) : null) ?? []
  if (row === undefined) return untold({ is: 'odd', status: end.status, headers: {}, why: 'Its file of answers could not be read.' }, line.reader) // prettier-ignore
  return standingOf(line, { requestId, row })
}

/** As if it had been answered at once, under the name of its batch. */
const standingOf = (line: OpenaiLine, { requestId, row }: { requestId: string; row: Json }): Standing => {
  const { secrets } = line.reader
  const response = objectOf(objectOf(row)['response'])
  const json = response['body'] ?? null
  const status = numberOf(response['status_code']) ?? 0
  const standing = status === 200 ? responseStanding(json, secrets) : null
  if (standing?.is === 'answered') return { ...standing, answer: { ...standing.answer, requestId, raw: row } }
  if (standing?.is === 'failed') return { ...standing, raw: row }
  if (status === 200) return { is: 'answered', answer: { requestId, raw: row, media: [], text: null, usage: tokensIn(objectOf(json)['usage']), billedNanodollars: null } } // prettier-ignore
  const error = openaiError({ status, json: status === 0 ? { error: objectOf(row)['error'] ?? null } : json })
  return { is: 'failed', error: told(error, secrets), billed: false, usage: {}, raw: row }
}

const linesOf = (bytes: Buffer): Json[] | null => {
  try {
    const lines = bytes.toString('utf8').split('\n')
    return lines.flatMap((one) => (one.trim() === '' ? [] : [JSON.parse(one) as Json]))
  } catch {
    return null
  }
}

const pagesMost = 20

/** Looks for a batch of ours: `isOurs` is shown what was sent of it. */
export const findBatch = async (
  line: OpenaiLine,
  search: { since: Date; isOurs: (body: JsonObject, requestId: string) => boolean },
  signal: AbortSignal,
): Promise<Ticket | 'none' | 'cannotTell'> => {
  let after = ''
  for (let page = 0; page < pagesMost; page++) {
    const url = `${line.base}/batches?limit=100${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
    const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
    const body = called.is === 'json' && called.status < 300 ? objectOf(called.json) : {}
    if (!Array.isArray(body['data'])) return 'cannotTell'
    const batches = listOf(body['data']).map(objectOf)
    const ours = batches.find((batch) => Number(batch['created_at']) * 1000 >= search.since.getTime() - 1000 && search.isOurs(sentOfBatch(batch), textOf(batch['id']) ?? '')) // prettier-ignore
    const id = textOf(ours?.['id'])
    if (id !== null) return { requestId: id }
    after = textOf(batches.at(-1)?.['id']) ?? ''
    if (body['has_more'] !== true || after === '') return 'none'
  }
  return 'cannotTell'
}
