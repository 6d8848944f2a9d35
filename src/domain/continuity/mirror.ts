import { cutsWithin, findingAt, type Checked, type FilmedScene, type Finding } from './filmedScene'

/** The last picture before a cut held beside the first one after it; all 0–1. */
export type Mirrored = {
  before: FilmedScene
  now: FilmedScene
  /** How much brighter or darker the whole picture is, as the eye sees it. */
  light: number
  /** How far its tint is from the one before. */
  tint: number
  /** How far the two pictures are apart, place by place: 0 is the same picture. */
  picture: number
  verdict: 'smooth' | 'jumps'
}

/** A whole picture whose light or tint moves by more jumps, though the place and the hour are the same. */
export const mirrorMost = { light: 0.25, tint: 0.12, chained: 0.06 } as const

/** The rear-view mirror of every cut within one scene of the screenplay; fillers have no picture to hold up. */
export const mirrorsOf = (scenes: readonly FilmedScene[]): Mirrored[] =>
  cutsWithin(scenes).flatMap(([before, now]) =>
    before.shot && now.shot ? [mirrored(before, now, [before.shot.last, now.shot.first])] : [],
  )

const mirrored = (before: FilmedScene, now: FilmedScene, prints: [string, string]): Mirrored => {
  const [last, first] = [cellsOf(prints[0]), cellsOf(prints[1])]
  const [one, other] = [meanOf(last), meanOf(first)]
  const light = Math.abs(one[0] - other[0])
  const tint = Math.hypot(one[1] - other[1], one[2] - other[2])
  const picture = meanDistance(last, first)
  const chained = now.boundary !== 'cut' && picture > mirrorMost.chained
  const jumps = light > mirrorMost.light || tint > mirrorMost.tint || chained
  return { before, now, light, tint, picture, verdict: jumps ? 'jumps' : 'smooth' }
}

/** What the mirrors show, as findings. */
export const checkMirrors = (mirrors: readonly Mirrored[]): Checked => ({
  compared: mirrors.length,
  findings: mirrors.filter(({ verdict }) => verdict === 'jumps').map(jumpOf),
})

const jumpOf = ({ before, now, light, tint, picture }: Mirrored): Finding =>
  findingAt(now, {
    what:
      now.boundary === 'cut'
        ? 'Light or tint jumps at the cut, in the same place.'
        : 'The picture jumps where it should go on.',
    measured: `Against the last picture of ${before.clipName}: light ${light.toFixed(2)}, tint ${tint.toFixed(2)}, picture ${picture.toFixed(2)}.`,
    verdict: 'look',
  })

/** Lightness as the eye sees it, then red against green, then blue against yellow. */
type Cell = [number, number, number]

const cellsOf = (print: string): Cell[] => {
  const bytes = atob(print)
  return Array.from({ length: Math.floor(bytes.length / 3) }, (_, i): Cell => {
    const [red, green, blue] = [0, 1, 2].map((channel) => bytes.charCodeAt(i * 3 + channel) / 255) as Cell
    return [0.2126 * red + 0.7152 * green + 0.0722 * blue, red - green, blue - (red + green) / 2]
  })
}

const meanOf = (cells: readonly Cell[]): Cell => {
  const mean = (axis: 0 | 1 | 2) => cells.reduce((sum, cell) => sum + cell[axis], 0) / Math.max(1, cells.length)
  return [mean(0), mean(1), mean(2)]
}

const meanDistance = (one: readonly Cell[], other: readonly Cell[]): number =>
  one.reduce((sum, cell, i) => {
    const there = other[i] ?? cell
    return sum + Math.hypot(cell[0] - there[0], cell[1] - there[1], cell[2] - there[2])
  }, 0) / Math.max(1, one.length)
