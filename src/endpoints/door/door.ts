import type { Payload, SanitizedConfig } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { statusOf } from '../asked/statusOf'
import { callersOf, type Callers } from './callers'
import { dressed } from './dressed'
import { readBody, tooLargeForStrangers } from './readBody'
import { refuseForeignPage } from './refuseForeignPage'
import { inRequest, requestIdOf } from './requestMark'
import { takeCallback } from './takeCallback'

type Handle<Args extends unknown[]> = (request: Request, ...args: Args) => Promise<Response>
type House = {
  config: Promise<SanitizedConfig> | SanitizedConfig
  payload: () => Promise<Payload>
}
/** What the door must know of the studio; payload.config.ts puts it into `custom`. */
export type DoorSettings = { singleUser: boolean; publicUrl: string | null }

/**
 * The one door of HTTP: whoever asks is counted, the body is read only when it can do no harm, and every answer
 * carries the request's id, safe headers and errors of one shape. Payload's own routes and ours lie behind it.
 */
export const door = <Args extends unknown[]>(house: House, handle: Handle<Args>): Handle<Args> => {
  return (request, ...args) => {
    const requestId = requestIdOf(request.headers)
    return inRequest(requestId, async () => {
      const began = performance.now()
      const answer = await answerOf(house, () => inside(house, request, (taken) => handle(taken, ...args)))
      const out = await dressed(answer, { request, requestId })
      const { logger } = await house.payload()
      const line = { method: request.method, path: withoutSecret(new URL(request.url).pathname), status: out.status, ms: Math.round(performance.now() - began) } // prettier-ignore
      if (out.status >= 500) logger.error(line, 'request')
      else logger.debug(line, 'request')
      return out
    })
  }
}

/** The secret of a share link stands in its address and in no log. */
const withoutSecret = (path: string): string => path.replace(/^(\/share\/)[^/]+/, '$1:token')

const known = new WeakMap<object, Callers>()

const inside = async (
  { config, payload }: House,
  request: Request,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> => {
  // a callback is looked at on its bytes as they came, by the route itself; many may come at once
  if (isCallback(request)) return (await takeCallback(request, await payload())) ?? handle(request)
  const settings = (await config).custom as DoorSettings
  const callers = known.get(settings) ?? callersOf(settings)
  known.set(settings, callers)
  await callers(request)
  refuseForeignPage(request, settings.publicUrl)
  return handle(asGet(await readBody(request, async () => refuseStranger(await payload(), request))))
}

const isCallback = ({ method, url }: Request): boolean =>
  method === 'POST' && /^\/api\/webhooks\/[a-z-]+$/.test(new URL(url).pathname)

const refuseStranger = async (payload: Payload, { url, headers }: Request): Promise<void> => {
  // nobody signs in behind a share link
  if (new URL(url).pathname.startsWith('/share/')) throw tooLargeForStrangers()
  const { user } = await payload.auth({ headers })
  if (user) return
  throw new StudioError({
    code: 'NOT_SIGNED_IN',
    what: 'The body was not read.',
    why: 'It came without a login, from another website, or under another name than this machine’s.',
    fix: 'Sign in, send an API key, or ask http://127.0.0.1 from this machine.',
  })
}

/** HEAD is GET without the body, which is left out when the answer goes out. */
const asGet = (request: Request): Request =>
  request.method === 'HEAD' ? new Request(request.url, { headers: request.headers, signal: request.signal }) : request

const answerOf = async ({ payload }: House, ask: () => Promise<Response>): Promise<Response> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof StudioError) return refusal(error)
    const { logger } = await payload()
    logger.error({ err: error }, 'The door met something it did not foresee.')
    return Response.json({ errors: [{ message: 'Something went wrong inside the studio.' }] }, { status: 500 })
  }
}

const refusal = ({ story, message, afterMs }: StudioError): Response => {
  const headers: Record<string, string> = afterMs === undefined ? {} : { 'Retry-After': String(afterMs / 1000) }
  return Response.json({ errors: [{ ...story, message }] }, { status: statusOf(story.code), headers })
}
