import { lightOf } from '../light'
import { propSvg } from '../props/propSvg'
import { rasterise } from '../raster'
import type { Circumstances } from '../../spec/vision'
import { addedBetween, coloursIn, sizeOf } from './added'
import { agreement, colourShares, type ColourShares } from './colourShares'
import { labOf, type Lab } from './lab'
import type { Looked } from './looked'
import { percent, type Asked, type Measured } from './measured'

/** The least agreement with the thing as it is drawn in this light. */
const least = 0.34

/** Is a thing in the picture? What its layer added must have the colours of such a thing in this light. */
export const lookForProp = async ({ file, question, look }: Asked): Promise<Measured> => {
  const { subject, circumstances, under } = question
  if (!under) return { yes: null, evidence: `Nothing to compare the ${subject} with.` }
  const [picture, before, after] = await Promise.all(
    [file, under.file, question.made?.file ?? file].map((one) => look.at(one, 640)),
  )
  if (!picture || !before || !after) return { yes: null, evidence: 'A picture is missing.' }
  const added = addedBetween(before, after)
  const where = circumstances.shotSize === 'insert' ? middleOf(added, picture) : added
  if (sizeOf(where) < 12) return { yes: false, evidence: `Nothing was added where the ${subject} should be.` }
  const thing = await thingIn(subject, circumstances)
  const agrees = agreement(colourShares(coloursIn(picture, where)), thing.colours, roomFor(thing, circumstances))
  return {
    yes: agrees >= least,
    evidence: `${percent(agrees)} of the colours of a ${subject} are where a thing was added.`,
  }
}

/** The thing of an insert fills the middle, on a table that came with it. */
const middleOf = (mask: Uint8Array, { width, height }: Looked): Uint8Array => {
  const half = 0.25 * Math.min(height, 1.12 * width)
  return mask.map((one, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return Math.abs(x - width / 2) < half && Math.abs(y - 0.56 * height) < half ? one : 0
  })
}

/** `solid`: which share of its box a thing fills. */
type Thing = { colours: ColourShares; shines: boolean; solid: number }
const side = 96

/** Colours of such a thing as it is known to look in this light. */
const thingIn = async (noun: string, { timeOfDay, weather, interior }: Circumstances): Promise<Thing> => {
  const { body, shines } = propSvg({ noun, light: lightOf({ timeOfDay, weather, interior }) })
  const { data } = await rasterise({
    svg: body,
    window: { x: 0, y: 0, width: 100, height: 100 },
    width: side,
    height: side,
  })
  const colours = solid(data)
  return { colours: colourShares(colours), shines: shines !== null, solid: colours.length / side ** 2 }
}

/** Light that a thing throws, and the table of an insert between its parts, were added too. */
const roomFor = ({ shines, solid: share }: Thing, { shotSize }: Circumstances): number => {
  const table = shotSize === 'insert' ? Math.min(12, 1.2 / share) : 2
  return Math.max(shines ? 8 : 2, table, share < 0.15 ? 3 : 2)
}

const solid = (data: Uint8Array): Lab[] => {
  const found: Lab[] = []
  for (let i = 0; i < data.length; i += 4)
    if ((data[i + 3] ?? 0) > 200) found.push(labOf([data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]))
  return found
}
