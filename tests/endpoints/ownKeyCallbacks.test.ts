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
  const body = (filler = '') =>
    Buffer.from(JSON.stringify({ type: 'response.completed', data: { id: 'resp_1' }, filler }))
  const post = async (secret: string, { query = '', id = 'm9', raw = body() } = {}) =>
    (await studio.raw(`POST /api/webhooks/openai${query}`, { body: new Uint8Array(raw) }, signed(raw, { id, secret }))).status // prettier-ignore

  it('is not taken without its secret, and the result is asked for', async () => {
    await put('openai', emulatorKeys.openai)
    expect(await post(emulatorSecrets.openai, { query: `?${token()}` })).toBe(401)
  })

  it('is taken where its secret was put in with the key, at the address of a whole account', async () => {
    const kept = { provider: 'openai', key: emulatorKeys.openai, webhookSecret: emulatorSecrets.openai }
    const film = (await studio.call('POST /api/projects', { body: { title: 'Own key', slug: 'own-key' } })).body['doc']
    const { body: told } = await studio.call(`POST /api/projects/${String(film.id)}/keys`, { body: kept })
    expect(told['keys']).toMatchObject([{ provider: 'openai', signs: true }])
    expect(JSON.stringify(told)).not.toContain(emulatorSecrets.openai.slice(6))
    await until('the secret is known', async () => (await post(emulatorSecrets.openai)) === 200)
    expect((await inbox()).at(-1)).toMatchObject({ provider: 'openai', requestId: 'resp_1', key: null })
    expect(await post(`whsec_${Buffer.from('a forged one').toString('base64')}`, { id: 'm10' })).toBe(401)
    expect(await post(emulatorSecrets.openai, { id: 'm11', raw: body('x'.repeat(30_000)) })).toBe(401)
  })

  it('has a secret that is one word, and only of OpenAI', async () => {
    const { id } = (await studio.call('POST /api/projects', { body: { title: 'Wrong', slug: 'wrong' } })).body['doc']
    const keep = async (wish: object) =>
      (await studio.call(`POST /api/projects/${String(id)}/keys`, { body: wish })).status
    expect(await keep({ provider: 'openai', key: 'sk-0123456789', webhookSecret: 'two words' })).toBe(422)
    expect(await keep({ provider: 'fal', key: 'fal-0123456789', webhookSecret: 'whsec_0123456789' })).toBe(422)
  })
})
