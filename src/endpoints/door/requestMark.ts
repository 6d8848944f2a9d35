import { AsyncLocalStorage } from 'node:async_hooks'
import { ulid } from 'ulid'

const current = new AsyncLocalStorage<{ requestId: string }>()

/** The id of the request this code runs for, as a log line carries it; {} outside of any. */
export const requestMark = (): { requestId?: string } => current.getStore() ?? {}

/** Runs `body` for a request of this id: every line that is logged meanwhile carries it. */
export const inRequest = <T>(requestId: string, body: () => T): T => current.run({ requestId }, body)

/** The id the caller gave when it is well formed, else a new one. */
export const requestIdOf = (headers: Headers): string => {
  const given = headers.get('x-request-id') ?? ''
  return /^[\w.-]{8,64}$/.test(given) ? given : ulid()
}
