import type { Weather } from '@/domain/scene/vocabulary'
import { lookAtRest } from './lookAtRest'
import { lightnessOf, type Looked } from './looked'
import type { Asked, Measured } from './measured'

/** What of the weather falls. Clouds and wind are hardly seen in a still, and fog is hard to tell from a pale evening. */
const falling: Record<Weather, 'rain' | 'snow' | 'nothing'> = {
  clear: 'nothing', cloudy: 'nothing', windy: 'nothing', foggy: 'nothing', rainy: 'rain', stormy: 'rain', snowy: 'snow',
} // prettier-ignore

/** Leaning streaks, per 10,000 px. 53 drawn rains had 16 and more, 94 pictures without 7.7 and less. */
const leastStreaks = 11
/** Round specks, per 10,000 px. 20 drawn snows had 8.8 and more, 74 pictures without rain and snow 2.2 and less. */
const leastSpecks = 5

/** Is that the weather? By what falls before the empty place: leaning bright streaks are rain, bright specks snow. */
export const lookAtWeather = async (asked: Asked): Promise<Measured> => {
  const { file, question, look } = asked
  if (question.made) return lookAtRest(asked, question.made.file)
  const picture = await look.at(file, 640)
  const light = lightnessOf(picture)
  const per = 10_000 / light.length
  const streaks = per * streaksIn(light, picture)
  const specks = per * specksIn(light, picture)
  const falls = streaks >= leastStreaks ? 'rain' : specks >= leastSpecks ? 'snow' : 'nothing'
  return {
    yes: falls === falling[question.circumstances.weather],
    evidence: `${falls === 'nothing' ? 'Nothing falls' : `It looks like ${falls}`}: ${streaks.toFixed(1)} streaks and ${specks.toFixed(1)} specks in 10,000 pixels; said to be ${question.circumstances.weather}.`,
  }
}

const slopes = [0.08, 0.16, 0.24, 0.32]

/** Thin bright lines that lean to one side more than to the other: walls and masts stand, gables lean both ways. */
const streaksIn = (light: Float32Array, { width, height }: Looked): number => {
  // Drops are as long as the frame is high; 360 lines are what the steps are made for.
  const grain = Math.min(1, Math.min(width, height) / 360)
  const thin = new Uint8Array(light.length)
  for (let at = 3; at < light.length - 3; at++) {
    const beside = Math.max(light[at - 2] ?? 0, light[at + 2] ?? 0, light[at - 3] ?? 0, light[at + 3] ?? 0)
    const more = (light[at] ?? 0) - beside
    if (more > 0.012 && more < 0.25) thin[at] = 1
  }
  const bright: number[] = []
  for (let at = 12 * width + 8; at < width * height - 8; at++) if (thin[at] === 1) bright.push(at)
  const lines = (slope: number): number => {
    const steps = [4, 8, 12]
      .map((far) => Math.round(far * grain))
      .map((down) => down * width + Math.round(slope * down))
    const [a = 0, b = 0, c = 0] = steps
    let count = 0
    for (const at of bright) if (thin[at - a] === 1 && thin[at - b] === 1 && thin[at - c] === 1) count++
    return count
  }
  return Math.max(...slopes.map((slope) => Math.abs(lines(slope) - lines(-slope))))
}

const ring = [[5, 0], [-5, 0], [0, 5], [0, -5], [4, 4], [-4, 4], [4, -4], [-4, -4]] as const // prettier-ignore

/** Small spots brighter than all around them. */
const specksIn = (light: Float32Array, { width, height }: Looked): number => {
  const around = ring.map(([x, y]) => y * width + x)
  const near = [-2, -1, 0, 1, 2]
    .flatMap((y) => [-2, -1, 0, 1, 2].map((x) => y * width + x))
    .filter((step) => step !== 0)
  let count = 0
  for (let y = 6; y < height - 6; y++)
    for (let x = 6; x < width - 6; x++) {
      const at = y * width + x
      const here = light[at] ?? 0
      // Most pixels are like their neighbours: these two looks spare all others.
      if ((light[at + 5] ?? 0) > here - 0.035 || (light[at - 5] ?? 0) > here - 0.035) continue
      if (around.some((step) => (light[at + step] ?? 0) > here - 0.035)) continue
      if (near.every((step) => (step < 0 ? (light[at + step] ?? 0) < here : (light[at + step] ?? 0) <= here))) count++
    }
  return count
}
