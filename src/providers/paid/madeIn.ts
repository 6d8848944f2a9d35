import { createHash } from 'node:crypto'
import { fileMark, type Json, type JsonObject } from '@/domain/catalogue/wish'
import type { Made } from '../spec/paidProvider'
import { numberOf, textOf } from './objectOf'

/** How a provider tells of files: as objects with a `url`, or as plain addresses anywhere. */
type Telling = 'objects' | 'addresses'

/**
 * Finds the files in an answer, in its order. What comes as a data address becomes bytes, and its hash stands in `raw`
 * where it was.
 */
export const madeIn = (json: Json, telling: Telling): { raw: Json; media: Made[] } => {
  const media: Made[] = []
  const walk = (value: Json, key: string): Json => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (typeof value === 'string') {
      const isFile = telling === 'addresses' || namesFile.test(key)
      return isFile ? taken({ address: value, key }, media) : value
    }
    if (typeof value !== 'object' || value === null) return value
    const address = textOf(value['url'])
    if (address === null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
    return { ...value, url: taken({ address, key, told: value }, media) }
  }
  return { raw: walk(json, ''), media }
}

const namesFile = /^(video|audio|image|video_result)_url$/

/** Adds the file to `media`; answers what stands in its place. */
const taken = (found: { address: string; key: string; told?: JsonObject }, media: Made[]): string => {
  const { address, key, told = {} } = found
  const inside = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.+-]+)*;base64,/i.exec(address)
  if (!inside && !/^https?:\/\//i.test(address)) return address
  const mime = textOf(told['content_type']) ?? inside?.[1] ?? null
  const facts = { kind: kindOf(mime, key, address), ...(mime === null ? {} : { mime }), ...measuresOf(told) }
  if (!inside) {
    media.push({ ...facts, url: address })
    return address
  }
  const bytes = Buffer.from(address.slice(inside[0].length), 'base64')
  media.push({ ...facts, bytes })
  return markOf(bytes)
}

/** What stands in `raw` in the place of bytes. */
export const markOf = (bytes: Buffer): string => fileMark(createHash('sha256').update(bytes).digest('hex'))

const measuresOf = (told: JsonObject) => {
  const [width, height, durationS] = [told['width'], told['height'], told['duration']].map(numberOf)
  return {
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(durationS ? { durationS } : {}),
  }
}

const kinds = [
  { kind: 'picture', mime: /^image\//, key: /image|picture|frame|thumbnail|mask/i, ending: /\.(png|jpe?g|webp|avif|gif)$/i }, // prettier-ignore
  { kind: 'clip', mime: /^video\//, key: /video|clip/i, ending: /\.(mp4|webm|mov|mkv)$/i },
  { kind: 'sound', mime: /^audio\//, key: /audio|sound|music|speech|voice/i, ending: /\.(mp3|wav|flac|ogg|opus|m4a|aac)$/i }, // prettier-ignore
] as const

const kindOf = (mime: string | null, key: string, address: string): Made['kind'] => {
  const path = URL.canParse(address) ? new URL(address).pathname : ''
  const found =
    kinds.find((one) => mime !== null && one.mime.test(mime)) ??
    kinds.find((one) => one.ending.test(path)) ??
    (mime === null || mime === 'application/octet-stream' ? kinds.find((one) => one.key.test(key)) : undefined)
  return found?.kind ?? 'file'
}
