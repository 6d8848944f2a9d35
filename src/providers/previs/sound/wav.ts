import { open, readFile, writeFile } from 'node:fs/promises'
import { StudioError } from '@/domain/errors/StudioError'

/** Sound in memory: one Float32Array (−1…1) per channel, all equally long. */
export type Pcm = { rate: number; channels: Float32Array[] }

export type WavFormat = { rate: number; channels: number; frames: number }
/** A 16-bit WAV opened for reading piece by piece: samples interleaved, `at` and `count` in frames. */
export type WavReader = WavFormat & { read(at: number, count: number): Promise<Int16Array>; close(): Promise<void> }

/** Reads a 16-bit PCM WAV whole. Throws SOUND_UNREADABLE. */
export const readWav = async (file: string): Promise<Pcm> => pcmOf(await readFile(file), file)

/** The same from bytes; `name` is for the error. */
export const pcmOf = (bytes: Buffer, name: string): Pcm => {
  const head = headOf(bytes, bytes.length)
  if (!head) throw unreadable(name)
  const start = bytes.byteOffset + head.dataAt
  const samples = new Int16Array(bytes.buffer.slice(start, start + 2 * head.frames * head.channels))
  const channels = Array.from({ length: head.channels }, () => new Float32Array(head.frames))
  channels.forEach((channel, c) => {
    for (let i = 0, at = c; i < head.frames; i++, at += head.channels) channel[i] = (samples[at] ?? 0) / 32768
  })
  return { rate: head.rate, channels }
}

/** Writes 16-bit PCM; louder than full scale is clipped. */
export const writeWav = async (file: string, { rate, channels }: Pcm): Promise<void> => {
  const frames = channels[0]?.length ?? 0
  const samples = new Int16Array(frames * channels.length)
  channels.forEach((channel, c) => {
    for (let i = 0, at = c; i < frames; i++, at += channels.length) samples[at] = toInt16(channel[i] ?? 0)
  })
  const head = wavHead({ rate, channels: channels.length, frames })
  await writeFile(file, Buffer.concat([head, Buffer.from(samples.buffer)]))
}

export const toInt16 = (value: number): number => {
  const size = value * 32767 + 32768.5
  return size < 0 ? -32768 : size > 65535 ? 32767 : (size | 0) - 32768
}

/** Opens a 16-bit PCM WAV; null when the file is something else. */
export const openWav = async (file: string): Promise<WavReader | null> => {
  const handle = await open(file, 'r')
  const start = Buffer.alloc(4096)
  const { size } = await handle.stat()
  const { bytesRead } = await handle.read(start, 0, start.length, 0)
  const head = headOf(start.subarray(0, bytesRead), size)
  if (!head) {
    await handle.close()
    return null
  }
  const frameBytes = 2 * head.channels
  return {
    ...head,
    async read(at, count) {
      const frames = Math.max(0, Math.min(count, head.frames - at))
      const samples = new Int16Array(frames * head.channels)
      const bytes = Buffer.from(samples.buffer)
      await handle.read(bytes, 0, bytes.length, head.dataAt + at * frameBytes)
      return samples
    },
    close: () => handle.close(),
  }
}

const longForm = 0xffffffff
/** The head of a 16-bit PCM WAV; above 4 GiB it is RF64, which ffmpeg and every editor read. */
export const wavHead = ({ rate, channels, frames }: WavFormat): Buffer => {
  const data = frames * channels * 2
  const long = data + 72 > longForm
  const size = (bytes: number) => Math.min(bytes, longForm)
  const head = Buffer.alloc(8)
  const u32 = (value: number) => hexOf(head.writeUInt32LE(value >>> 0), head)
  const u16 = (value: number) => u32(value).slice(0, 4)
  const name = (text: string) => Buffer.from(text, 'latin1').toString('hex')
  const u64 = (value: number) => u32(value % 2 ** 32) + u32(Math.floor(value / 2 ** 32))
  const form = u16(1) + u16(channels) + u32(rate) + u32(rate * channels * 2) + u16(channels * 2) + u16(16)
  const ds64 = long ? name('ds64') + u32(28) + u64(data + 72) + u64(data) + u64(frames) + u32(0) : ''
  const whole = [name(long ? 'RF64' : 'RIFF'), u32(size(data + (long ? 72 : 36))), name('WAVE'), ds64]
  return Buffer.from([...whole, name('fmt '), u32(16), form, name('data'), u32(size(data))].join(''), 'hex')
}

const hexOf = (bytes: number, buffer: Buffer) => buffer.toString('hex', 0, bytes)

type Head = WavFormat & { dataAt: number }
const headOf = (bytes: Buffer, fileSize: number): Head | null => {
  if (!/^(RIFF|RF64)....WAVE/s.test(bytes.toString('latin1', 0, 12))) return null
  let form: { kind: number; channels: number; rate: number; bits: number } | null = null
  for (let at = 12; at + 8 <= bytes.length;) {
    const id = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    if (id === 'fmt ' && at + 24 <= bytes.length) form = formOf(bytes, at + 8)
    if (id === 'data') return form && headFrom(form, { dataAt: at + 8, size, fileSize })
    at += 8 + size + (size % 2)
  }
  return null
}

const formOf = (bytes: Buffer, at: number) => ({
  kind: bytes.readUInt16LE(at),
  channels: bytes.readUInt16LE(at + 2),
  rate: bytes.readUInt32LE(at + 4),
  bits: bytes.readUInt16LE(at + 14),
})

type Data = { dataAt: number; size: number; fileSize: number }
const headFrom = (form: ReturnType<typeof formOf>, { dataAt, size, fileSize }: Data): Head | null => {
  if ((form.kind !== 1 && form.kind !== 0xfffe) || form.bits !== 16 || form.channels < 1 || form.rate < 1) return null
  const bytes = Math.min(size >= longForm - 8 ? Infinity : size, fileSize - dataAt) // a file being cut off, or RF64
  return { rate: form.rate, channels: form.channels, frames: Math.floor(bytes / (2 * form.channels)), dataAt }
}

const unreadable = (file: string) =>
  new StudioError({
    code: 'SOUND_UNREADABLE',
    what: `${file} is no 16-bit PCM WAV.`,
    why: 'Its head is missing or tells of another format.',
    fix: 'Make the sound again, or convert it to WAV, 16 bit.',
    retry: 'afterFix',
  })
