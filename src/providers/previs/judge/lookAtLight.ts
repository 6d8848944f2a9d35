import { timesOfDay, type TimeOfDay } from '@/domain/scene/vocabulary'
import type { Circumstances } from '../../spec/vision'
import { rgbOf } from '../colour'
import { lightOf, paint } from '../light'
import { labOf, type Lab } from './lab'
import { lookAtRest } from './lookAtRest'
import type { Looked } from './looked'
import { percent, type Asked, type Measured } from './measured'
import { placeOverlay, type PlaceOverlay } from './placeOverlay'
import { meanTone } from './tones'

/** Is it that time of day? The empty place is held against the part of its enrolled picture that it shows, made as light
 *  and as tinted as each hour makes a grey wall; where it cannot be laid on that picture, against the wall alone. With
 *  more on top, what is left of the empty place counts. */
export const lookAtLight = async (asked: Asked): Promise<Measured> => {
  const { file, question, look } = asked
  if (question.made) return lookAtRest(asked, question.made.file)
  const { reference, circumstances } = question
  const picture = await look.at(file, 160)
  const mean = meanTone(picture)
  if (reference) {
    const lies = await placeOverlay(asked, reference.file)
    if (lies.agrees >= surely) {
      const enrolled = meanTone(await look.at(reference.file, 160), boxOf(lies, picture))
      return besideEnrolled(mean, enrolled, circumstances)
    }
    const [whole] = meanTone(await look.at(reference.file, 160))
    if (!circumstances.interior && isSheltered(whole)) return besideDark(mean, whole, circumstances)
  }
  if (circumstances.interior)
    return { yes: null, evidence: 'Inside, the hour is told by the enrolled picture, and this cannot be laid on it.' }
  return besideWall(mean, circumstances)
}

/** Edges that agree so well lie where they belong. */
const surely = 0.45

const boxOf = ({ x, y, scale }: PlaceOverlay, { width, height }: Looked) => ({
  left: x - (scale * width) / 2, right: x + (scale * width) / 2, top: y - (scale * height) / 2, bottom: y + (scale * height) / 2,
}) // prettier-ignore

type Standing = Pick<Circumstances, 'timeOfDay' | 'weather' | 'interior'>

const wall = (at: Standing): Lab => labOf(rgbOf(paint('#8a8a84', lightOf(at), 0.3)))

/** How far lightness (a ratio) and tint may lie from what the hour makes of the enrolled picture. Over 255 drawn places: .2. */
const mostOff = 0.27
/** How much better another hour may fit. Over the same places: .11. */
const mostBetter = 0.125

const besideEnrolled = (mean: Lab, enrolled: Lab, circumstances: Circumstances): Measured => {
  const { interior, timeOfDay } = circumstances
  const noon = wall({ timeOfDay: 'noon', weather: 'clear', interior })
  const off = (hour: TimeOfDay): number => {
    const at = wall({ ...circumstances, timeOfDay: hour })
    const lightness = mean[0] / Math.max(0.02, enrolled[0]) - at[0] / noon[0]
    const tint = [1, 2].map((i) => (mean[i] ?? 0) - (enrolled[i] ?? 0) - (at[i] ?? 0) + (noon[i] ?? 0))
    return Math.hypot(lightness, 4 * (tint[0] ?? 0), 4 * (tint[1] ?? 0))
  }
  const own = off(timeOfDay)
  const [best = timeOfDay] = [...timesOfDay].sort((a, b) => off(a) - off(b))
  const likelier = own - off(best) > mostBetter ? ` It looks like ${best}.` : ''
  return {
    yes: own <= mostOff && likelier === '',
    evidence: `Lightness ${percent(mean[0])}, ${percent(enrolled[0])} in the enrolled picture; ${percent(own)} off what ${timeOfDay} makes of it.${likelier}`,
  }
}

/** Caves, tunnels and the sky of space: daylight does not reach them. */
const isSheltered = (known: number): boolean => known < wall({ timeOfDay: 'noon', weather: 'clear', interior: false })[0] - 0.15 // prettier-ignore

/** What cannot be laid on the dark picture of its place is held against how light that is as a whole. */
const besideDark = ([lightness]: Lab, known: number, circumstances: Circumstances): Measured => {
  const noon = wall({ timeOfDay: 'noon', weather: 'clear', interior: circumstances.interior })
  const expected = (known * wall(circumstances)[0]) / noon[0]
  return {
    yes: Math.abs(lightness - expected) <= mostOff,
    evidence: `Lightness ${percent(lightness)}; this place at ${circumstances.timeOfDay} has about ${percent(expected)}.`,
  }
}

/** How far from the grey wall lightness, red and warmth may lie (OKLab). Over 240 drawn places: −.07 to .13, −.02 to .04, −.03 to .03. */
const outsideLimits = [
  [-0.09, 0.155],
  [-0.04, 0.055],
  [-0.05, 0.05],
] as const

const besideWall = (mean: Lab, circumstances: Circumstances): Measured => {
  const expected = wall(circumstances)
  const yes = outsideLimits.every(([from, to], i) => {
    const off = (mean[i] ?? 0) - (expected[i] ?? 0)
    return off >= from && off <= to
  })
  return {
    yes,
    evidence: `Lightness ${percent(mean[0])}, tint ${tintOf(mean)}; a grey wall at ${circumstances.timeOfDay} has ${percent(expected[0])}, ${tintOf(expected)}.`,
  }
}

const tintOf = ([, red, warm]: Lab): string => {
  const words = [
    red > 0.012 ? 'reddish' : red < -0.012 ? 'greenish' : '',
    warm > 0.012 ? 'warm' : warm < -0.012 ? 'blue' : '',
  ]
  return words.filter((word) => word !== '').join(' ') || 'plain'
}
