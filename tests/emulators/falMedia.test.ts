import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createFalClient } from '@fal-ai/client'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFfmpeg, findFfprobe } from '../../emulators/media/findFfmpeg'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { falCalls } from './falCalls'

const run = promisify(execFile)
let emulators: Emulators
let calls: ReturnType<typeof falCalls>
beforeAll(async () => {
  emulators = await startEmulators({ speed: 1000, falSlots: 4 })
  calls = falCalls(emulators)
})
afterAll(() => emulators.close())

const client = () =>
  createFalClient({
    credentials: emulators.env['FAL_KEY']!,
    fetch: ((input: string | URL, init?: RequestInit) => {
      const url = new URL(input)
      const prefix = url.hostname.startsWith('rest.') ? '/fal/rest' : undefined
      return fetch(prefix === undefined ? url : `${emulators.url}${prefix}${url.pathname}${url.search}`, init)
    }) as typeof fetch,
  })

/** A picture as a person would upload it: red left, blue right. */
const twoColours = async () => {
  const half = await sharp({ create: { width: 640, height: 720, channels: 3, background: '#1030d0' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 1280, height: 720, channels: 3, background: '#d01010' } })
    .composite([{ input: half, left: 640, top: 0 }])
    .png()
    .toBuffer()
}
const uploaded = async (bytes: Buffer, name = 'start.png', type = 'image/png') =>
  client().storage.upload(new File([new Uint8Array(bytes)], name, { type }))

const downloaded = async (url: string, name: string) => {
  const path = join(emulators.world.folder, name)
  await writeFile(path, Buffer.from(await (await fetch(url)).arrayBuffer()))
  return path
}
const probed = async (path: string) => {
  const entries = 'format=duration:stream=codec_type,codec_name,width,height,r_frame_rate,nb_frames'
  const { stdout } = await run(findFfprobe(), ['-v', 'error', '-of', 'json', '-show_entries', entries, path])
  return JSON.parse(stdout) as { format: { duration: string }; streams: Record<string, string | number>[] }
}

describe('what the emulated fal makes', () => {
  it('is a film of the asked length, size and sound that begins with the start picture', async () => {
    const image_url = await uploaded(await twoColours())
    const { payload, units } = await calls.made('fal-ai/kling-video/v3/standard/image-to-video', {
      prompt: 'She turns to the window',
      start_image_url: image_url,
      duration: '3',
    })
    const { video } = payload as { video: { url: string; content_type: string; duration: number } }
    expect(video).toMatchObject({ content_type: 'video/mp4', width: 1280, height: 720, duration: 3, fps: 24 })
    expect(units).toBe('4.5')
    const path = await downloaded(video.url, 'clip.mp4')
    const { format, streams } = await probed(path)
    expect(Number(format.duration)).toBeCloseTo(3, 1)
    expect(streams.find(({ codec_type }) => codec_type === 'video')).toMatchObject({
      codec_name: 'h264',
      width: 1280,
      height: 720,
      r_frame_rate: '24/1',
      nb_frames: '72',
    })
    expect(streams.some(({ codec_type }) => codec_type === 'audio')).toBe(true)
    const first = join(emulators.world.folder, 'first.rgb')
    await run(findFfmpeg(), [
      '-y',
      '-v',
      'error',
      '-i',
      path,
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      first,
    ])
    const pixel = (x: number, y: number) => [...pixels.subarray((y * 1280 + x) * 3, (y * 1280 + x) * 3 + 3)]
    const pixels = await readFile(first)
    for (const [x, y] of [[60, 60], [500, 600]] as const) expect(pixel(x, y)[0]).toBeGreaterThan(180) // prettier-ignore
    for (const [x, y] of [[760, 60], [1200, 600]] as const) expect(pixel(x, y)[2]).toBeGreaterThan(180) // prettier-ignore
  })

  it('is an edit in which the base stays and something is added that depends on the words', async () => {
    const image_urls = [await uploaded(await twoColours())]
    const picture = async (prompt: string) => {
      const { payload } = await calls.made('fal-ai/nano-banana/edit', { prompt, image_urls })
      const [image] = (payload as { images: { url: string; width: number; height: number }[] }).images
      expect([image!.width, image!.height]).toEqual([1344, 768])
      return Buffer.from(await (await fetch(image!.url)).arrayBuffer())
    }
    const cat = await picture('Add a cat')
    expect(await picture('Add a cat')).toEqual(cat)
    expect(await picture('Add a dog')).not.toEqual(cat)
    const corner = await sharp(cat).extract({ left: 0, top: 0, width: 60, height: 60 }).raw().toBuffer()
    expect(corner[0]).toBeGreaterThan(180)
  })

  it('is speech and music as long as they should be', async () => {
    const line = 'I have not seen the harbour since the winter of the great flood.'
    const spoken = await calls.made('fal-ai/minimax/speech-2.8-hd', { prompt: line, output_format: 'url' })
    const { audio, duration_ms } = spoken.payload as {
      audio: { url: string; content_type: string }
      duration_ms: number
    }
    expect(audio.content_type).toBe('audio/mpeg')
    const { format } = await probed(await downloaded(audio.url, 'line.mp3'))
    expect(Number(format.duration) * 1000).toBeGreaterThan(duration_ms - 100)
    expect(Number(format.duration) * 1000).toBeLessThan(duration_ms + 200)
    expect(emulators.ledger().at(-1)).toMatchObject({ nanodollars: line.length * 100_000 })
  })

  it('is an answer about a picture that keeps to the schema in the question', async () => {
    const image_url = await uploaded(await twoColours())
    const { payload } = await calls.made('fal-ai/moondream3-preview/query', {
      image_url,
      prompt: 'Is the left half red? Answer yes, no or unknown.',
      reasoning: false,
    })
    expect(payload).toMatchObject({ output: 'yes', finish_reason: 'stop' })
  })

  it('is refused where a reference lies at a private address, and what is uploaded in parts is put together', async () => {
    const refused = await calls.made('fal-ai/nano-banana/edit', {
      prompt: 'Add a cat',
      image_urls: ['http://127.0.0.1:9/base.png'],
    })
    expect(refused.status).toBe(422)
    expect(refused.payload).toMatchObject({ detail: [{ type: 'file_download_error', loc: ['body', 'image_urls'] }] })

    const address = await uploaded(Buffer.alloc(91 * 1024 * 1024, 7), 'long.mp4', 'video/mp4')
    const head = await fetch(address, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(91 * 1024 * 1024))
    const part = await fetch(address, { headers: { range: 'bytes=10-19' } })
    expect(part.status).toBe(206)
    expect((await part.arrayBuffer()).byteLength).toBe(10)
  })
})

