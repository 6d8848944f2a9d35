import type { Circumstances } from '../../spec/vision'
import { rgbOf } from '../colour'
import { lightOf, paint } from '../light'
import { labOf, type Lab } from './lab'
import { lookAtRest } from './lookAtRest'
import type { Looked } from './looked'
import { percent, type Asked, type Measured } from './measured'
import { grainOf, meanTone, toneSpread } from './tones'
import { cameraViews, referenceView, type View } from './views'

/** Is it that time of day? How light and of which tint the empty place is, against what such an hour makes of a grey
 *  wall; inside against the enrolled picture too. With more on top, what is left of the empty place counts. */
export const lookAtLight = async (asked: Asked): Promise<Measured> => {
  const { file, question, look } = asked
  if (question.made) return lookAtRest(asked, question.made.file)
  const picture = await look.at(file, 160)
  if (toneSpread(picture) < leastSpread) return { yes: false, evidence: 'The picture is one flat tone.' }
  if (grainOf(picture) > mostGrain) return { yes: false, evidence: 'The picture is noise.' }
  const { reference, circumstances } = question
  const enrolled = reference && (await look.at(reference.file, 160))
  const known = enrolled && seenPart(enrolled, picture, circumstances)
  if (circumstances.interior && known === null)
    return { yes: null, evidence: 'Inside, light is told by the enrolled picture; there is none.' }
  return known !== null && (circumstances.interior || isSheltered(known))
    ? besideEnrolled(picture, known, circumstances)
    : besideWall(picture, circumstances)
}

/** Between the darkest and the lightest twentieth (0–1). 400 drawn places had .078 and more. */
const leastSpread = 0.05
/** Drawn places had .09 and less, noise has .2 and more. */
const mostGrain = 0.14

/** How far from the grey wall lightness, red and warmth may lie (OKLab). Over 240 drawn places: −.07 to .13, −.02 to .04, −.03 to .03. */
const outsideLimits = [
  [-0.09, 0.155],
  [-0.04, 0.055],
  [-0.05, 0.05],
] as const
/** How far lightness may lie from the enrolled picture made as dark as that hour. Over 130 drawn rooms: −.10 to .10. */
const insideLimit = 0.12

const noon = { timeOfDay: 'noon', weather: 'clear' } as const

const wall = (at: Pick<Circumstances, 'timeOfDay' | 'weather' | 'interior'>): Lab =>
  labOf(rgbOf(paint('#8a8a84', lightOf(at), 0.3)))

const besideWall = (picture: Looked, circumstances: Circumstances): Measured => {
  const mean = meanTone(picture)
  const expected = wall(circumstances)
  const yes = outsideLimits.every(([from, to], i) => {
    const off = (mean[i] ?? 0) - (expected[i] ?? 0)
    return off >= from && off <= to
  })
  const { timeOfDay } = circumstances
  return {
    yes,
    evidence: `Lightness ${percent(mean[0])}, tint ${tintOf(mean)}; a grey wall at ${timeOfDay} has ${percent(expected[0])}, ${tintOf(expected)}.`,
  }
}

/** Caves, tunnels and the sky of space: daylight does not reach them. */
const isSheltered = (known: number): boolean => known < wall({ ...noon, interior: false })[0] - 0.15

const besideEnrolled = (picture: Looked, known: number, circumstances: Circumstances): Measured => {
  const { interior, timeOfDay } = circumstances
  const expected = (known * wall(circumstances)[0]) / wall({ ...noon, interior })[0]
  const [lightness] = meanTone(picture)
  return {
    yes: Math.abs(lightness - expected) <= insideLimit,
    evidence: `Lightness ${percent(lightness)}; this place at ${timeOfDay} has about ${percent(expected)}.`,
  }
}

/** Mean lightness of the part of the enrolled room that such a camera can see. */
const seenPart = (reference: Looked, { whole }: Looked, circumstances: Circumstances): number => {
  const from = referenceView(whole)
  const views = cameraViews(circumstances, whole)
  const lights = views.map((view) => meanTone(reference, boxOf(view, { from, reference }))[0])
  return lights.reduce((sum, one) => sum + one, 0) / lights.length
}

const boxOf = (view: View, { from, reference }: { from: View; reference: Looked }) => {
  const perUnit = reference.width / from.width
  const x = reference.width / 2 + (view.x - from.x) * perUnit
  const y = reference.height / 2 + (view.y - from.y) * perUnit
  const half = (view.width * perUnit) / 2
  const high = (half * reference.height) / reference.width
  return { left: x - half, right: x + half, top: y - high, bottom: y + high }
}

const tintOf = ([, red, warm]: Lab): string => {
  const words = [
    red > 0.012 ? 'reddish' : red < -0.012 ? 'greenish' : '',
    warm > 0.012 ? 'warm' : warm < -0.012 ? 'blue' : '',
  ]
  return words.filter((word) => word !== '').join(' ') || 'plain'
}
