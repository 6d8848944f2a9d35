import { createHmac, timingSafeEqual } from 'node:crypto'

type Call = { raw: Buffer; headers: Readonly<Record<string, string | undefined>>; now: Date }

const windowS = 300

/**
 * Checks a callback signed after Standard Webhooks: HMAC over id, time and the bytes as they came, any of the listed
 * signatures, within 300 s. Answers its id, which is the same for every delivery, or null.
 */
export const standardWebhook = (call: Call, secret: string): string | null => {
  const id = call.headers['webhook-id'] ?? ''
  const time = call.headers['webhook-timestamp'] ?? ''
  if (id === '' || id.length > 200 || !/^\d{1,12}$/.test(time)) return null
  if (Math.abs(call.now.getTime() / 1000 - Number(time)) > windowS) return null
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const due = createHmac('sha256', key).update(`${id}.${time}.`).update(call.raw).digest()
  const signatures = (call.headers['webhook-signature'] ?? '').split(' ').flatMap((one) => {
    const [version, text] = one.split(',')
    return version === 'v1' && text ? [Buffer.from(text, 'base64')] : []
  })
  return signatures.some((one) => one.length === due.length && timingSafeEqual(one, due)) ? id : null
}
