import { readFileSync, truncateSync, writeFileSync, copyFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { checkMedia, type Asked } from '@/providers/paid/checkMedia'
import { at, ffmpeg, place, tools } from '../ffmpeg/mediaTools'

const film = ffmpegFilm(tools)
const check = (name: string, asked: Asked) => checkMedia(place(name), asked, { film, signal: at.signal })
const cut = (from: string, to: string, part: number) => {
  copyFileSync(place(from), place(to))
  truncateSync(place(to), Math.round(readFileSync(place(from)).length * part))
}

beforeAll(async () => {
  // noise, so that half a file is half a picture
  const noise = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#345', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }) // prettier-ignore
  await noise(320, 180).png().toFile(place('still.png'))
  await noise(320, 180).jpeg().toFile(place('still.jpg'))
  await noise(320, 180).webp().toFile(place('still.webp'))
  await noise(320, 180).avif({ effort: 0 }).toFile(place('still.avif'))
  await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } }).png().toFile(place('bomb.png')) // prettier-ignore
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=24:d=2', '-f', 'lavfi', '-i', 'sine=d=2']
  ffmpeg(...source, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart', place('clip.mp4')) // prettier-ignore
  ffmpeg('-f', 'lavfi', '-i', 'sine=d=2', place('line.wav'))
  ffmpeg('-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'aac', place('line.m4a'))
  ffmpeg('-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=24:d=0.04', '-frames:v', '1', '-c:v', 'libx264', place('one.mp4'))
  writeFileSync(place('page.mp4'), '<!doctype html><title>Not found</title>')
  writeFileSync(place('list.mp4'), `ffconcat version 1.0\nfile '${place('clip.mp4')}'\n`)
  writeFileSync(place('empty.png'), '')
  cut('clip.mp4', 'cut.mp4', 0.6)
  cut('line.wav', 'cut.wav', 0.5)
  for (const kind of ['png', 'jpg', 'webp', 'avif']) cut(`still.${kind}`, `cut.${kind}`, 0.5)
})

describe('what a provider made', () => {
  it('is known for what it is, whatever its name says', async () => {
    copyFileSync(place('still.jpg'), place('named.png'))
    expect(await check('named.png', { kind: 'picture', width: 1600, height: 900 })).toMatchObject({
      mime: 'image/jpeg',
      ending: 'jpg',
      width: 320,
      height: 180,
    })
    for (const kind of ['png', 'webp', 'avif'])
      expect(await check(`still.${kind}`, { kind: 'picture' })).toMatchObject({ width: 320 })
    expect(await check('clip.mp4', { kind: 'clip', seconds: 2, width: 1280, height: 720 })).toMatchObject({
      mime: 'video/mp4',
      width: 320,
      frames: 48,
      fps: 24,
    })
    expect(await check('line.wav', { kind: 'sound' })).toMatchObject({ ending: 'wav', durationS: 2 })
    expect((await check('line.m4a', { kind: 'sound', seconds: 1.9 })).durationS).toBeGreaterThan(1.9)
  })

  it('is refused when it is something else than was asked', async () => {
    const refused: [string, Asked][] = [
      ['page.mp4', { kind: 'clip' }],
      ['list.mp4', { kind: 'clip' }],
      ['still.png', { kind: 'clip' }],
      ['clip.mp4', { kind: 'picture' }],
      ['clip.mp4', { kind: 'sound' }],
      ['line.wav', { kind: 'clip' }],
      ['line.m4a', { kind: 'clip' }],
      ['one.mp4', { kind: 'clip' }],
      ['empty.png', { kind: 'picture' }],
      ['bomb.png', { kind: 'picture' }],
      ['clip.mp4', { kind: 'clip', seconds: 5 }],
      ['still.png', { kind: 'picture', width: 100, height: 100 }],
    ]
    for (const [name, asked] of refused) {
      const fault: unknown = await check(name, asked).catch((error: unknown) => error)
      expect(fault, `${name} as ${asked.kind}`).toMatchObject({ code: 'MEDIA_NOT_AS_ASKED', retry: 'never' })
    }
  })

  it('is fetched again when it does not decode to its end', async () => {
    const broken: [string, Asked][] = [
      ['cut.mp4', { kind: 'clip' }],
      ...['png', 'jpg', 'webp', 'avif'].map((kind): [string, Asked] => [`cut.${kind}`, { kind: 'picture' }]),
    ]
    for (const [name, asked] of broken) {
      const fault: unknown = await check(name, asked).catch((error: unknown) => error)
      expect(fault, name).toMatchObject({ code: 'MEDIA_BROKEN', retry: 'later' })
    }
  })
})
