import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import sharp from 'sharp'
import type { ClipRequest } from '@/providers/spec/clips'
import { houseHeaders, isHouseClip } from '@/providers/ffmpeg/conform'
import { readMp4Header } from '@/providers/ffmpeg/mp4Header'
import { previsClips } from '@/providers/previs/animatic'
import { drawBoard } from '@/providers/previs/board'
import { at, ffmpeg, ffmpegOut, place, tools } from '../ffmpeg/mediaTools'
import { person, staging } from './cast'

const request = (change: Partial<ClipRequest> = {}): ClipRequest => ({
  prompt: '', negativePrompt: '', seed: 1, fps: 24, frames: 72, headHandle: 0, tailHandle: 0, mouths: [],
  slate: { left: 'SC 1  SH 010', right: 'OLD TOWN STREET - NIGHT' }, startPicture: null,
  staging: staging({ people: [person('mara', 0.5)], shotSize: 'medium' }), ...change,
}) // prettier-ignore
const model = previsClips({ ffmpeg: tools.ffmpeg })
const make = async (name: string, wish: ClipRequest, signal = at.signal) => {
  const file = place(name)
  expect(await model.start(wish, { file, signal })).toEqual({ state: 'ready' })
  return file
}
const size = 320 * 180
const greys = (file: string): Buffer[] => {
  const all = ffmpegOut('-i', file, '-vf', 'scale=320:180:flags=area,format=gray', '-f', 'rawvideo')
  return Array.from({ length: all.length / size }, (_, i) => all.subarray(i * size, (i + 1) * size))
}
const changed = (a: Buffer, b: Buffer) => a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 9).length > 3
const mean = (a: Buffer) => a.reduce((sum, value) => sum + value, 0) / a.length
const apart = (a: Buffer, b: Buffer) => a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
/** Longest run of frames that nobody would see change. */
const longestStill = (pictures: Buffer[]) => {
  let [from, longest] = [0, 0]
  pictures.forEach((picture, i) => {
    if (i > 0 && changed(pictures[from] ?? picture, picture)) from = i
    longest = Math.max(longest, i - from + 1)
  })
  return longest
}

