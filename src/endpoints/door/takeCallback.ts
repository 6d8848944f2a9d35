import type { Payload, PayloadRequest } from 'payload'
import { databaseAway } from '../asked/databaseAway'
import { webhooks } from '../webhooks/webhooks'

/**
 * A callback goes straight to its route, without what Payload does for every request: many come at once, none has a
 * login, and each is answered after one insert. Null: there is no such route.
 */
export const takeCallback = async (request: Request, payload: Payload): Promise<Response | null> => {
  const { pathname, searchParams } = new URL(request.url)
  const route = webhooks.find(({ path }) => pathname === `/api${path}`)
  if (!route) return null
  const req = Object.assign(request, { payload, searchParams, user: null }) as unknown as PayloadRequest
  try {
    return await route.handler(req)
  } catch (error) {
    throw (error instanceof Error ? databaseAway(error, req) : null) ?? error
  }
}
