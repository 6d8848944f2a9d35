import type { Entry, Fitting, Gives } from './fit'

type Asked = { width: number; height: number; pictureIn: boolean }
type Frame = { entries: Entry[]; resolution: string | null; gives: Pick<Gives, 'width' | 'height' | 'keep'> }

/**
 * Shape and size: the asked shape, else the one that needs the least padding; the smallest resolution that is large
 * enough, else the largest.
 */
export const fitFrame = (asked: Asked, fitting: Fitting): Frame => {
  const { size } = fitting.model.fields
  if (size !== null) {
    const { width, height } = asked
    return { entries: [[size, { width, height }]], resolution: null, gives: { width, height, keep: null } }
  }
  const aspect = fitAspect(asked, fitting)
  const resolution = fitResolution(asked, fitting)
  const given = statedSize(aspect.value) ?? sizeOf(resolution?.value ?? null, aspect.ratio)
  return {
    entries: [aspect.entry, resolution?.entry ?? [null, undefined]],
    resolution: resolution?.value ?? null,
    gives: { ...given, keep: aspect.padded ? { width: asked.width, height: asked.height } : null },
  }
}

type Shape = { entry: Entry; value: string | null; ratio: number; padded: boolean }

const fitAspect = (asked: Asked, { model, notes }: Fitting): Shape => {
  const { aspect } = model.fields
  const wanted = asked.width / asked.height
  const as = (value: string | null, ratio = wanted): Shape => ({
    entry: [aspect?.field, value ?? undefined], value, ratio, padded: ratio !== wanted,
  }) // prettier-ignore
  if (aspect === null) return as(null)
  const near = aspect.allowed
    .filter((value) => value !== aspect.follows)
    .map((value) => ({ value, ratio: ratioOf(value), off: Math.abs(Math.log(ratioOf(value) / wanted)) }))
    .sort((a, b) => a.off - b.off)[0]
  if (near !== undefined && near.off <= 0.01) return as(near.value)
  if (near === undefined || (aspect.follows !== null && asked.pictureIn)) return as(aspect.follows)
  notes.adjustments.push(`aspect ${aspectWords(asked)} padded to ${near.value}`)
  return as(near.value, near.ratio)
}

const fitResolution = (asked: Asked, { model, notes }: Fitting): { entry: Entry; value: string } | null => {
  const { resolution } = model.fields
  if (resolution === null) return null
  const sizes = resolution.allowed.map((value) => ({ value, ...measureOf(value) }))
  const enough = sizes.find(({ side, pixels }) =>
    side === null ? asked.width * asked.height <= pixels * 1.05 : Math.min(asked.width, asked.height) <= side,
  )
  const chosen = enough ?? sizes.at(-1)
  if (chosen === undefined) return null
  if (!enough) notes.adjustments.push(`${asked.width} × ${asked.height} asked, ${chosen.value} is the most it makes`)
  return { entry: [resolution.field, chosen.value], value: chosen.value }
}

/** "720p" and "768P" name the short side, "4k" of clips 2,160; "1K" and "2K" of pictures name an area. */
const measureOf = (value: string): { side: number | null; pixels: number } => {
  if (/p$/i.test(value)) return { side: Number.parseInt(value, 10), pixels: 0 }
  if (value === '4k') return { side: 2160, pixels: 0 }
  return { side: null, pixels: (Number.parseFloat(value) * 1024) ** 2 }
}

/** "1536x1024" says it all. */
const statedSize = (aspect: string | null): { width: number; height: number } | null => {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(aspect ?? '') ?? []
  return width === undefined ? null : { width: Number(width), height: Number(height) }
}

const sizeOf = (resolution: string | null, ratio: number): { width: number | null; height: number | null } => {
  const side = resolution === null ? null : measureOf(resolution).side
  if (side === null) return { width: null, height: null }
  const long = Math.round((side * Math.max(ratio, 1 / ratio)) / 2) * 2
  return ratio >= 1 ? { width: long, height: side } : { width: side, height: long }
}

const ratioOf = (aspect: string): number => {
  const [width = 1, height = 1] = aspect.split(/[:x]/).map(Number)
  return width / height
}

const aspectWords = ({ width, height }: Asked): string => {
  const by = commonOf(width, height)
  return `${width / by}:${height / by}`
}

const commonOf = (a: number, b: number): number => (b === 0 ? a : commonOf(b, a % b))
