import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { FrozenRequest, JsonObject } from '@/domain/catalogue/wish'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import type { Asked } from '@/providers/paid/checkMedia'
import { takeMade } from '@/providers/paid/takeMade'
import type { Bill, Made, Standing, Submitted } from '@/providers/spec/paidProvider'
import { paidProviders } from '@/studio/paidProviders'
import { startEmulators } from '../../../emulators/startEmulators'
import type { PlanGiven } from '../../../emulators/plan/planShape'
import { catchCallbacks } from '../../emulators/catchCallbacks'
import { at as scratch, place, tools } from '../ffmpeg/mediaTools'
import { sendingAt } from '../../contracts/paidProvider'

const emulators = await startEmulators({ speed: 2000 })
const callbacks = await catchCallbacks()
afterAll(async () => {
  callbacks.close()
  await emulators.close()
})

const allowHosts = [new URL(emulators.url).host]
const { fal, openai } = paidProviders({ ...emulators.env, MEDIA_ALLOW_HOSTS: allowHosts })
if (!fal || !openai) throw new Error('The emulators gave no keys')
const film = ffmpegFilm(tools)
const { signal } = scratch

const still = place('start.png')
await sharp({ create: { width: 640, height: 360, channels: 3, background: '#246' } })
  .png()
  .toFile(still)
const bytes = readFileSync(still)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const mark = `file:${sha256}`

const requestOf = (provider: FrozenRequest['provider'], endpoint: string, body: JsonObject): FrozenRequest => ({ provider, endpoint, model: endpoint, version: '1', body }) // prettier-ignore
const picture = requestOf('fal', 'fal-ai/nano-banana', { prompt: 'A pier at dusk.' })
const at = (callbackUrl: string | null, address = '') =>
  sendingAt({ callbackUrl, addressOf: () => address, fileOf: () => Promise.resolve({ bytes, mime: 'image/png' }) })

/** Asks until it is over, as a poller does: what nobody could tell is asked again. */
const ended = async (end: Submitted, seen: string[] = []): Promise<Standing> => {
  if (end.is !== 'accepted') throw new Error(JSON.stringify(end))
  for (let asked = 0; asked < 200; asked++) {
    const standing = await fal.check(end.ticket, signal)
    seen.push(standing.is)
    if (standing.is !== 'open' && standing.is !== 'untold') return standing
    await pause(20)
  }
  throw new Error('It never ended')
}
const firstOf = (standing: Standing): Made => {
  const made = standing.is === 'answered' ? standing.answer.media[0] : undefined
  if (!made) throw new Error(JSON.stringify(standing))
  return made
}
const take = (made: Made, asked: Asked) =>
  takeMade({ made, asked, to: place('taken.bin') }, { allowHosts, film, signal })
const plan = (rules: PlanGiven['rules']) => emulators.world.plan.replace({ rules })
const posts = () => emulators.requests().filter(({ method }) => method === 'POST').length

beforeEach(() => {
  emulators.world.ledger.clear()
  emulators.world.requests.length = 0
  plan([])
})

