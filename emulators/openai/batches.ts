import { z } from 'zod'
import { jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import { hashHex, newName } from '../world/random'
import { keepFile } from './files'
import { epoch, tellOpenai, type OpenaiParts, type StoredFile } from './openaiAccount'
import { openaiError, openaiRefusal } from './openaiErrors'
import { respond } from './respond'

const shape = z.strictObject({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/responses', { error: 'the emulator batches /v1/responses' }),
  completion_window: z.literal('24h'),
  metadata: z.record(z.string(), z.string().max(512)).nullish(),
})
const line = z.strictObject({
  custom_id: z.string(),
  method: z.literal('POST'),
  url: z.literal('/v1/responses'),
  body: z.unknown(),
})

/** Takes a file of requests, answers them one after the other for half the price, and writes the answers to a file. */
export const createBatch = (parts: OpenaiParts, asked: Asked): Reply => {
  const read = shape.safeParse(jsonOf(asked))
  if (!read.success) return openaiRefusal(read.error)
  const { input_file_id, endpoint, metadata } = read.data
  const file = parts.account.files.get(input_file_id)
  if (file?.purpose !== 'batch')
    return openaiError(400, { message: `Invalid input_file_id: ${input_file_id}`, param: 'input_file_id' })
  const id = newName('batch_')
  const batch = {
    ...{ id, object: 'batch', endpoint, input_file_id, completion_window: '24h', metadata: metadata ?? null },
    ...{ status: 'validating', created_at: epoch(parts.world.now()), output_file_id: null, error_file_id: null },
    errors: null,
    request_counts: { total: 0, completed: 0, failed: 0 },
  }
  parts.account.batches.set(id, batch)
  void work(parts, batch, file)
  return jsonReply(200, batch)
}

type Batch = Record<string, unknown> & { id: string; status: string }

const work = async (parts: OpenaiParts, batch: Batch, file: StoredFile): Promise<void> => {
  const { world } = parts
  const set = (fields: Record<string, unknown>) => Object.assign(batch, fields)
  await world.takes(2)
  const lines = file.bytes.toString('utf8').split('\n').filter(Boolean).map(readLine)
  if (lines.length === 0 || lines.includes(null)) {
    set({
      status: 'failed',
      failed_at: epoch(world.now()),
      errors: { object: 'list', data: [{ code: 'invalid_json_line', message: 'A line is no request.' }] },
    })
    return tellOpenai(parts, { type: 'batch.failed', id: batch.id, endpoint: 'batches' })
  }
  set({ status: 'in_progress', in_progress_at: epoch(world.now()) })
  const answers: { text: string; ok: boolean }[] = []
  for (const one of lines) {
    if (one === null || batch.status !== 'in_progress' || world.signal.aborted) break
    answers.push(await answerLine(parts, one))
    const completed = answers.filter(({ ok }) => ok).length
    set({ request_counts: { total: lines.length, completed, failed: answers.length - completed } })
  }
  const kept = (ok: boolean) => answers.filter((one) => one.ok === ok).map(({ text }) => text)
  set({ output_file_id: written(parts, batch.id, kept(true)), error_file_id: written(parts, batch.id, kept(false)) })
  const status = batch.status === 'cancelling' ? 'cancelled' : 'completed'
  set({ status, [`${status}_at`]: epoch(world.now()) })
  await tellOpenai(parts, { type: `batch.${status}`, id: batch.id, endpoint: 'batches' })
}

const readLine = (text: string): z.output<typeof line> | null => {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const answerLine = async (parts: OpenaiParts, { custom_id, body }: z.output<typeof line>) => {
  const reply = await respond(parts, { body, bodyHash: hashHex(JSON.stringify(body)), half: true })
  const response = {
    status_code: reply.status,
    request_id: newName('req_'),
    body: JSON.parse(reply.body.toString('utf8')) as unknown,
  }
  return {
    text: JSON.stringify({ id: newName('batch_req_'), custom_id, response, error: null }),
    ok: reply.status === 200,
  }
}

const written = (parts: OpenaiParts, id: string, lines: string[]): string | null =>
  lines.length === 0
    ? null
    : keepFile(parts, {
        name: `${id}_output.jsonl`,
        purpose: 'batch_output',
        bytes: Buffer.from(`${lines.join('\n')}\n`),
      }).id

const missing = (id: string): Reply => openaiError(404, { message: `No batch found with id '${id}'.` })

export const oneBatch = ({ account }: OpenaiParts, id: string): Reply => {
  const batch = account.batches.get(id)
  return batch ? jsonReply(200, batch) : missing(id)
}

export const listBatches = ({ account }: OpenaiParts, asked: Asked): Reply => {
  const all = [...account.batches.values()].reverse()
  const after = all.findIndex(({ id }) => id === asked.query.get('after'))
  const limit = Number(asked.query.get('limit') ?? 20) || 20
  const data = all.slice(after + 1, after + 1 + limit)
  const more = after + 1 + limit < all.length
  return jsonReply(200, {
    object: 'list',
    data,
    first_id: data[0]?.['id'] ?? null,
    last_id: data.at(-1)?.['id'] ?? null,
    has_more: more,
  })
}

export const cancelBatch = ({ account }: OpenaiParts, id: string): Reply => {
  const batch = account.batches.get(id)
  if (!batch) return missing(id)
  if (batch['status'] === 'validating' || batch['status'] === 'in_progress') batch['status'] = 'cancelling'
  return jsonReply(200, batch)
}
