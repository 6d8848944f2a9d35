/** What a recording or a clip is by its first bytes: the ending it is kept under, and whether pictures can be in it. */
export type MediaFormat = { ending: string; pictures: boolean }

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** Null when the bytes begin like no sound and no clip that is known. */
export const mediaFormat = (bytes: Uint8Array): MediaFormat | null => {
  const head = ascii(bytes, 0, 4)
  if (head === 'RIFF') return riff[ascii(bytes, 8, 4)] ?? null
  if (ascii(bytes, 4, 4) === 'ftyp') return quickTime[ascii(bytes, 8, 4)] ?? { ending: '.mp4', pictures: true }
  return heads.find(([words]) => head.startsWith(words))?.[1] ?? mpegSound(bytes)
}

const heads: [string, MediaFormat][] = [
  ['fLaC', { ending: '.flac', pictures: false }],
  ['OggS', { ending: '.ogg', pictures: true }],
  ['\u001aE\u00df\u00a3', { ending: '.webm', pictures: true }],
  ['ID3', { ending: '.mp3', pictures: false }],
]

/** MP3 and AAC begin with eleven bits that are set. */
const mpegSound = ([first = 0, second = 0]: Uint8Array): MediaFormat | null => {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null
  return { ending: (second & 0x06) === 0 ? '.aac' : '.mp3', pictures: false }
}

const riff: Record<string, MediaFormat> = {
  WAVE: { ending: '.wav', pictures: false },
  'AVI ': { ending: '.avi', pictures: true },
}
const quickTime: Record<string, MediaFormat> = {
  'qt  ': { ending: '.mov', pictures: true },
  'M4A ': { ending: '.m4a', pictures: false },
}
