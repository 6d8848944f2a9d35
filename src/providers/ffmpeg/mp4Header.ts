import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'

/** What decides whether house clips may be joined by copy, read from the file's own header in about a millisecond. */
export type Mp4Header = {
  tracks: number
  frames: number
  timescale: number
  /** Ticks of one frame when all last equally long, else 0. */
  frameTicks: number
  /** Hash of the codec's parameter sets, size, pixel shape and colour tags. */
  picture: string
}

type Box = { type: string; from: number; to: number }
const headerBytesMax = 64_000_000

/** Reads the header of an MP4 whose first track is its picture; null when the file is no such thing. */
export const readMp4Header = async (file: string): Promise<Mp4Header | null> => {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return null
  try {
    const moov = await readMoov(handle)
    return moov && describe(moov)
  } catch {
    return null // a box that ends too early: not a file we may trust
  } finally {
    await handle.close()
  }
}

const readMoov = async (handle: FileHandle): Promise<Buffer | null> => {
  const { size } = await handle.stat()
  const head = Buffer.alloc(16)
  for (let at = 0; at + 8 <= size;) {
    await handle.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
    if (length < 8) return null
    if (head.toString('latin1', 4, 8) === 'moov' && length <= headerBytesMax) {
      const moov = Buffer.alloc(length - 8)
      await handle.read(moov, 0, moov.length, at + 8)
      return moov
    }
    at += length
  }
  return null
}

const describe = (moov: Buffer): Mp4Header | null => {
  const tracks = boxes(moov, 0, moov.length).filter((box) => box.type === 'trak')
  const mdia = tracks[0] && child(moov, tracks[0], 'mdia')
  const stbl = mdia && descend(moov, mdia, ['minf', 'stbl'])
  const [mdhd, stsd, stsz, stts] = [
    mdia && child(moov, mdia, 'mdhd'),
    ...['stsd', 'stsz', 'stts'].map((type) => stbl && child(moov, stbl, type)),
  ]
  if (!mdhd || !stsd || !stsz || !stts) return null
  const wide = moov[mdhd.from] === 1
  return {
    tracks: tracks.length,
    frames: moov.readUInt32BE(stsz.from + 8),
    timescale: moov.readUInt32BE(mdhd.from + (wide ? 20 : 12)),
    frameTicks: moov.readUInt32BE(stts.from + 4) === 1 ? moov.readUInt32BE(stts.from + 12) : 0,
    picture: pictureHash(moov, stsd),
  }
}

// A sample entry is 78 bytes of fixed fields, then boxes. `btrt` holds the bit rate, which differs and does not matter;
// `colr` repeats the colour tags that the parameter sets in `avcC` carry, and ffmpeg leaves it out for raw input.
const pictureHash = (moov: Buffer, stsd: Box): string => {
  const entry = boxes(moov, stsd.from + 8, stsd.to)[0]
  const hash = createHash('sha256')
  if (!entry) return ''
  hash.update(entry.type).update(moov.subarray(entry.from, entry.from + 28))
  for (const box of boxes(moov, entry.from + 78, entry.to))
    if (box.type !== 'btrt' && box.type !== 'colr') hash.update(box.type).update(moov.subarray(box.from, box.to))
  return hash.digest('hex')
}

const boxes = (buffer: Buffer, from: number, to: number): Box[] => {
  const found: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const length = buffer.readUInt32BE(at)
    if (length < 8) break
    found.push({ type: buffer.toString('latin1', at + 4, at + 8), from: at + 8, to: Math.min(to, at + length) })
    at += length
  }
  return found
}
const child = (buffer: Buffer, parent: Box, type: string) =>
  boxes(buffer, parent.from, parent.to).find((box) => box.type === type)
const descend = (buffer: Buffer, from: Box, path: string[]): Box | undefined =>
  path.reduce<Box | undefined>((box, type) => box && child(buffer, box, type), from)
