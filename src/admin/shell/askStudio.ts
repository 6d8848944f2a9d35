/** What the studio says against a request, as it stands in an answer that is no success. */
export type Fault = { code?: string; message?: string; what?: string; why?: string; fix?: string }
export type Refusal = { errors?: Fault[] }

/** What was refused, why, and what helps, in one line; empty when nothing was said. `short`: without what was refused. */
export const whyOf = (refusal: Refusal | null | undefined, { short = false } = {}): string => {
  const [first] = refusal?.errors ?? []
  if (!first) return ''
  const { message, what = message, why, fix } = first
  return (short ? [why ?? message, fix] : [what, why, fix]).filter(Boolean).join(' ')
}

/** `offline`: no answer came, so nobody knows what became of the request. */
export type Asked<T> = { is: 'told'; told: T } | { is: 'refused'; told: Refusal & Partial<T> } | { is: 'offline' }

/** `key`: the same key asks for the same thing, however often it is sent. */
type Sent = { method?: 'POST' | 'PATCH' | 'DELETE'; body?: unknown; key?: string; signal?: AbortSignal }

/**
 * Asks the studio without a word on the page: what is refused is handed back. `path` is the whole address: /api/…; with a
 * body it is a POST unless said otherwise.
 */
export const askStudio = async <T>(path: string, { body, key, ...rest }: Sent = {}): Promise<Asked<T>> => {
  const sent: RequestInit =
    body === undefined
      ? {}
      : body instanceof FormData
        ? { method: 'POST', body }
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
            body: JSON.stringify(body),
          }
  const answer = await fetch(path, { ...sent, ...rest, credentials: 'include' }).catch(() => null)
  if (!answer) return { is: 'offline' }
  const told: unknown = await answer.json().catch(() => ({}))
  return answer.ok ? { is: 'told', told: told as T } : { is: 'refused', told: told as Refusal & Partial<T> }
}
