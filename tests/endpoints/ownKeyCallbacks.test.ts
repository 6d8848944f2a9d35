import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import { controlDb } from '@/stores/controlDb'
import { keysStore } from '@/stores/keys/keysStore'
import { callbackTokens } from '@/stores/paid/callbackTokens'
import { callbackReader } from '@/studio/callbackReader'
import { emulatorKeys, emulatorSecrets } from '../../emulators/emulatorEnv'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { until } from '../support/until'

/** A studio without a single key in its settings; its films have keys of their own. */
let studio: TestStudio
let emulators: Emulators
let reader: CallbackReader
const project = '65f00000000000000000000a'

beforeAll(async () => {
  emulators = await startEmulators({ speed: 400 })
  const { FAL_KEY: _1, OPENAI_API_KEY: _2, REPLICATE_API_TOKEN: _3, OPENAI_WEBHOOK_SECRET: _4, ...env } = emulators.env
  reader = callbackReader({ ...env, REPLICATE_WEBHOOK_SECRET: 'whsec_of-another-account' })
  studio = await openTestStudio({ custom: { readCallback: ((...call) => reader(...call)) satisfies CallbackReader } })
})
afterAll(async () => {
  await emulators.close()
  await studio.close()
})

const inbox = () => controlDb(studio.payload).db.collection('inbox').find().toArray()
const put = (provider: 'replicate' | 'openai', key: string) =>
  keysStore(controlDb(studio.payload)).put(project, provider, { key, by: 'somebody' })
const token = () =>
  callbackTokens(studio.payload.config.secret).query({ key: 'a'.repeat(64), attempt: '01J00000000000000000000000' })
const signed = (body: Buffer, { id, secret }: { id: string; secret: string }) => {
  const at = String(Math.floor(Date.now() / 1000))
  const mac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
  const signature = mac.update(`${id}.${at}.`).update(body).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` }
}
const prediction = Buffer.from(JSON.stringify({ id: 'p1', status: 'succeeded', output: ['https://replicate.delivery/x.png'] })) // prettier-ignore
const secretsAsked = () => emulators.requests().filter(({ path }) => path.endsWith('/webhooks/default/secret')).length

describe('a callback of Replicate to a film with its own key', () => {
  const post = (secret: string, query = `?${token()}`, id = 'm1') =>
    studio.raw(`POST /api/webhooks/replicate${query}`, { body: new Uint8Array(prediction) }, signed(prediction, { id, secret })) // prettier-ignore

  it('is nobody’s as long as no key is there', async () => {
    expect((await post(emulatorSecrets.replicate)).status).toBe(401)
    expect(secretsAsked()).toBe(0)
  })

  it('is checked by the secret of that key, which Replicate tells, once', async () => {
    await put('replicate', emulatorKeys.replicate)
    await until('the key is known', async () => (await post(emulatorSecrets.replicate)).status === 200)
    expect(await inbox()).toMatchObject([{ provider: 'replicate', requestId: 'p1', key: 'a'.repeat(64) }])
    expect((await post(`whsec_${Buffer.from('a forged one').toString('base64')}`, undefined, 'm2')).status).toBe(401)
    expect((await post(emulatorSecrets.replicate, '', 'm3')).status).toBe(401)
    expect((await post(emulatorSecrets.replicate, undefined, 'm4')).status).toBe(200)
    expect(secretsAsked()).toBe(1)
  })
})

describe('a callback of OpenAI to a film with its own key', () => {
  it('is not taken: its secret is known to nobody, and the result is asked for', async () => {
    await put('openai', emulatorKeys.openai)
    const body = Buffer.from(JSON.stringify({ type: 'response.completed', data: { id: 'resp_1' } }))
    const headers = signed(body, { id: 'm9', secret: emulatorSecrets.openai })
    const answer = await studio.raw(`POST /api/webhooks/openai?${token()}`, { body: new Uint8Array(body) }, headers)
    expect(answer.status).toBe(401)
  })
})