describe('the platform of the emulated fal', () => {
  it('lists models with their schemas, prices, what was asked, and what was billed', async () => {
    const { requestId } = await calls.made('fal-ai/nano-banana-2', { prompt: 'A boat', resolution: '0.5K', seed: 7 })
    const [models, prices, asked, bills] = await Promise.all([
      calls.platform('models?endpoint_id=fal-ai/nano-banana-2&expand=openapi-3.0'),
      calls.platform('models/pricing?endpoint_id=fal-ai/nano-banana-2'),
      calls.platform('models/requests/by-endpoint?endpoint_id=fal-ai/nano-banana-2&expand=payloads'),
      calls.platform(`models/billing-events?request_id=${requestId}`),
    ])
    expect(JSON.stringify(models)).toContain('"0.5K"')
    expect(prices).toMatchObject({ prices: [{ unit_price: 0.08, unit: 'image', currency: 'USD' }] })
    expect(asked).toMatchObject({ items: [{ request_id: requestId, status_code: 200, json_input: { seed: 7 } }] })
    expect(bills).toMatchObject({
      billing_events: [{ output_units: 0.75, unit_price: 0.08, cost_total: 0.06, cost_estimate_nano_usd: 60_000_000 }],
      has_more: false,
    })
  })

  it('works on two requests at a time and lets the others wait in line', async () => {
    const narrow = await startEmulators({ speed: 40, falSlots: 2 })
    const there = falCalls(narrow)
    const tickets = await Promise.all(
      [1, 2, 3, 4].map((seed) => there.submit('fal-ai/nano-banana', { prompt: 'x', seed })),
    )
    const states = await Promise.all(tickets.map(({ status_url }) => there.get(status_url)))
    expect(states.map(({ body }) => (body as { status: string }).status).sort()).toEqual([
      ...['IN_PROGRESS', 'IN_PROGRESS', 'IN_QUEUE', 'IN_QUEUE'],
    ])
    expect(states.every(({ status }) => status === 202)).toBe(true)
    const waiting = states.findIndex(({ body }) => (body as { queue_position?: number }).queue_position === 1)
    expect((await there.cancel(tickets[waiting]!.cancel_url)).status).toBe(202)
    await Promise.all(tickets.map((ticket) => there.finished(ticket)))
    expect((await there.cancel(tickets[0]!.cancel_url)).status).toBe(400)
    expect(
      narrow
        .ledger()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['billed', 'billed', 'billed', 'free'])
    await narrow.close()
  })
})
