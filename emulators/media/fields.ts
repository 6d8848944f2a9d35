import { z } from 'zod'
import type { Source } from './download'
import type { Size } from './making'

// Fields that many models share. What is optional at fal may be null as well.
export const prompt = z.string().min(1).max(5000)
export const seed = z.int().min(0).max(4294967295).nullish()
export const url = z.string().regex(/^(https?:\/\/|data:)/, { error: 'URL must start with http(s) or be a data URI' })
export const safety = z.enum(['1', '2', '3', '4', '5', '6']).default('4')
export const pictureFormat = z.enum(['jpeg', 'png', 'webp']).default('png')

export const aspects = ['21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'] as const

/** Width and height of an aspect at about a megapixel, as the nano-banana family gives them. */
const megapixel: Record<string, Size> = {
  '21:9': { width: 1536, height: 672 },
  '16:9': { width: 1344, height: 768 },
  '3:2': { width: 1248, height: 832 },
  '4:3': { width: 1184, height: 864 },
  '5:4': { width: 1152, height: 896 },
  '1:1': { width: 1024, height: 1024 },
  '4:5': { width: 896, height: 1152 },
  '3:4': { width: 864, height: 1184 },
  '2:3': { width: 832, height: 1248 },
  '9:16': { width: 768, height: 1344 },
}

export const sizeOfAspect = (aspect: string, scale = 1): Size => {
  const { width, height } = megapixel[aspect] ?? { width: 1024, height: 1024 }
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** The size of the nearest aspect in the table, as `auto` gives it. */
export const sizeLike = ({ width, height }: Size): Size => {
  const distance = (size: Size) => Math.abs(Math.log((size.width / size.height) * (height / width)))
  const sizes = Object.values(megapixel)
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best))
}

const shortSides: Record<string, number> = {
  '480p': 480,
  '512P': 512,
  '720p': 720,
  '768P': 768,
  '1080p': 1080,
  '1440p': 1440,
  '2160p': 2160,
  '4k': 2160,
}
export const shortSide = (resolution: string): number => shortSides[resolution] ?? 720

/** The frame of a film in an aspect such as `16:9`; `auto` follows the start picture. */
export const filmSize = (resolution: string, aspect = 'auto'): Size | { shortSide: number } => {
  const [across, down] = aspect.split(':').map(Number)
  if (!across || !down) return { shortSide: shortSide(resolution) }
  const short = shortSide(resolution)
  const long = Math.round((short * Math.max(across, down)) / Math.min(across, down) / 2) * 2
  return across >= down ? { width: long, height: short } : { width: short, height: long }
}

export const source = (field: string, address: string | null | undefined): Source | null =>
  address ? { url: address, field } : null

export const sources = (field: string, addresses: readonly string[]): Source[] =>
  addresses.map((address) => ({ url: address, field }))

/** The words a picture or clip is drawn from: everything that was asked. */
export const wordsOf = (input: unknown): string => JSON.stringify(input)
