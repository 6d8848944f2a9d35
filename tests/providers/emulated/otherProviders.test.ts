import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import type { FrozenRequest, JsonObject } from '@/domain/catalogue/wish'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import type { Asked } from '@/providers/paid/checkMedia'
import { takeMade } from '@/providers/paid/takeMade'
import type { PaidProvider, Standing, Submitted } from '@/providers/spec/paidProvider'
import { paidProviders } from '@/studio/paidProviders'
import { startEmulators } from '../../../emulators/startEmulators'
import { catchCallbacks } from '../../emulators/catchCallbacks'
import { sendingAt } from '../../contracts/paidProvider'
import { at as scratch, place, tools } from '../ffmpeg/mediaTools'

const emulators = await startEmulators({ speed: 2000 })
const callbacks = await catchCallbacks()
afterAll(async () => {
  callbacks.close()
  await emulators.close()
})
const allowHosts = [new URL(emulators.url).host]
const { replicate, openrouter, brain, tasks, lastFrame, fal } = paidProviders({ ...emulators.env, MEDIA_ALLOW_HOSTS: allowHosts }) // prettier-ignore
if (!replicate || !openrouter || !brain || !tasks || !lastFrame || !fal) throw new Error('The emulators gave no keys')
const { signal } = scratch

const path = place('start.png')
await sharp({ create: { width: 640, height: 360, channels: 3, background: '#246' } })
  .png()
  .toFile(path)
const bytes = readFileSync(path)
const file = { path, mime: 'image/png', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
const mark = `file:${file.sha256}`

const submit = (provider: PaidProvider, endpoint: string, sent: { body: JsonObject; address?: string }) => {
  const request: FrozenRequest = { provider: provider.id, endpoint, model: endpoint, version: '1', body: sent.body }
  const at = { callbackUrl: `${callbacks.url}/${provider.id}`, addressOf: () => sent.address ?? '', fileOf: () => Promise.resolve({ bytes, mime: 'image/png' }) } // prettier-ignore
  return provider.submit(request, sendingAt(at))
}
const ended = async (provider: PaidProvider, end: Submitted): Promise<Standing> => {
  if (end.is !== 'accepted') throw new Error(JSON.stringify(end))
  for (let asked = 0; asked < 300; asked++) {
    const standing = await provider.check(end.ticket, signal)
    if (standing.is !== 'open' && standing.is !== 'untold') return standing
    await pause(20)
  }
  throw new Error('It never ended')
}
const take = (standing: Standing, asked: Asked) => {
  if (standing.is !== 'answered') throw new Error(JSON.stringify(standing))
  expect(standing.answer.media).toHaveLength(1)
  return takeMade({ made: standing.answer.media[0]!, asked, to: place('taken.bin') }, { allowHosts, film: ffmpegFilm(tools), signal }) // prettier-ignore
}
const readLast = async (provider: PaidProvider) => {
  const called = callbacks.caught.findLast((one) => one.path.startsWith(`/${provider.id}`))!
  return provider.readCallback!({ raw: Buffer.from(called.body), headers: called.headers, now: new Date() }, signal)
}

describe('the other providers, as they are emulated', () => {
  it('take every key without a charge', async () => {
    for (const provider of [replicate, openrouter, brain, tasks, lastFrame, fal])
      expect(await provider.testKey(signal), provider.id).toMatchObject({ ok: true })
    expect(emulators.ledger()).toEqual([])
  })

  it('edit a picture at Replicate, call back and can be searched', async () => {
    const { address } = await replicate.putFile!(file, signal)
    const body = { prompt: 'Dusk.', input_image: mark }
    const end = await submit(replicate, 'black-forest-labs/flux-kontext-pro', { body, address })
    expect(await take(await ended(replicate, end), { kind: 'picture' })).toMatchObject({ mime: 'image/png' })
    await callbacks.next(1)
    expect(await readLast(replicate)).toMatchObject({ standing: { is: 'answered' } })
    const search = { endpoint: 'black-forest-labs/flux-kontext-pro', since: new Date(Date.now() - 60_000), isOurs: ({ prompt }: JsonObject) => prompt === 'Dusk.' } // prettier-ignore
    expect(await replicate.find!(search, signal)).toMatchObject({ requestId: emulators.ledger()[0]!.requestId })
  })

  it('say at OpenRouter what an answer cost, as it is booked there', async () => {
    const body = { model: 'openai/gpt-5-nano', messages: [{ role: 'user', content: 'Dusk?' }], max_tokens: 100 }
    const end = await submit(openrouter, 'chat/completions', { body })
    const booked = emulators.ledger().find((row) => row.provider === 'openrouter')!
    expect(end).toMatchObject({ is: 'answered', answer: { billedNanodollars: booked.nanodollars } })
  })

  it('make a clip in the task service, and take its last frame in the other', async () => {
    const { address } = await fal.putFile!(file, signal)
    const body = { project_id: 'p1', task_type: 'generate_video', task_data: { scene_id: 's1', prompt: 'She turns.', start_image_url: mark, duration: 3 }, priority: 1 } // prettier-ignore
    const clip = await ended(tasks, await submit(tasks, 'api/v1/tasks/submit', { body, address }))
    expect((await take(clip, { kind: 'clip', seconds: 3 })).durationS).toBeGreaterThan(2.9)
    if (clip.is !== 'answered' || !('url' in clip.answer.media[0]!)) throw new Error(clip.is)
    const frame = await ended(lastFrame, await submit(lastFrame, 'api/v1/process', { body: { video_url: clip.answer.media[0].url } })) // prettier-ignore
    expect(await take(frame, { kind: 'picture' })).toMatchObject({ mime: 'image/png' })
    await callbacks.next(3)
    expect(await readLast(lastFrame)).toMatchObject({ standing: { is: 'answered', answer: { media: [{ kind: 'picture' }] } } }) // prettier-ignore
    const asked = await submit(brain, 'api/v1/knowledge/query', { body: { query: 'Who?', context: { project_id: 'p1' } } }) // prettier-ignore
    expect(asked).toMatchObject({ is: 'answered', answer: { requestId: 'attempt:01JD0000000000000000000000' } })
  })
})
