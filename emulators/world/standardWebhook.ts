import { createHmac } from 'node:crypto'
import type { Sent, Spoilt } from './deliver'

/** Signs a callback by the Standard Webhooks rules: HMAC-SHA256 over id, time and raw body. */
export const standardWebhook = (
  { id, secret, body }: { id: string; secret: string; body: string },
  { spoilt, now }: { spoilt: Spoilt; now: Date },
): Sent => {
  const timestamp = String(Math.floor(now.getTime() / 1000) - (spoilt.stale ? 86_400 : 0))
  const key = spoilt.forged ? Buffer.from('somebody else') : Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    body: spoilt.altered ? `${body} ` : body,
    headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
  }
}