describe('a day at fal', () => {
  it('goes from a reference that is put there to a clip in the house, a callback, a bill and a listing', async () => {
    const put = await fal.putFile!({ path: still, mime: 'image/png', bytes: bytes.length, sha256 }, signal)
    const clip = requestOf('fal', 'fal-ai/kling-video/v3/standard/image-to-video', { prompt: 'She turns.', start_image_url: mark, duration: '3' }) // prettier-ignore
    const before = posts()
    const standing = await ended(await fal.submit(clip, at(`${callbacks.url}/fal?t=1`, put.address)))
    expect(posts() - before).toBe(1)
    const taken = await take(firstOf(standing), { kind: 'clip', seconds: 3, width: 1280, height: 720 })
    expect(taken.durationS).toBeGreaterThan(2.9)

    await callbacks.next(1)
    const [called] = callbacks.caught
    const callback = await fal.readCallback!({ raw: Buffer.from(called!.body), headers: called!.headers, now: new Date() }, signal) // prettier-ignore
    const [row] = emulators.ledger()
    expect(callback).toMatchObject({ requestId: row!.requestId, standing: { is: 'answered' } })

    const since = new Date(Date.now() - 3_600_000)
    const bills: Bill[] = []
    for await (const bill of fal.bills!({ from: since, to: new Date(Date.now() + 60_000) }, signal)) bills.push(bill)
    expect(bills.map(({ requestId, nanodollars }) => [requestId, nanodollars])).toEqual([[row!.requestId, row!.nanodollars]]) // prettier-ignore
    const search = { endpoint: clip.endpoint, since, isOurs: ({ prompt }: JsonObject) => prompt === 'She turns.' }
    expect(await fal.find!(search, signal)).toMatchObject({ requestId: row!.requestId })
  })

  it('that is bad: every submit is one POST, and what we say was not taken is not in their books', async () => {
    const days: PlanGiven['rules'] = [
      { do: 'resetBefore' },
      { do: 'resetAfter' },
      { do: 'refuse', status: 503 },
      { do: 'failAfter', status: 504 },
      { do: 'refuse', status: 429, retryAfterS: 2 },
      { do: 'html' },
      { do: 'empty' },
      { do: 'huge' },
      { do: 'wrongShape' },
      { do: 'noBalance' },
    ]
    const told: string[] = []
    for (const day of days) {
      emulators.world.ledger.clear()
      emulators.world.requests.length = 0
      plan([day])
      for (const [provider, request] of [
        [fal, picture],
        [openai, requestOf('openai', 'responses', { model: 'gpt-6-luna', input: 'Dusk?' })],
      ] as const) {
        const [sent, booked] = [posts(), emulators.ledger().length]
        const end = await provider.submit(request, at(null))
        expect(posts() - sent, day.do).toBe(1)
        if (end.is === 'refused') expect(emulators.ledger(), day.do).toHaveLength(booked)
        told.push('error' in end ? end.error.class : end.is)
      }
    }
    const both = (one: string) => [one, one]
    expect(told).toEqual([...Array(4).fill(both('ambiguous')), both('rate'), ...Array(4).fill(both('ambiguous')), both('billing')].flat()) // prettier-ignore
  })

  it('whose states are odd: nothing is lost, it is only asked again', async () => {
    for (const at2 of ['status', 'result'] as const)
      for (const day of [
        { do: 'html' },
        { do: 'resetAfter' },
        { do: 'refuse', status: 503 },
        { do: 'backwards' },
      ] as const) {
        // prettier-ignore
        plan([{ ...day, at: at2, atMost: 2 }])
        expect(firstOf(await ended(await fal.submit(picture, at(null)))).kind, `${day.do} ${at2}`).toBe('picture')
      }
    plan([{ do: 'policy' }])
    expect(await ended(await fal.submit(picture, at(null)))).toMatchObject({ is: 'failed', error: { class: 'policy' } })
    plan([{ do: 'expired' }])
    expect(await ended(await fal.submit(picture, at(null)))).toMatchObject({ is: 'gone' })
  })

  it('whose files are bad: none comes into the house', async () => {
    const days = [
      ['gone', 'MEDIA_GONE', 'never'],
      ['truncated', 'MEDIA_BROKEN', 'later'],
      ['wrongType', 'MEDIA_NOT_AS_ASKED', 'never'],
      ['page', 'MEDIA_NOT_AS_ASKED', 'later'],
      ['redirectInside', 'MEDIA_ADDRESS_REFUSED', 'never'],
    ] as const
    const made = firstOf(await ended(await fal.submit(picture, at(null))))
    for (const [day, code, retry] of days) {
      plan([{ do: day }])
      await expect(take(made, { kind: 'picture' }), day).rejects.toMatchObject({ code, retry })
    }
    plan([])
    expect(await take(made, { kind: 'picture' })).toMatchObject({ mime: 'image/png' })
  })
})

describe('a day at OpenAI', () => {
  it('answers a judge, edits a picture and speaks', async () => {
    const schema = { type: 'object', properties: { seen: { type: 'string', enum: ['yes', 'no'] } }, required: ['seen'], additionalProperties: false } // prettier-ignore
    const look = requestOf('openai', 'responses', {
      model: 'gpt-6-luna',
      input: [{ role: 'user', content: [{ type: 'input_text', text: 'Dusk?' }, { type: 'input_image', image_url: mark }] }], // prettier-ignore
      text: { format: { type: 'json_schema', name: 'seen', strict: true, schema } },
    })
    const words = await openai.submit(look, at(null))
    expect(words).toMatchObject({ is: 'answered', answer: { text: '{"seen":"yes"}' } })
    const edit = requestOf('openai', 'images/edits', { model: 'gpt-image-2', prompt: 'Dusk.', image: [mark], size: '1536x1024', n: 1 }) // prettier-ignore
    const edited = await openai.submit(edit, at(null))
    if (edited.is !== 'answered') throw new Error(edited.is)
    expect(await take(edited.answer.media[0]!, { kind: 'picture', width: 1536, height: 1024 })).toMatchObject({ width: 1536 }) // prettier-ignore
    const line = requestOf('openai', 'audio/speech', { model: 'tts-1', input: 'Is anybody there?', voice: 'alloy', response_format: 'wav' }) // prettier-ignore
    const spoken = await openai.submit(line, at(null))
    if (spoken.is !== 'answered') throw new Error(spoken.is)
    expect((await take(spoken.answer.media[0]!, { kind: 'sound' })).durationS).toBeGreaterThan(0.3)
  })
})
