import sharp from 'sharp'
import type { World } from '../world/openWorld'
import { probe, runFfmpeg } from './runFfmpeg'

/** The last picture of a film as PNG. Fails when it is no film. */
export const lastFrameOf = async (world: World, film: Buffer): Promise<Buffer> => {
  const { width, height } = await probe(world, film)
  if (width === 0) throw new Error('It has no picture')
  const raw = ['-an', '-f', 'rawvideo', '-pix_fmt', 'rgb24']
  const tail = await runFfmpeg(world, {
    files: { 'in.mp4': film },
    args: ['-sseof', '-0.5', '-i', 'in.mp4', ...raw],
    out: 'tail.rgb',
  })
  const frame = width * height * 3
  if (tail.length < frame) throw new Error('Its end cannot be read')
  return sharp(tail.subarray(tail.length - frame), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** Films one after the other, in the first one's size and pace; without sound. */
export const stitchFilms = async (world: World, films: Buffer[]): Promise<Buffer> => {
  const { width, height } = await probe(world, films[0] ?? Buffer.alloc(0))
  if (width === 0) throw new Error('The first has no picture')
  const alike = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height},fps=24,setsar=1,format=yuv420p`
  const chains = films.map((_, n) => `[${n}:v]${alike}[v${n}]`).join(';')
  const joined = `${films.map((_, n) => `[v${n}]`).join('')}concat=n=${films.length}:v=1:a=0[v]`
  return runFfmpeg(world, {
    files: Object.fromEntries(films.map((film, n) => [`in${n}.mp4`, film])),
    args: [
      ...films.flatMap((_, n) => ['-i', `in${n}.mp4`]),
      ...[
        '-filter_complex',
        `${chains};${joined}`,
        '-map',
        '[v]',
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-threads',
        '1',
        '-movflags',
        '+faststart',
      ],
    ],
    out: 'film.mp4',
  })
}

/** A film with another sound laid over it, as long as the film. */
export const addSound = (world: World, film: Buffer, sound: Buffer): Promise<Buffer> =>
  runFfmpeg(world, {
    files: { 'in.mp4': film, 'sound.bin': sound },
    args: [
      '-i',
      'in.mp4',
      '-i',
      'sound.bin',
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-c:v',
      'copy',
      '-c:a',
      'aac',
      '-af',
      'apad',
      '-shortest',
      '-movflags',
      '+faststart',
    ],
    out: 'film.mp4',
  })
