import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictureFormat } from '@/domain/format'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { houseEncodeArgs } from '@/providers/ffmpeg/houseEncode'
import { runFfmpeg } from '@/providers/ffmpeg/runTool'
import type { PictureSegment } from '@/providers/spec/filmTools'
import { at, ffmpeg, ffmpegOut, place, tools } from './mediaTools'

const film = ffmpegFilm(tools)
const format = { ...pictureFormat('16:9', '360p', 24) }
const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const vendor = (name: string, ...args: string[]) => {
  ffmpeg(...args, place(name))
  return place(name)
}
const moving = (seconds: number, size = '320x180', rate = '24') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=${rate}:d=${seconds}`,
]
const grey = (clip: string) => {
  const raw = ffmpegOut('-i', clip, '-vf', 'scale=64:36:flags=area,format=gray', '-f', 'rawvideo')
  return Array.from({ length: raw.length / 2304 }, (_, i) => raw.subarray(i * 2304, (i + 1) * 2304))
}
const apart = (a: Buffer, b: Buffer) => a.reduce((sum, level, i) => sum + Math.abs(level - b[i]!), 0) / a.length

/** A house clip as the previs department makes it: raw frames into the shared encoder. */
const houseClip = (name: string, frames: number, hue = 0) => {
  const filter = `hue=h=${hue},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`
  const raw = ffmpegOut(...moving(frames / 24, `${format.width}x${format.height}`), '-vf', filter, '-f', 'rawvideo')
  return runFfmpeg(
    tools.ffmpeg,
    [
      '-f',
      'rawvideo',
      '-pix_fmt',
      'yuv420p',
      '-s',
      `${format.width}x${format.height}`,
      '-r',
      '24',
      '-i',
      '-',
      '-an',
      ...houseEncodeArgs(format),
      place(name),
    ],
    { signal: at.signal, input: (async function* () { yield raw })() }, // prettier-ignore
  ).then(() => place(name))
}
const sound = async (frames: number) => {
  const samples = frames * 2000
  const { file } = await film.mix({ cues: [], samples, stems: null }, place(`sound-${frames}.m4a`), at)
  return file
}

describe('a clip from anywhere', () => {
  const clips: Record<string, () => string> = {
    'of 30 frames a second, upright': () => vendor('upright.mp4', ...moving(4, '180x320', '30'), '-pix_fmt', 'yuv420p'),
    'with oblong pixels and 25 frames': () =>
      vendor('oblong.mp4', ...moving(4, '352x288', '25'), '-vf', 'setsar=12/11', '-pix_fmt', 'yuv420p'),
    'in VP9 with sound': () =>
      vendor(
        'vp9.webm',
        ...moving(4, '320x180', '30000/1001'),
        '-f',
        'lavfi',
        '-i',
        'sine=d=4',
        '-c:v',
        'libvpx-vp9',
        '-deadline',
        'realtime',
        '-cpu-used',
        '8',
      ),
    'in full-range 4:4:4': () =>
      vendor(
        'full.mp4',
        ...moving(4),
        '-vf',
        'scale=out_range=pc,format=yuv444p',
        '-c:v',
        'libx264',
        '-color_range',
        'pc',
      ),
    'that begins late': () => vendor('late.mkv', ...moving(4), '-pix_fmt', 'yuv420p', '-output_ts_offset', '7'),
  }
  for (const [name, make] of Object.entries(clips))
    it(`${name} gets the house format and exactly its frames`, async () => {
      const done = await film.conform({ clip: make(), format, frames: 90 }, place('conformed.mp4'), at)
      expect(done).toMatchObject({ encoded: true, padded: 0 })
      const { video, audio, copyKey } = await film.probe(place('conformed.mp4'), at)
      expect(video).toMatchObject({
        codec: 'h264',
        width: 640,
        height: 360,
        fps: 24,
        frames: 90,
        pixFmt: 'yuv420p',
        colorSpace: 'bt709',
        pixelAspect: '1:1',
      })
      expect(audio).toBeNull()
      expect(copyKey).toBe((await film.probe(await houseClip('house.mp4', 24), at)).copyKey)
      expect(grey(place('conformed.mp4'))).toHaveLength(90)
    })

  it('that is too short holds its last picture and says so', async () => {
    const done = await film.conform(
      { clip: vendor('brief.mp4', ...moving(2), '-pix_fmt', 'yuv420p'), format, frames: 60 },
      place('padded.mp4'),
      at,
    )
    expect(done).toEqual({ encoded: true, padded: 12 })
    expect(grey(place('padded.mp4'))).toHaveLength(60)
  })

  it('of another shape is letterboxed, or its middle fills the frame', async () => {
    const clip = vendor('square.mp4', '-f', 'lavfi', '-i', 'color=c=white:s=240x240:r=24:d=1')
    const corner = async (crop: boolean) => {
      await film.conform({ clip, format, frames: 24, crop }, place('square-house.mp4'), at)
      const [first] = grey(place('square-house.mp4'))
      return first?.[0] ?? 0
    }
    expect(await corner(false)).toBeLessThan(40)
    expect(await corner(true)).toBeGreaterThan(200)
  })

  it('that is a house clip already is not encoded again', async () => {
    const clip = await houseClip('ready.mp4', 72)
    expect(await film.conform({ clip, format, frames: 72 }, place('same.mp4'), at)).toEqual({
      padded: 0,
      encoded: false,
    })
    expect(sha(place('same.mp4'))).toBe(sha(clip))
    await film.segment({ segment: { kind: 'body', clip, fromFrame: 0, frames: 72 }, format }, place('body.mp4'), at)
    await film.segment({ segment: { kind: 'body', clip, fromFrame: 0, frames: 72 }, format }, place('body.mp4'), at)
    expect(sha(place('body.mp4'))).toBe(sha(clip))
    expect(readdirSync(place('')).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('that cannot be played is refused with its reason, and leaves nothing', async () => {
    const whole = readFileSync(await houseClip('whole.mp4', 48))
    const broken = place('broken.mp4')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(broken, Buffer.concat([whole.subarray(0, whole.length >> 1), Buffer.alloc(whole.length >> 2)]))
    await expect(film.decode(broken, at)).rejects.toMatchObject({ code: 'MEDIA_BROKEN' })
    await film.decode(place('whole.mp4'), at)
    await expect(film.conform({ clip: broken, format, frames: 48 }, place('never.mp4'), at)).rejects.toMatchObject({
      name: 'StudioError',
    })
    expect(existsSync(place('never.mp4'))).toBe(false)
  })

  it('is given up at once when the step is cancelled', async () => {
    const stop = new AbortController()
    const clip = vendor('slow.mp4', ...moving(20, '1280x720'), '-pix_fmt', 'yuv420p', '-preset', 'ultrafast')
    const going = film.conform({ clip, format, frames: 480 }, place('cancelled.mp4'), { ...at, signal: stop.signal })
    setTimeout(() => { stop.abort() }, 150) // prettier-ignore
    const began = performance.now()
    await expect(going).rejects.toThrow(/abort/i)
    expect(performance.now() - began).toBeLessThan(1500)
    expect(existsSync(place('cancelled.mp4'))).toBe(false)
  })
})

describe('the film', () => {
  let a = ''
  let b = ''
  beforeAll(async () => {
    a = await houseClip('a.mp4', 84)
    b = await houseClip('b.mp4', 96, 120)
  })
  const segments = async (list: PictureSegment[], kit = film) => {
    const files = list.map((_, i) => place(`segment-${i}.mp4`))
    for (const [i, segment] of list.entries()) await kit.segment({ segment, format }, files[i]!, at)
    return files
  }

  it('of whole clips has every frame, one picture, one sound track, and the same bytes twice', async () => {
    const files = await segments([{ kind: 'body', clip: a, fromFrame: 0, frames: 84 }, { kind: 'body', clip: b, fromFrame: 0, frames: 96 }]) // prettier-ignore
    const what = {
      segments: [...files, ...files],
      sound: await sound(360),
      frames: 360,
      fps: 24,
      title: 'It’s “A = B”; #1 \\ 日本',
    }
    for (const name of ["it's one.mp4", 'two.mp4']) await film.stitch(what, place(name), at)
    expect(sha(place("it's one.mp4"))).toBe(sha(place('two.mp4')))
    const { video, audio, durationS } = await film.probe(place('two.mp4'), at)
    expect(video).toMatchObject({ codec: 'h264', frames: 360, fps: 24, colorSpace: 'bt709' })
    expect(audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 })
    expect(Math.abs(audio!.durationS - 15)).toBeLessThan(0.06)
    expect(Math.abs(durationS - 15)).toBeLessThan(0.05)
    const frames = grey(place('two.mp4'))
    expect(frames).toHaveLength(360)
    expect(apart(frames[180]!, frames[0]!)).toBeLessThan(1)
    const head = readFileSync(place('two.mp4')).toString('latin1', 0, 4096)
    expect(head.includes('moov')).toBe(true)
    await film.decode(place('two.mp4'), at)
  })

  for (const effect of ['dissolve', 'fade', 'wipe'] as const)
    for (const [way, kit] of [
      ['xfade', film],
      ['blend', ffmpegFilm({ ...tools, filters: new Set([...tools.filters].filter((f) => f !== 'xfade')) })],
    ] as const)
      // prettier-ignore
      it(`with a ${effect} by ${way} has exactly its frames and goes from one picture to the other`, async () => {
        const list: PictureSegment[] = [
          { kind: 'black', fade: 'in', clip: a, fromFrame: 0, frames: 12 },
          { kind: 'body', clip: a, fromFrame: 12, frames: 60 },
          { kind: 'join', effect, out: a, outFrom: 72, in: b, inFrom: 0, frames: 12 },
          { kind: 'body', clip: b, fromFrame: 12, frames: 72 },
          { kind: 'black', fade: 'out', clip: b, fromFrame: 84, frames: 12 },
        ]
        const files = await segments(list, kit)
        await kit.stitch({ segments: files, sound: await sound(168), frames: 168, fps: 24, title: 'Joined' }, place('joined.mp4'), at)
        const [out, into, seen] = [grey(a), grey(b), grey(place('joined.mp4'))]
        expect(seen).toHaveLength(168)
        expect(apart(seen[71]!, out[71]!)).toBeLessThan(2)
        expect(apart(seen[72]!, out[72]!)).toBeLessThan(2.5)
        expect(apart(seen[84]!, into[12]!)).toBeLessThan(2)
        const middle = seen[78]!
        if (effect === 'dissolve') expect(apart(middle, Buffer.from(out[78]!.map((v, i) => (v + into[6]![i]!) / 2)))).toBeLessThan(4)
        if (effect === 'fade') expect(Math.max(...middle)).toBeLessThan(60)
        expect(Math.max(...seen[0]!)).toBeLessThan(30)
        expect(Math.max(...seen[167]!)).toBeLessThan(60)
        await kit.decode(place('joined.mp4'), at)
      })

  it('is not joined from clips that a copy would break', async () => {
    const x264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-colorspace', 'bt709']
    const unlike = [
      vendor('u-timescale.mp4', '-i', a, '-c', 'copy', '-video_track_timescale', '90000'),
      vendor('u-settings.mp4', ...moving(3, '640x360'), ...x264, '-bf', '0', '-video_track_timescale', '24000'),
      vendor('u-rate.mp4', ...moving(3, '640x360', '30'), ...x264, '-video_track_timescale', '24000'),
      vendor('u-size.mp4', ...moving(3, '320x180'), ...x264, '-video_track_timescale', '24000'),
      vendor('u-sound.mp4', '-i', a, '-f', 'lavfi', '-i', 'sine=d=3', '-c:v', 'copy', '-shortest'),
      vendor('u-vp9.mp4', ...moving(1, '640x360'), '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'),
      vendor('u-pixels.mp4', ...moving(3, '640x360'), ...x264, '-vf', 'setsar=4/3', '-video_track_timescale', '24000'),
    ]
    const track = await sound(168)
    for (const clip of unlike) {
      const { video } = await film.probe(clip, at)
      const what = { segments: [a, clip], sound: track, frames: 84 + video!.frames, fps: 24, title: '' }
      await expect(film.stitch(what, place('wrong.mp4'), at), clip).rejects.toMatchObject({ code: 'SEGMENTS_DIFFER' })
      if (!clip.includes('sound'))
        expect((await film.probe(clip, at)).copyKey).not.toBe((await film.probe(a, at)).copyKey)
    }
    await expect(
      film.stitch({ segments: [a], sound: track, frames: 83, fps: 24, title: '' }, place('wrong.mp4'), at),
    ).rejects.toMatchObject({ code: 'FILM_NOT_WHOLE' })
    await expect(
      film.stitch({ segments: [a], sound: track, frames: 84, fps: 24, title: '' }, place('wrong.mp4'), at),
    ).rejects.toMatchObject({ code: 'FILM_NOT_WHOLE' })
    expect(existsSync(place('wrong.mp4'))).toBe(false)
  })

  it('of twenty cross-fades is joined in little memory, from segments made one at a time', async () => {
    const list = Array.from({ length: 20 }, (): PictureSegment[] => [
      { kind: 'body', clip: a, fromFrame: 12, frames: 36 },
      { kind: 'join', effect: 'dissolve', out: a, outFrom: 48, in: b, inFrom: 0, frames: 12 },
    ]).flat()
    const [body, joint] = await segments(list.slice(0, 2))
    const files = list.map((segment) => (segment.kind === 'body' ? body! : joint!))
    await film.stitch(
      { segments: files, sound: await sound(960), frames: 960, fps: 24, title: '' },
      place('twenty.mp4'),
      at,
    )
    expect(grey(place('twenty.mp4'))).toHaveLength(960)
    expect(statSync(place('twenty.mp4')).size).toBeGreaterThan(10_000)
  })
})
