import { existsSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { toRgb } from '@/providers/ffmpeg/colour'
import { at, ffmpeg, ffmpegOut, place, tools } from './mediaTools'
import { oddClips } from './oddClips'

const film = ffmpegFilm(tools)
const pixels = async (png: string) => sharp(png).removeAlpha().raw().toBuffer()

const apart = (a: Buffer, b: Buffer) => a.reduce((sum, level, i) => sum + Math.abs(level - b[i]!), 0) / a.length

describe('the last frame', () => {
  for (const [name, make] of Object.entries(oddClips))
    it(`of ${name} is the one a full decode ends with`, async () => {
      const clip = make()
      const { video } = await film.probe(clip, at)
      const all = ffmpegOut(
        '-i',
        clip,
        '-map',
        '0:v:0',
        '-fps_mode',
        'passthrough',
        '-vf',
        toRgb(video!),
        '-f',
        'rawvideo',
      )
      const truth = all.subarray(all.length - 320 * 180 * 3)
      await film.lastFrame(clip, place('last.png'), at)
      const seen = await pixels(place('last.png'))
      // What is conjured up for the missing rest of a cut-off frame differs from decode to decode.
      if (name.startsWith('a cut-off')) expect(apart(seen, truth)).toBeLessThan(2)
      else expect(seen.equals(truth)).toBe(true)
    })

  it('is refused, with a reason and no file, where there is no picture', async () => {
    ffmpeg('-f', 'lavfi', '-i', 'sine=d=1', place('tone.m4a'))
    writeFileSync(place('rubbish.mp4'), 'not a film')
    await expect(film.lastFrame(place('tone.m4a'), place('none.png'), at)).rejects.toMatchObject({
      code: 'FRAME_NOT_THERE',
    })
    await expect(film.lastFrame(place('rubbish.mp4'), place('none.png'), at)).rejects.toMatchObject({
      code: 'MEDIA_UNREADABLE',
    })
    expect(existsSync(place('none.png'))).toBe(false)
  })
})

describe('a frame', () => {
  it('is the very frame that was asked for', async () => {
    const clip = oddClips['a normal clip']!()
    const all = ffmpegOut(
      '-i',
      clip,
      '-map',
      '0:v:0',
      '-vf',
      toRgb((await film.probe(clip, at)).video!),
      '-f',
      'rawvideo',
    )
    for (const frame of [0, 1, 47, 48, 71]) {
      await film.frameAt({ clip, frame, fps: 24 }, place('frame.png'), at)
      const bytes = 320 * 180 * 3
      expect(
        (await pixels(place('frame.png'))).equals(all.subarray(frame * bytes, (frame + 1) * bytes)),
        `frame ${frame}`,
      ).toBe(true)
    }
    await expect(film.frameAt({ clip, frame: 99, fps: 24 }, place('frame.png'), at)).rejects.toMatchObject({
      code: 'FRAME_NOT_THERE',
    })
  })

  it('becomes a poster and a sheet with captions', async () => {
    const clip = oddClips['a normal clip']!()
    await film.poster({ film: clip, frame: 30, fps: 24 }, place('poster.jpg'), at)
    expect(await sharp(place('poster.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 180 })
    const pictures = Array.from({ length: 75 }, (_, i) => ({
      file: place('poster.jpg'),
      caption: `SC${i} <“quotes” & ünï> 日本`,
    }))
    await film.contactSheet({ pictures, columns: 6 }, place('sheet.jpg'), at)
    expect(await sharp(place('sheet.jpg')).metadata()).toMatchObject({
      format: 'jpeg',
      width: 6 * 334 + 14,
      height: 10 * 224 + 14,
    })
    const bare = pictures.slice(0, 1).map(({ file }) => ({ file, caption: '' }))
    await film.contactSheet({ pictures: bare, columns: 1 }, place('bare.jpg'), at)
    await film.contactSheet({ pictures: pictures.slice(0, 1), columns: 1 }, place('told.jpg'), at)
    expect((await pixels(place('bare.jpg'))).equals(await pixels(place('told.jpg')))).toBe(false)
  })
})

describe('colour', () => {
  it('drifts by at most 12 of 255 over six hops of last frame and clip', async () => {
    const swatches = [[200, 30, 30], [30, 180, 40], [30, 40, 200], [210, 200, 40], [190, 60, 190], [60, 190, 200], [128, 128, 128], [235, 180, 150]] as const // prettier-ignore
    const raw = Buffer.alloc(1280 * 720 * 3)
    for (let i = 0; i < 1280 * 720; i++) raw.set(swatches[Math.floor((i % 1280) / 160)]!, i * 3)
    writeFileSync(place('hop.rgb'), raw)
    const format = { aspect: '16:9', width: 1280, height: 720, fps: 24 } as const
    for (let hop = 0; hop < 6; hop++) {
      const still = [
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgb24',
        '-s',
        '1280x720',
        '-r',
        '24',
        '-stream_loop',
        '7',
        '-i',
        place('hop.rgb'),
      ]
      const filter = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'
      ffmpeg(...still, '-vf', filter, '-c:v', 'libx264', '-preset', 'ultrafast', place('vendor.mp4'))
      await film.conform({ clip: place('vendor.mp4'), format, frames: 8 }, place('hop.mp4'), at)
      await film.lastFrame(place('hop.mp4'), place('hop.png'), at)
      writeFileSync(place('hop.rgb'), await pixels(place('hop.png')))
    }
    const seen = await pixels(place('hop.png'))
    const errors = swatches.flatMap((swatch, n) =>
      swatch.map((level, c) => Math.abs(level - seen[(360 * 1280 + n * 160 + 80) * 3 + c]!)),
    )
    expect(Math.max(...errors)).toBeLessThanOrEqual(12)
  })

  it('of a poster is right within 6 of 255', async () => {
    ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'color=c=0xC81E1E:s=1280x720:r=24',
      '-vf',
      'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
      '-frames:v',
      '4',
      '-colorspace',
      'bt709',
      place('red.mp4'),
    )
    await film.poster({ film: place('red.mp4'), frame: 1, fps: 24 }, place('red.jpg'), at)
    const [r, g, b] = await sharp(place('red.jpg')).removeAlpha().raw().toBuffer()
    expect(Math.max(Math.abs(r! - 0xc8), Math.abs(g! - 0x1e), Math.abs(b! - 0x1e))).toBeLessThanOrEqual(6)
  })
})
