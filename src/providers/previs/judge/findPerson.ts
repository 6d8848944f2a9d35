import type { Enrolled, Spot } from './enrolled'
import { between, labOf, type Lab } from './lab'
import { relit, type PersonLight } from './lights'
import type { Looked } from './looked'

/** Where a person was found: the foot of the neck in px of the looked-at picture, px per 1000 units, and how much of
 *  head, chest and the air beside the head is as it should be (0–1 each). */
export type Found = { x: number; y: number; tall: number; head: number; chest: number; rim: number; score: number; seen: number; light: number }

/** Lays the enrolled head and chest over the picture, at every place and size, under every light of the studio. */
export const findPerson = (picture: Looked, enrolled: Enrolled, lights: readonly PersonLight[]): Found | null => {
  const bins = binsOf(picture)
  let best: Found | null = null
  lights.forEach((light, index) => {
    const found = underLight({ picture, enrolled, bits: bitsOf(bins, enrolled, light), index })
    if (found && found.score > (best?.score ?? -1)) best = found
  })
  return best
}

type Bins = { of: Uint16Array; labs: Lab[] }

/** The picture's distinct colours, so that each is compared once per light. */
const binsOf = ({ data }: Looked): Bins => {
  const of = new Uint16Array(data.length / 3)
  const known = new Map<number, number>()
  const sums: [number, number, number, number][] = []
  for (let i = 0; i < of.length; i++) {
    const [r, g, b] = [data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0]
    const key = ((r >> 2) << 12) | ((g >> 2) << 6) | (b >> 2)
    let bin = known.get(key)
    if (bin === undefined) {
      bin = sums.length
      known.set(key, bin)
      sums.push([0, 0, 0, 0])
    }
    const sum = sums[bin]
    if (sum) {
      sum[0] += r
      sum[1] += g
      sum[2] += b
      sum[3]++
    }
    of[i] = bin
  }
  return { of, labs: sums.map(([r, g, b, n]) => labOf([r / n, g / n, b / n])) }
}

/** How far a pixel may be from a colour or its shade. */
const tolerance = 0.036
const shadeMost = 0.42

/** For every pixel, one bit per colour of the person that it can be under this light. */
const bitsOf = ({ of, labs }: Bins, { colours }: Enrolled, light: PersonLight): Uint8Array => {
  const lines = colours.map((rgb) => {
    const lit = relit(rgb, light)
    const shade = between(lit, light.ink, shadeMost)
    return { lit, by: [shade[0] - lit[0], shade[1] - lit[1], shade[2] - lit[2]] as const }
  })
  const ofBin = Uint8Array.from(labs, (lab) => {
    let bits = 0
    lines.forEach(({ lit, by }, i) => {
      const d = [lab[0] - lit[0], lab[1] - lit[1], lab[2] - lit[2]] as const
      const length = by[0] ** 2 + by[1] ** 2 + by[2] ** 2 || 1
      const t = Math.min(1, Math.max(0, (d[0] * by[0] + d[1] * by[1] + d[2] * by[2]) / length))
      const off = Math.hypot(0.8 * (d[0] - t * by[0]), 1.25 * (d[1] - t * by[1]), 1.25 * (d[2] - t * by[2]))
      if (off < tolerance) bits |= 1 << i
    })
    return bits
  })
  const out = new Uint8Array(of.length)
  for (let i = 0; i < of.length; i++) out[i] = ofBin[of[i] ?? 0] ?? 0
  return out
}

type Search = { picture: Looked; enrolled: Enrolled; bits: Uint8Array; index: number }

const scales = Array.from({ length: 34 }, (_, i) => 0.17 * 1.11 ** i)

