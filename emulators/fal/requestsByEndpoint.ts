import type { Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { FalRequest } from './falAccount'
import { page, rangeOf } from '../world/page'
import type { FalParts } from './queueHost'

const statuses: Record<string, (status: number) => boolean> = {
  success: (status) => status < 400,
  user_error: (status) => status >= 400 && status < 500,
  error: (status) => status >= 500,
}

/** What was asked of some endpoints, by when it ended, newest first. What has not ended is not in it. */
export const requestsByEndpoint = ({ world, account }: FalParts, asked: Asked): Reply => {
  const ids = asked.query.getAll('endpoint_id').flatMap((list) => list.split(','))
  if (ids.length === 0 || ids.length > 50)
    return jsonReply(400, {
      error: { type: 'validation_error', message: 'endpoint_id: between 1 and 50 are required' },
    })
  const wanted = asked.query.get('request_id')
  const range = rangeOf(asked, world.now(), wanted === null ? 1 : 90)
  if (!range) return jsonReply(400, { error: { type: 'validation_error', message: 'The range is not valid' } })
  const holds = statuses[asked.query.get('status') ?? ''] ?? (() => true)
  const found = [...account.requests.values()]
    .filter((one) => ids.includes(one.endpoint.id) && (wanted === null || one.id === wanted))
    .filter(({ endedAt }) => endedAt !== null && endedAt >= range.from && endedAt < range.to)
    .filter(({ outcome }) => holds(outcome?.status ?? 500))
    .sort((one, other) => (other.endedAt?.getTime() ?? 0) - (one.endedAt?.getTime() ?? 0))
  const payloads = asked.query.getAll('expand').some((list) => list.split(',').includes('payloads'))
  const { items, ...more } = page(found, asked, 100)
  return jsonReply(200, { items: items.map((one) => rowOf(one, payloads)), ...more })
}

const rowOf = (one: FalRequest, payloads: boolean) => ({
  request_id: one.id,
  endpoint_id: one.endpoint.id,
  sent_at: one.sentAt.toISOString(),
  started_at: one.startedAt?.toISOString() ?? null,
  ended_at: one.endedAt?.toISOString() ?? null,
  status_code: one.outcome?.status ?? null,
  duration: secondsOf(one),
  ...(payloads && one.stored ? { json_input: one.input, json_output: one.outcome?.payload ?? null } : {}),
})

const secondsOf = ({ startedAt, endedAt }: FalRequest): number | null =>
  startedAt && endedAt ? (endedAt.getTime() - startedAt.getTime()) / 1000 : null
