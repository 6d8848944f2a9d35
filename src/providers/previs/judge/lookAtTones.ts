import { percent, type Asked, type Measured } from './measured'
import { grainOf, meanTone, toneSpread } from './tones'

/** Between the darkest and the lightest twentieth (0–1). 660 drawn places had .06 and more. */
const leastSpread = 0.04
/** Mean lightness (0–1). The darkest of 260 drawn places had .2. */
const leastLight = 0.13
/** Drawn places had .09 and less, noise has .2 and more. */
const mostGrain = 0.14

/** Is it a picture at all, and not black, one flat tone or noise? */
export const lookAtTones = async ({ file, look }: Asked): Promise<Measured> => {
  const picture = await look.at(file, 160)
  const [spread, grain, [lightness]] = [toneSpread(picture), grainOf(picture), meanTone(picture)]
  if (lightness < leastLight) return { yes: false, evidence: 'The picture is black.' }
  if (spread < leastSpread)
    return { yes: false, evidence: `The picture is one flat tone: ${percent(spread)} between dark and light.` }
  if (grain > mostGrain) return { yes: false, evidence: 'The picture is noise.' }
  return { yes: true, evidence: `${percent(spread)} between its dark and light tones.` }
}
