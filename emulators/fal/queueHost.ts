import { jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host, Route } from '../http/route'
import type { World } from '../world/openWorld'
import type { Model } from '../media/modelRow'
import type { FalAccount, FalRequest } from './falAccount'
import { falFailure, falLocked } from './falRefusal'
import { accept, cancel, type Submission } from './queue'

export type FalParts = { world: World; account: FalAccount; endpoints: ReadonlyMap<string, Model> }

const detail = (status: number, words: string): Reply => jsonReply(status, { detail: words })

/** `Authorization: Key …`; anything else is told that it cannot see the application. */
export const falRefuses =
  (account: FalAccount) =>
  ({ asked }: Call): Reply | null =>
    asked.headers['authorization'] === `Key ${account.key}`
      ? null
      : detail(401, 'Cannot access application. Authentication is required to access this application.')

/** The queue: submitting takes the whole endpoint id, everything after it only owner and app. */
export const queueHost = (parts: FalParts): Host => ({
  prefix: '/fal/queue',
  provider: 'fal',
  refuses: falRefuses(parts.account),
  failure: falFailure,
  noBalance: falLocked,
  routes: [
    ...requestRoutes(parts),
    {
      method: 'POST',
      path: /^\/(?<id>[\w./-]+)$/,
      at: 'submit',
      endpoint: idOf,
      handle: (call) => submit(parts, call),
    },
  ],
})

/** The synchronous host: the same models, the answer in the same connection. */
export const runHost = (parts: FalParts): Host => ({
  ...queueHost(parts),
  prefix: '/fal/run',
  routes: [
    {
      method: 'POST',
      path: /^\/(?<id>[\w./-]+)$/,
      at: 'submit',
      endpoint: idOf,
      handle: async (call) => {
        const taken = takes(parts, call)
        if ('status' in taken) return taken
        const { request, finished } = accept(parts.world, parts.account, { ...taken, webhookUrl: null })
        await finished
        return resultOf(request)
      },
    },
  ],
})

const idOf = ({ params }: Call): string => params['id'] ?? ''

const submit = (parts: FalParts, call: Call): Reply => {
  const taken = takes(parts, call)
  if ('status' in taken) return taken
  const { request } = accept(parts.world, parts.account, taken)
  const told = {
    status: 'IN_QUEUE',
    request_id: request.id,
    ...addresses(parts.world, request),
    queue_position: request.place?.position() ?? 0,
    gateway_request_id: request.gatewayId,
  }
  return jsonReply(200, told, { 'x-fal-request-id': request.id })
}

/** What is refused at the door: an app that is not there, a body that is no object, an address that is none. */
const takes = ({ endpoints }: FalParts, call: Call): Submission | Reply => {
  const { asked } = call
  const endpoint = endpoints.get(idOf(call))
  if (!endpoint) return detail(404, `Application "${idOf(call)}" not found`)
  const input = jsonOf(asked)
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return jsonReply(422, { detail: [{ loc: ['body'], msg: 'Input should be a valid dictionary', type: 'dict_type' }] })
  const webhookUrl = asked.query.get('fal_webhook')
  if (webhookUrl !== null && !/^https?:\/\//.test(webhookUrl)) return detail(400, 'Invalid webhook URL')
  return {
    endpoint,
    input,
    bodyHash: asked.bodyHash,
    webhookUrl,
    filesLiveS: lifeIn(asked.headers['x-fal-object-lifecycle-preference']),
    stored: asked.headers['x-fal-store-io'] !== '0',
  }
}

/** Seconds of `{"expiration_duration_seconds":n}`; null when nothing readable was asked. */
export const lifeIn = (header: string | undefined): number | null => {
  try {
    const said = JSON.parse(header ?? 'null') as { expiration_duration_seconds?: unknown } | null
    const seconds = said?.expiration_duration_seconds
    return typeof seconds === 'number' && seconds > 0 ? seconds : null
  } catch {
    return null
  }
}

const appOf = (id: string): string => id.split('/').slice(0, 2).join('/')

const addresses = ({ origin }: World, { id, endpoint }: FalRequest) => {
  const base = `${origin}/fal/queue/${appOf(endpoint.id)}/requests/${id}`
  return { response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` }
}

const requestRoutes = (parts: FalParts): Route[] => {
  const base = '^/(?<app>[\\w.-]+/[\\w.-]+)/requests/(?<request>[\\w-]+)'
  const about = (handle: (request: FalRequest, call: Call) => Reply) => (call: Call) => {
    const request = parts.account.requests.get(call.params['request'] ?? '')
    if (!request || appOf(request.endpoint.id) !== call.params['app']) return detail(404, 'Request not found')
    return handle(request, call)
  }
  const endpoint = ({ params }: Call) =>
    parts.account.requests.get(params['request'] ?? '')?.endpoint.id ?? params['app'] ?? ''
  return [
    {
      method: 'GET',
      path: new RegExp(`${base}/status$`),
      at: 'status',
      endpoint,
      handle: about((request, { asked }) =>
        jsonReply(
          request.state === 'COMPLETED' ? 200 : 202,
          statusOf(parts.world, request, asked.query.get('logs') === '1'),
        ),
      ),
    },
    {
      method: 'PUT',
      path: new RegExp(`${base}/cancel$`),
      at: 'cancel',
      endpoint,
      handle: about((request) => cancelled(parts, request)),
    },
    {
      method: 'GET',
      path: new RegExp(`${base}(/response)?$`),
      at: 'result',
      endpoint,
      handle: about((request) => (isGone(parts.world, request) ? detail(404, 'Request not found') : resultOf(request))),
    },
  ]
}

const cancelled = ({ world }: FalParts, request: FalRequest): Reply =>
  cancel(world, request) === 'requested'
    ? jsonReply(202, { status: 'CANCELLATION_REQUESTED' })
    : jsonReply(400, { status: 'ALREADY_COMPLETED' })

const statusOf = (world: World, request: FalRequest, logs: boolean) => ({
  status: request.state,
  request_id: request.id,
  ...addresses(world, request),
  ...(request.state === 'IN_QUEUE' ? { queue_position: request.place?.position() ?? 0 } : {}),
  logs: logs && request.startedAt ? [logLine(request.startedAt)] : null,
  ...(request.startedAt && request.endedAt
    ? { metrics: { inference_time: (request.endedAt.getTime() - request.startedAt.getTime()) / 1000 } }
    : {}),
  ...(request.outcome?.error === undefined ? {} : { error: request.outcome.error }),
  ...(request.outcome?.errorType === undefined ? {} : { error_type: request.outcome.errorType }),
})

const logLine = (at: Date) => ({ message: 'Running', level: 'INFO', source: 'USER', timestamp: at.toISOString() })

/** Results are kept 30 days, or an hour where the caller wanted nothing stored. */
const isGone = (world: World, request: FalRequest): boolean => {
  if (request.endedAt === null) return false
  const keptS = request.stored ? 30 * 86_400 : 3600
  return request.expired || world.now().getTime() - request.endedAt.getTime() > keptS * 1000
}

const resultOf = ({ id, outcome }: FalRequest): Reply =>
  outcome
    ? jsonReply(outcome.status, outcome.payload, { 'x-fal-request-id': id, ...outcome.headers })
    : detail(400, 'Request is still in progress')