const underLight = (search: Search): Found | null => {
  const { picture: { width, height }, enrolled, bits } = search
  const cloth = integralOf(bits, width, height)
  const size = enrolled.child ? 0.66 : 1
  const few = { ...enrolled, head: thin(enrolled.head, 30), chest: thin(enrolled.chest, 16), rim: thin(enrolled.rim, 14) }
  let best: Found[] = []
  const least = () => (best.length < 5 ? 0.5 : (best[best.length - 1]?.score ?? 0))
  for (const k of scales) {
    const unit = (k * height) / 1000
    const step = Math.max(1, Math.round(24 * unit * size))
    const [half, from, to] = [48 * size * unit, 20 * size * unit, 110 * size * unit]
    for (let y = Math.round(40 * unit); y < height + 30 * unit; y += step)
      for (let x = Math.round(30 * unit); x < width - 30 * unit; x += step) {
        // Where the chest is in the frame it must be of the costume's colour.
        if (y + from < height - 4) {
          const share = shareOf(cloth, { width, height, x0: x - half, x1: x + half, y0: y + from, y1: y + to })
          if (share < 0.4) continue
        } else if (k < 3) continue
        const found = measure(search, few, { x, y, tall: 1000 * unit })
        if (found && found.score > least()) best = [...best, found].sort((a, b) => b.score - a.score).slice(0, 5)
      }
  }
  let top: Found | null = null
  for (const one of best) {
    const fine = refined(search, one)
    if (fine.score > (top?.score ?? -1)) top = fine
  }
  return top
}

const thin = (spots: Spot[], most: number): Spot[] => {
  const step = Math.max(1, spots.length / most)
  return Array.from({ length: Math.min(most, spots.length) }, (_, i) => spots[Math.floor((i + 0.5) * step)]).filter((one) => one !== undefined)
}

const refined = (search: Search, from: Found): Found => {
  let best = measure(search, search.enrolled, from) ?? { ...from, score: 0 }
  for (const by of [1, 0.5]) {
    const at = best
    const unit = at.tall / 1000
    for (let s = -1; s <= 1; s++)
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++) {
          const move = 14 * unit * by
          const found = measure(search, search.enrolled, { x: at.x + dx * move, y: at.y + dy * move, tall: at.tall * (1 + 0.055 * s * by) })
          if (found && found.score > best.score) best = found
        }
  }
  return best
}

const measure = ({ picture: { width, height }, bits, index }: Search, spots: Enrolled, at: { x: number; y: number; tall: number }): Found | null => {
  const unit = at.tall / 1000
  const count = (list: Spot[]) => {
    let [hits, seen] = [0, 0]
    for (const { u, v, colour } of list) {
      const x = Math.floor(at.x + u * unit)
      const y = Math.floor(at.y + v * unit)
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      seen++
      if (((bits[y * width + x] ?? 0) >> colour) & 1) hits++
    }
    return { hits, seen }
  }
  const head = count(spots.head)
  if (head.seen < 0.45 * spots.head.length) return null
  const chest = count(spots.chest)
  const rim = count(spots.rim)
  const share = ({ hits, seen }: { hits: number; seen: number }, none: number) => (seen === 0 ? none : hits / seen)
  const parts = { head: share(head, 0), chest: chest.seen < 0.2 * spots.chest.length ? share(head, 0) : share(chest, 0), rim: 1 - share(rim, 1) }
  return { ...at, ...parts, seen: chest.seen / Math.max(1, spots.chest.length), light: index, score: 0.5 * parts.head + 0.3 * parts.chest + 0.2 * parts.rim }
}

const integralOf = (bits: Uint8Array, width: number, height: number): Uint32Array => {
  const sums = new Uint32Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += (bits[y * width + x] ?? 0) & 1
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return sums
}

type Area = { width: number; height: number; x0: number; x1: number; y0: number; y1: number }

const shareOf = (sums: Uint32Array, { width, height, ...area }: Area): number => {
  const x0 = Math.max(0, Math.round(area.x0))
  const x1 = Math.min(width, Math.max(x0 + 1, Math.round(area.x1)))
  const y0 = Math.max(0, Math.round(area.y0))
  const y1 = Math.min(height, Math.max(y0 + 1, Math.round(area.y1)))
  const sum = (y: number, x: number) => sums[y * (width + 1) + x] ?? 0
  return (sum(y1, x1) - sum(y0, x1) - sum(y1, x0) + sum(y0, x0)) / ((x1 - x0) * (y1 - y0))
}