describe('the animatic', () => {
  it('writes exactly the frames that were asked for, as a house clip that joins by copy', async () => {
    const file = await make('whole.mp4', request({ frames: 73, headHandle: 6, tailHandle: 9 }))
    const header = await readMp4Header(file)
    const house = await houseHeaders(tools)({ aspect: '16:9', width: 320, height: 180, fps: 24 }, at.scratch)
    expect(isHouseClip(header, house, 88)).toBe(true)
    expect(greys(file)).toHaveLength(88)
  })

  it('gives the same bytes for the same request', async () => {
    const scene = staging({ movement: 'crane', weather: 'rainy', people: [person('pip', 0.4, { pose: 'walk', view: 'right_side' })] }) // prettier-ignore
    const wish = request({ staging: scene, frames: 30 })
    const [a, b] = [await make('a.mp4', wish), await make('b.mp4', wish)]
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true)
  })

  it('never stands still, is never black and never flashes', async () => {
    const bar = { name: 'THE ANCHOR', interior: true, description: 'a bar' }
    const scenes = {
      'a far person at night': staging({ shotSize: 'extreme_wide', people: [person('mara', 0.5)] }),
      'an empty bar at night': staging({ place: bar, shotSize: 'wide' }),
      'a close head': staging({ shotSize: 'close_up', timeOfDay: 'noon', people: [person('vance', 0.5)] }),
      'a thing on a table': staging({ shotSize: 'insert', place: bar, props: [{ noun: 'key', x: 0.5 }] }),
      'a storm': staging({ weather: 'stormy', shotSize: 'full', people: [person('jonas', 0.5)] }),
    }
    for (const [name, scene] of Object.entries(scenes)) {
      const pictures = greys(await make('life.mp4', request({ staging: { ...scene, width: 640, height: 360 }, frames: 84 }))) // prettier-ignore
      expect(longestStill(pictures), name).toBeLessThan(48)
      for (const [i, picture] of pictures.entries()) {
        expect(picture.filter((value) => value >= 30).length, name).toBeGreaterThan(0.02 * size)
        if (i > 0) expect(Math.abs(mean(picture) - mean(pictures[i - 1] ?? picture)), name).toBeLessThan(6)
      }
    }
  })

  it('begins with its own board and goes on from there', async () => {
    const scene = staging({ movement: 'pan', shotSize: 'medium', people: [person('mara', 0.5)] })
    const board = await drawBoard(scene)
    const grey = Buffer.from(
      Array.from({ length: size }, (_, i) => {
        const [r = 0, g = 0, b = 0] = board.data.subarray(3 * i, 3 * i + 3)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }),
    )
    const pictures = greys(await make('begin.mp4', request({ staging: scene })))
    expect(apart(pictures[0] ?? grey, grey)).toBeLessThan(3)
    expect(apart(pictures[71] ?? grey, grey)).toBeGreaterThan(4)
  })

  it('grows out of a picture it is given', async () => {
    const white = place('white.png')
    await sharp({ create: { width: 320, height: 180, channels: 3, background: '#ffffff' } })
      .png()
      .toFile(white)
    const pictures = greys(await make('grown.mp4', request({ startPicture: { file: white, sha256: 'x' } })))
    expect(mean(pictures[0] ?? Buffer.of(0))).toBeGreaterThan(180)
    expect(mean(pictures[12] ?? Buffer.of(255))).toBeLessThan(140)
  })

  it('moves the mouth of whoever speaks, and only then', async () => {
    const scene = staging({ shotSize: 'close_up', timeOfDay: 'noon', people: [person('mara', 0.5, { view: 'front' })] })
    const wish = request({ staging: scene })
    const mute = greys(await make('mute.mp4', wish))
    const spoken = greys(await make('spoken.mp4', { ...wish, mouths: [{ person: 0, fromFrame: 24, levels: Array.from({ length: 24 }, () => 0.8) }] })) // prettier-ignore
    const differs = (frame: number) => (mute[frame] ?? Buffer.of(0)).filter((value, i) => Math.abs(value - (spoken[frame]?.[i] ?? 0)) > 30).length // prettier-ignore
    expect(differs(36)).toBeGreaterThan(40)
    expect(differs(10)).toBe(0)
    expect(differs(66)).toBe(0)
  })

  it('joins with clips of other shots without a decoding error', async () => {
    const one = await make('one.mp4', request({ frames: 30 }))
    const two = await make(
      'two.mp4',
      request({ frames: 30, staging: staging({ weather: 'snowy', timeOfDay: 'noon' }) }),
    )
    const [a, b] = await Promise.all([one, two].map(readMp4Header))
    expect(a?.picture).toBe(b?.picture)
    ffmpeg('-i', `concat:${one}`, '-f', 'null', '-')
  })

  it('stops at once when called off, and leaves nothing behind', async () => {
    const stop = new AbortController()
    mkdirSync(place('stopped'), { recursive: true })
    const large = staging({ width: 1280, height: 720, people: [person('mara', 0.5)] })
    const made = model.start(request({ frames: 168, staging: large }), {
      file: place('stopped/never.mp4'),
      signal: stop.signal,
    })
    setTimeout(() => { stop.abort(new Error('called off')) }, 900) // prettier-ignore
    await expect(made).rejects.toThrow('called off')
    expect(readdirSync(place('stopped'))).toEqual([])
  })

  it('asks to be tried later when the encoder is killed', async () => {
    const killer = place('killer')
    writeFileSync(killer, '#!/bin/sh\nkill -9 $$\n', { mode: 0o755 })
    const clip = previsClips({ ffmpeg: killer }).start(request(), { file: place('killed.mp4'), signal: at.signal })
    await expect(clip).rejects.toMatchObject({ code: 'MEDIA_TOOL_KILLED', retry: 'later' })
  })

  it('refuses a frame rate that no film has', async () => {
    const odd = model.start(request({ fps: 23 }), { file: place('odd.mp4'), signal: at.signal })
    await expect(odd).rejects.toMatchObject({ code: 'FRAME_RATE_UNKNOWN', retry: 'never' })
  })
})
