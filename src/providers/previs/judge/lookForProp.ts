import type { ShotSize } from '@/domain/scene/vocabulary'
import { lightOf } from '../light'
import { propSvg } from '../props/propSvg'
import { rasterise } from '../raster'
import type { Circumstances } from '../../spec/vision'
import { addedBetween, sizeOf } from './added'
import type { FigurePoint, FigurePoints } from './figurePoints'
import type { Ground } from './fitAt'
import { labOf } from './lab'
import { percent, type Asked, type Measured } from './measured'
import type { Look } from './openLook'
import { placedThing } from './placedThing'

/** The least that a thing must fit where it was laid; what is lit is covered by its own light, and
 *  on the ground a foot may stand before it. */
const leastFit = { lit: 0.46, plain: 0.72, far: 0.5 }
const far = new Set<ShotSize>(['extreme_wide', 'wide', 'full'])

/** Is a thing in the picture? As it is drawn in this light, it is laid where its layer painted. */
export const lookForProp = async ({ file, question, look }: Asked): Promise<Measured> => {
  const { subject, circumstances, under, made } = question
  if (!under) return { yes: null, evidence: `Nothing to compare the ${subject} with.` }
  const own = made?.file ?? file
  const [before, after, plane] = await Promise.all([look.at(under.file, 640), look.at(own, 640), look.plane(own, 640)])
  const added = addedBetween(before, after)
  if (sizeOf(added) < 12) return { yes: false, evidence: `Nothing was added where the ${subject} should be.` }
  const ground: Ground = { plane, added, squash: 1, roll: 0 }
  const thing = await thingIn(look, subject, circumstances)
  const least = thing.lit ? leastFit.lit : far.has(circumstances.shotSize) ? leastFit.far : leastFit.plain
  const fit = placedThing(thing.points, ground, circumstances.shotSize === 'insert')
  return {
    yes: fit.head >= least,
    evidence: `A ${subject} fits by ${percent(fit.head)} where a thing was added; ${percent(least)} are needed.`,
  }
}

type Thing = { points: FigurePoints; lit: boolean }

const side = 64

/** Such a thing as it is known to look in this light: its points from the middle of its box's top, in boxes. */
const thingIn = (look: Look, noun: string, { timeOfDay, weather, interior }: Circumstances): Promise<Thing> =>
  look.seen(`thing ${noun} ${timeOfDay} ${weather} ${String(interior)}`, async () => {
    const { body, shines } = propSvg({ noun, light: lightOf({ timeOfDay, weather, interior }) })
    const { data } = await rasterise({
      svg: body,
      window: { x: 0, y: 0, width: 100, height: 100 },
      width: side,
      height: side,
    })
    const head: FigurePoint[] = []
    const beside: { u: number; v: number }[] = []
    for (let at = 0; at < side * side; at++) {
      const [u, v] = [((at % side) + 0.5) / side - 0.5, (Math.floor(at / side) + 0.5) / side]
      const solid = data[4 * at + 3] ?? 0
      if (solid > 200)
        head.push({ u, v, lab: labOf([data[4 * at] ?? 0, data[4 * at + 1] ?? 0, data[4 * at + 2] ?? 0]) })
      else if (solid === 0) beside.push({ u, v })
    }
    return { points: { head, trunk: [], beside, headHigh: 1, headWide: 1, tall: 1 }, lit: shines !== null }
  })
