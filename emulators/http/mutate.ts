import { newId } from '../world/random'
import type { Reply } from './reply'

/** An answer whose JSON was changed; anything else goes on as it is. */
const changed = (reply: Reply, change: (body: unknown) => unknown): Reply => {
  try {
    const body = JSON.stringify(change(JSON.parse(reply.body.toString('utf8'))))
    return { ...reply, body: Buffer.from(body) }
  } catch {
    return reply
  }
}

/** The right keys with wrong kinds of values. */
export const wrongShape = (reply: Reply): Reply => changed(reply, wrong)

const wrong = (value: unknown): unknown => {
  if (Array.isArray(value)) return { 0: value.length }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrong(inner)]))
  return typeof value === 'string' ? value.length : String(value)
}

/** The answer of another request: its id stands nowhere in this account. */
export const otherId = (reply: Reply): Reply => {
  const id = newId()
  return changed(reply, (body) =>
    typeof body === 'object' && body !== null
      ? { ...body, ...('request_id' in body ? { request_id: id } : {}), ...('id' in body ? { id } : {}) }
      : body,
  )
}

const before: Record<string, string> = {
  COMPLETED: 'IN_PROGRESS',
  succeeded: 'processing',
  completed: 'in_progress',
}

/** A finished request that says it is still running. */
export const backwards = (reply: Reply): Reply => {
  const earlier = changed(reply, (body) => {
    const status = (body as { status?: unknown } | null)?.status
    return typeof status === 'string' && before[status] ? { ...(body as object), status: before[status] } : body
  })
  return earlier.body.includes('IN_PROGRESS') ? { ...earlier, status: 202 } : earlier
}
