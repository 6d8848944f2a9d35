import { deliver } from '../world/deliver'
import type { World } from '../world/openWorld'
import { hashHex } from '../world/random'
import type { FalAccount, FalRequest } from './falAccount'

/** Ten further tries within two hours. */
const triesAfterS = [10, 30, 60, 120, 300, 600, 900, 1200, 1800, 1980]

/** Tells the caller's webhook how a request ended, signed with Ed25519 over ids, time and the hash of the raw body. */
export const callBack = async (world: World, account: FalAccount, request: FalRequest): Promise<void> => {
  if (request.webhookUrl === null) return
  await deliver(world, {
    provider: 'fal',
    endpoint: request.endpoint.id,
    url: request.webhookUrl,
    triesAfterS,
    write: (spoilt, now) => {
      const body = JSON.stringify(newsOf(request))
      const timestamp = String(Math.floor(now.getTime() / 1000) - (spoilt.stale ? 3600 : 0))
      const message = [request.id, account.userId, timestamp, hashHex(body)].join('\n')
      return {
        body: spoilt.altered ? body.replace(/"status":"(OK|ERROR)"/, '"status":"OK" ') : body,
        headers: {
          'x-fal-webhook-request-id': request.id,
          'x-fal-webhook-user-id': account.userId,
          'x-fal-webhook-timestamp': timestamp,
          'x-fal-webhook-signature': spoilt.forged ? 'ab'.repeat(64) : account.sign(message),
        },
      }
    },
  })
}

const newsOf = ({ id, gatewayId, outcome, payloadNull }: FalRequest) => ({
  request_id: id,
  gateway_request_id: gatewayId,
  status: (outcome?.status ?? 500) < 400 ? 'OK' : 'ERROR',
  ...(outcome?.error === undefined ? {} : { error: outcome.error }),
  ...(payloadNull
    ? {
        payload: null,
        payload_error:
          'Response payload is not JSON serializable. Either return a JSON serializable object or use the queue endpoint to retrieve the response.',
      }
    : { payload: outcome?.payload ?? null }),
})
