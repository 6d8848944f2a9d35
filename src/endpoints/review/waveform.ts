import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { stems } from '@/domain/timeline/timeline'
import { bucketOf } from '../asked/bucketOf'
import { inProcess } from '../asked/inProcess'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { neededCut } from './cutOf'

const peaksCount = 1200
/** What is looked at of each of them: a long film costs no more than a short one. */
const bytesPerPeakMax = 16_384
const headerBytes = 44
const frameBytes = 4
const known = inProcess('waveforms', () => new Map<string, Promise<number[]>>())
const knownMax = 60

/** GET …/waveform: how loud dialogue, music and effects are along the film, from 0 to 1; an empty list where the sound is gone. */
export const waveform = route({
  method: 'get',
  path: '/:id/waveform',
  tells: {
    says: 'How loud each sound track of the film is, along it.',
    ok: 200,
    gives: z.object({ film: z.string(), tracks: z.array(z.object({ stem: z.enum(stems), peaks: z.array(z.number()) })) }),
    errors: [409],
  },
  handler: async (req) => {
    const { film, sound } = await neededCut(req, await projectOf(req))
    const tracks = sound.stems.map(async ({ stem, media }) => ({ stem, peaks: await peaksOf(req, media.name) }))
    return answer({ film: film.sha256, tracks: await Promise.all(tracks) })
  },
}) // prettier-ignore

/** Made once for each content. */
const peaksOf = (req: PayloadRequest, name: string): Promise<number[]> => {
  const standing = known.get(name)
  if (standing) return standing
  const made = readPeaks(req, name)
  known.set(name, made)
  const [oldest] = known.keys()
  if (known.size > knownMax && oldest !== undefined) known.delete(oldest)
  return made.catch(() => {
    known.delete(name)
    return []
  })
}

const readPeaks = async (req: PayloadRequest, name: string): Promise<number[]> => {
  const path = join(req.payload.collections.media.config.upload.staticDir ?? '', name)
  const file = await open(path).catch(async () => {
    await bucketOf(req)?.bring(name, path)
    return open(path)
  })
  try {
    const { size } = await file.stat()
    const each = (size - headerBytes) / peaksCount
    const peaks: number[] = []
    for (let i = 0; i < peaksCount; i++) peaks.push(await loudest(file, { from: i * each, to: (i + 1) * each }))
    return peaks
  } finally {
    await file.close()
  }
}

/** The loudest sample of a stretch of the studio's own stems: 16 bits, two channels, behind a header of 44 bytes. */
const loudest = async (file: FileHandle, { from, to }: { from: number; to: number }): Promise<number> => {
  const start = Math.floor(from / frameBytes) * frameBytes
  const bytes = Math.max(frameBytes, Math.min(bytesPerPeakMax, Math.floor((to - from) / frameBytes) * frameBytes))
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(bytes), position: headerBytes + start })
  let most = 0
  for (const sample of new Int16Array(buffer.buffer, buffer.byteOffset, Math.floor(bytesRead / 2))) most = Math.max(most, Math.abs(sample))
  return Math.round((most / 32_768) * 1000) / 1000
} // prettier-ignore
