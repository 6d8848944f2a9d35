import { createFalClient } from '@fal-ai/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { catchCallbacks } from './catchCallbacks'
import { falCalls } from './falCalls'

const open: Emulators[] = []
const badDay = async (plan: PlanGiven) => {
  const emulators = await startEmulators({ plan, speed: 1000, falSlots: 8 })
  open.push(emulators)
  return { emulators, calls: falCalls(emulators) }
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const picture = 'fal-ai/nano-banana'
const asked = { prompt: 'A pier in the rain' }
const posts = (emulators: Emulators) => emulators.requests().filter(({ method }) => method === 'POST')

describe('a bad day at the emulated fal', () => {
  it('cuts the line before a request is taken, or after: only the second is in the ledger', async () => {
    const { emulators, calls } = await badDay({
      rules: [
        { provider: 'fal', nth: 1, do: 'resetBefore' },
        { provider: 'fal', nth: 2, do: 'resetAfter' },
      ],
    })
    await expect(calls.post(picture, asked)).rejects.toThrow()
    expect(emulators.ledger()).toHaveLength(0)
    await expect(calls.post(picture, asked)).rejects.toThrow()
    expect(emulators.ledger()).toHaveLength(1)
    expect((await calls.post(picture, asked)).status).toBe(200)
    expect(posts(emulators).map(({ status }) => status)).toEqual([null, null, 200])
  })

  it('answers 504 for what it took and 503 for what it did not take', async () => {
    const { emulators, calls } = await badDay({
      rules: [
        { endpoint: picture, nth: 1, do: 'failAfter', status: 504 },
        { endpoint: picture, nth: 2, do: 'refuse', status: 503 },
        { endpoint: picture, nth: 3, do: 'refuse', status: 429, retryAfterS: 2 },
        { endpoint: 'fal-ai/*', from: 4, do: 'noBalance' },
      ],
    })
    const answers = [1, 2, 3, 4, 5].map(() => calls.post(picture, asked))
    const [taken, refused, fast, ...locked] = await Promise.all(answers)
    expect([taken!.status, refused!.status, fast!.status]).toEqual([504, 503, 429])
    expect(fast!.headers.get('retry-after')).toBe('2')
    for (const answer of locked) {
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('User is locked')
    }
    expect(emulators.ledger()).toHaveLength(1)
  })

  it("bills four times what fal's own client sends four times when answers are lost", async () => {
    const { emulators } = await badDay({ rules: [{ do: 'resetAfter' }] })
    const client = createFalClient({
      credentials: emulators.env['FAL_KEY']!,
      fetch: ((input: string | URL, init?: RequestInit) => {
        const { pathname, search } = new URL(input)
        return fetch(`${emulators.url}/fal/queue${pathname}${search}`, init)
      }) as typeof fetch,
      retry: { baseDelay: 1, maxDelay: 2 },
    })
    await expect(client.queue.submit(picture, { input: asked })).rejects.toThrow()
    expect(posts(emulators)).toHaveLength(4)
    expect(emulators.ledger()).toHaveLength(4)
    expect(new Set(emulators.ledger().map(({ bodyHash }) => bodyHash)).size).toBe(1)
  })

  it('loses, repeats, forges and delays callbacks as the plan says', async () => {
    const { emulators, calls } = await badDay({
      rules: [
        { nth: 1, do: 'lost' },
        { nth: 2, do: 'repeat', times: 10 },
        { nth: 3, do: 'forged' },
        { nth: 4, do: 'stale' },
        { nth: 5, do: 'late', ms: 200 },
        { nth: 6, do: 'swollen', bytes: 100_000 },
      ],
    })
    const callbacks = await catchCallbacks()
    const one = async () => calls.result(await calls.submit(picture, asked, `${callbacks.url}/hook`))
    await one()
    const repeated = await one()
    await callbacks.next(10)
    expect(
      new Set(callbacks.caught.map(({ body }) => (JSON.parse(body) as { request_id: string }).request_id)),
    ).toEqual(new Set([repeated.requestId]))
    await one()
    await callbacks.next(11)
    expect(callbacks.caught[10]!.headers['x-fal-webhook-signature']).toMatch(/^(ab)+$/)
    await one()
    await callbacks.next(12)
    expect(Number(callbacks.caught[11]!.headers['x-fal-webhook-timestamp'])).toBeLessThan(Date.now() / 1000 - 3000)
    await one()
    expect(callbacks.caught).toHaveLength(12)
    await callbacks.next(13)
    await one()
    await callbacks.next(14)
    expect(callbacks.caught[13]!.body.length).toBeGreaterThan(100_000)
    callbacks.close()
    expect(emulators.ledger().every(({ state }) => state === 'billed')).toBe(true)
  })

  it('calls back again until somebody takes it', async () => {
    const { calls } = await badDay({})
    const callbacks = await catchCallbacks((n) => (n < 3 ? 503 : 200))
    await calls.submit(picture, asked, `${callbacks.url}/hook`)
    await callbacks.next(3)
    expect(new Set(callbacks.caught.map(({ body }) => body)).size).toBe(1)
    callbacks.close()
  })

  it('loses results, refuses contents, fails, goes backwards, and bills late', async () => {
    const { emulators, calls } = await badDay({
      rules: [
        { nth: 1, do: 'expired' },
        { nth: 2, do: 'policy' },
        { nth: 3, do: 'fail', status: 500, retryable: true },
        { nth: 4, do: 'payloadNull' },
        { nth: 4, do: 'billingPending', ms: 60_000 },
        { nth: 5, do: 'price', factor: 2 },
      ],
    })
    expect((await calls.made(picture, asked)).status).toBe(404)
    expect((await calls.made(picture, asked)).payload).toMatchObject({ detail: [{ type: 'content_policy_violation' }] })
    expect((await calls.made(picture, asked)).status).toBe(500)

    const callbacks = await catchCallbacks()
    const ticket = await calls.submit(picture, asked, `${callbacks.url}/hook`)
    await callbacks.next(1)
    expect(JSON.parse(callbacks.caught[0]!.body)).toMatchObject({ payload: null, payload_error: expect.any(String) })
    callbacks.close()
    const bill = async () =>
      ((await calls.platform(`models/billing-events?request_id=${ticket.request_id}`)) as { billing_events: object[] })
        .billing_events[0]
    expect(await bill()).toMatchObject({ output_units: 1, cost_total: null, cost_estimate_nano_usd: null })
    await fetch(`${emulators.url}/control/clock`, { method: 'POST', body: JSON.stringify({ advanceS: 120 }) })
    expect(await bill()).toMatchObject({ cost_estimate_nano_usd: 39_800_000 })

    await calls.made(picture, asked)
    expect(emulators.ledger().map(({ nanodollars }) => nanodollars)).toEqual([39_800_000, 0, 0, 39_800_000, 79_600_000])
  })

  it('gives files that are gone, cut short, of another kind, or a page', async () => {
    const { calls } = await badDay({
      rules: [
        { nth: 1, do: 'gone' },
        { nth: 2, do: 'truncated' },
        { nth: 3, do: 'wrongType' },
        { nth: 4, do: 'page' },
        { nth: 5, do: 'redirectInside' },
      ],
    })
    const { payload } = await calls.made(picture, asked)
    const { url, file_size } = (payload as { images: { url: string; file_size: number }[] }).images[0]!
    const download = () => fetch(url, { redirect: 'manual' })
    expect((await download()).status).toBe(404)
    const half = Math.floor(file_size / 2)
    expect((await (await download()).arrayBuffer()).byteLength).toBe(half)
    expect((await download()).headers.get('content-type')).toBe('application/zip')
    expect(await (await download()).text()).toContain('<title>Sign in</title>')
    expect((await download()).headers.get('location')).toContain('169.254.169.254')
    expect((await download()).headers.get('content-type')).toBe('image/png')
  })

  it('gives a clip that is shorter and smaller than was asked, and a picture that is a bomb', async () => {
    const { calls } = await badDay({
      rules: [
        { do: 'misshapen', seconds: 0.5, size: 0.25 },
        { nth: 2, do: 'bomb' },
      ],
    })
    const { payload } = await calls.made('fal-ai/wan/v2.7/image-to-video', {
      prompt: 'Fog',
      duration: 2,
      resolution: '720p',
    })
    const { video } = payload as { video: { url: string } }
    expect(video).toMatchObject({ duration: 1, width: 320, height: 180 })
    expect((await fetch(video.url)).headers.get('content-type')).toBe('video/mp4')
    const bomb = Buffer.from(await (await fetch(video.url)).arrayBuffer())
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(bomb.readUInt32BE(16) * bomb.readUInt32BE(20)).toBe(289_000_000)
  })

  it('answers with pages, nothing, other ids and states that go backwards, and goes on as asked by a new plan', async () => {
    const { emulators, calls } = await badDay({
      seed: 3,
      rules: [
        { nth: 1, do: 'html' },
        { nth: 2, do: 'empty' },
        { nth: 3, do: 'otherId' },
        { nth: 4, do: 'wrongShape' },
        { nth: 5, do: 'huge', bytes: 300_000 },
        { at: 'status', nth: 2, do: 'backwards' },
      ],
    })
    expect((await calls.post(picture, asked)).headers.get('content-type')).toContain('text/html')
    expect(await (await calls.post(picture, asked)).text()).toBe('')
    const other = (await (await calls.post(picture, asked)).json()) as { request_id: string }
    expect(emulators.ledger().map(({ requestId }) => requestId)).not.toContain(other.request_id)
    expect(await (await calls.post(picture, asked)).json()).toMatchObject({ request_id: 36 })
    expect((await (await calls.post(picture, asked)).text()).length).toBeGreaterThan(300_000)
    const ticket = await calls.submit(picture, asked)
    const said: string[] = []
    while (said.length < 3 || said.at(-1) !== 'COMPLETED')
      said.push(((await calls.get(ticket.status_url)).body as { status: string }).status)
    expect(said[1]).not.toBe('COMPLETED')

    const put = (plan: unknown) =>
      fetch(`${emulators.url}/control/plan`, { method: 'POST', body: JSON.stringify(plan) })
    expect((await put({ rules: [{ do: 'nonsense' }] })).status).toBe(400)
    expect((await put({ rules: [{ do: 'refuse', status: 503, chance: 1 }] })).status).toBe(200)
    expect((await calls.post(picture, asked)).status).toBe(503)
  })

  it('is the same day again for the same seed', async () => {
    const rules: PlanGiven['rules'] = [{ chance: 0.5, do: 'refuse', status: 503 }]
    const day = async (seed: number) => {
      const { calls } = await badDay({ seed, rules })
      const said: number[] = []
      for (let n = 0; n < 12; n++) said.push((await calls.post(picture, {})).status)
      return said
    }
    const first = await day(5)
    expect(new Set(first)).toEqual(new Set([200, 503]))
    expect(await day(5)).toEqual(first)
    expect(await day(6)).not.toEqual(first)
  })
})
