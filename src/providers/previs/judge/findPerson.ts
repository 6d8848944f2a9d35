import { bitsOf, paletteOf } from './colourBits'
import type { Enrolled, Spot } from './enrolled'
import type { PersonLight } from './lights'
import type { Looked } from './looked'
import { hitsByColour, hitsOf, spotsOf, type Marked, type Spots, type Stand } from './spots'

/** Where a person was found: foot of the neck in px of the looked-at picture, px per unit of 1000, and which share of
 *  head, chest and the air beside the head is as it should be (0–1 each). */
export type Found = Stand & { head: number; chest: number; rim: number; score: number; light: number }

type Body = { head: Spots; chest: Spots; rim: Spots }
type Search = { marked: Marked; few: Body; all: Body; anchors: Spot[]; size: number; light: number }

/** How tall a grown-up may be, in frame heights. */
export type Range = { from: number; to: number }

/** Lays the enrolled head and chest over the picture, at every place and size, under every light given. */
export const findPerson = (
  picture: Looked,
  enrolled: Enrolled,
  { lights, range }: { lights: readonly PersonLight[]; range: Range },
): Found | null => {
  const palette = paletteOf(picture)
  const few = { head: spotsOf(enrolled.head, 30), chest: spotsOf(enrolled.chest, 14), rim: spotsOf(enrolled.rim, 14) }
  const all = {
    head: spotsOf(enrolled.head, 240),
    chest: spotsOf(enrolled.chest, 120),
    rim: spotsOf(enrolled.rim, 100),
  }
  const anchors = anchorsOf(enrolled)
  const searchOf = (light: PersonLight, index: number): Search => {
    const bits = bitsOf(palette, enrolled.colours, light)
    const marked = { width: picture.width, height: picture.height, bits }
    return { marked, few, all, anchors, size: enrolled.child ? 0.66 : 1, light: index }
  }
  const found = lights.flatMap((light, index) => {
    const search = searchOf(light, index)
    return underLight(search, range)
      .slice(0, 2)
      .map((one) => ({ search, one: refined(search, one, still) }))
  })
  const best = found.sort((a, b) => b.one.score - a.one.score).slice(0, 3)
  const turned = best.map(({ search, one }) => ({ search, one: refined(search, one, shapes) }))
  const top = turned.sort((a, b) => b.one.score - a.one.score)[0]
  if (!top) return null
  const rates = hitsByColour(top.search.marked, [all.head, all.chest], top.one)
  return {
    ...top.one,
    rates,
    common: enrolled.colours.map(
      (_, i) => top.search.marked.bits.reduce((n, b) => n + ((b >> i) & 1), 0) / top.search.marked.bits.length,
    ),
  } as Found
}

/** Where the costume's own colour is seen high on the chest: left, middle and right. */
const anchorsOf = ({ chest }: Enrolled): Spot[] => {
  const cloth = chest.filter((one) => one.colour === 0).sort((a, b) => a.v - b.v)
  const thirds = [(u: number) => u < -20, (u: number) => Math.abs(u) <= 20, (u: number) => u > 20]
  return thirds.flatMap((third) =>
    cloth
      .filter(({ u }) => third(u))
      .slice(4, 40)
      .filter((_, i) => i % 18 === 0),
  )
}

const still = [{ turn: 0, squash: 1 }]
/** A rolled camera, a camera from above. */
const shapes = [...still, { turn: -0.087, squash: 1 }, { turn: 0, squash: 0.92 }]

const ratio = 1.14
const underLight = (search: Search, { from, to }: Range): Found[] => {
  const { marked, size } = search
  const { height } = marked
  const best: Found[] = []
  for (let k = from; k <= to; k *= ratio) {
    const unit = (k * height) / 1000
    const step = Math.max(2, Math.round(24 * unit * size))
    for (let y = Math.round(40 * unit); y < height + 30 * unit; y += step) {
      const low = y + 40 * size * unit < height - 3
      if (!low) break
      scanRow(search, { y, unit, step }, best)
    }
  }
  return best
}

type Row = { y: number; unit: number; step: number }

const scanRow = (search: Search, { y, unit, step }: Row, best: Found[]): void => {
  const { marked: { width, height, bits }, anchors } = search // prettier-ignore
  for (let x = Math.round(30 * unit); x < width - 30 * unit; x += step) {
    if (
      !anchors.some(({ u, v }) => {
        const row = Math.floor(y + v * unit)
        return row < height && ((bits[row * width + Math.floor(x + u * unit)] ?? 0) & 1) === 1
      })
    )
      continue
    const stand = { x, y, unit, turn: 0, squash: 1 }
    const chest = hitsOf(search.marked, search.few.chest, stand)
    if ((chest & 4095) < 0.4 * (chest >> 12)) continue
    const found = measured(search, search.few, stand)
    if (!found || found.score < Math.max(0.5, best.length < 4 ? 0 : (best[3]?.score ?? 0))) continue
    best.push(found)
    best.sort((a, b) => b.score - a.score)
    best.length = Math.min(4, best.length)
  }
}

const refined = (search: Search, from: Found, turns: readonly { turn: number; squash: number }[]): Found => {
  let best = measured(search, search.all, from) ?? { ...from, score: 0 }
  for (const by of [1, 0.5]) {
    const at = best
    const move = 14 * at.unit * by
    for (const shape of turns)
      for (let s = -1; s <= 1; s++)
        for (let dx = -1; dx <= 1; dx++)
          for (let dy = -1; dy <= 1; dy++) {
            const stand = { ...shape, x: at.x + dx * move, y: at.y + dy * move, unit: at.unit * (1 + 0.055 * s * by) }
            const found = measured(search, search.all, stand)
            if (found && found.score > best.score) best = found
          }
  }
  return best
}

/** Heads are whole in the frame, but for the tops of extreme close-ups. */
const measured = ({ marked, light }: Search, { head, chest, rim }: Body, stand: Stand): Found | null => {
  const heads = hitsOf(marked, head, stand)
  const seen = heads >> 12
  const close = stand.unit * 1000 > 2 * marked.height
  if (seen < (close ? 0.5 : 0.93) * head.count) return null
  const ofHead = (heads & 4095) / seen
  if (ofHead < 0.35) return null
  const chests = hitsOf(marked, chest, stand)
  const rims = hitsOf(marked, rim, stand)
  if (chests >> 12 < 0.12 * chest.count) return null
  const ofChest = (chests & 4095) / (chests >> 12)
  const ofRim = rims >> 12 === 0 ? 0 : 1 - (rims & 4095) / (rims >> 12)
  return {
    ...stand,
    head: ofHead,
    chest: ofChest,
    rim: ofRim,
    light,
    score: 0.5 * ofHead + 0.3 * ofChest + 0.2 * ofRim,
  }
}
