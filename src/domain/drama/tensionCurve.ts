import { sentencesOf } from '@/domain/screenplay/sentences'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { headingStretches } from './headingStretches'

/** One scene of the screenplay on the curve of the film. */
export type CurvePoint = {
  /** The screenplay's scene number. */
  scenes: string
  /** Its first clip. */
  clip: string
  /** Where its middle stands in the film: 0 the first frame, 1 the last. */
  at: number
  /** Mean tension by seconds, and the highest of its pieces; 0–1. */
  tension: number
  peak: number
  /** What happens at its tightest, in the screenplay's own words, and the line they stand in. */
  event: string
  sourceLine: number
}

/** How tight the film is from scene to scene, spoken words counted. One point for every scene of the screenplay. */
export const tensionCurve = (scenes: readonly SceneDraft[]): CurvePoint[] => {
  const film = scenes.reduce((sum, { durationS }) => sum + durationS, 0)
  let before = 0
  return headingStretches(scenes).flatMap((stretch) => {
    const [first] = stretch
    const seconds = stretch.reduce((sum, { durationS }) => sum + durationS, 0)
    const middle = before + seconds / 2
    before += seconds
    if (!first || film === 0) return []
    const tightest = stretch.reduce((best, one) => (one.tension > best.tension ? one : best), first)
    const mean = stretch.reduce((sum, { tension, durationS }) => sum + tension * durationS, 0) / seconds
    return [
      {
        scenes: first.sceneNumber,
        clip: first.clipName,
        at: round(middle / film),
        tension: round(mean),
        peak: tightest.tension,
        event: eventOf(tightest),
        sourceLine: tightest.fromLine,
      },
    ]
  })
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The first sentence of the action, else the first line that is spoken, else the heading. */
const eventOf = ({ action, dialogue, heading }: SceneDraft): string => {
  const [first] = sentencesOf(action)
  if (first) return action.slice(first.from, first.to).replace(/\s+/g, ' ').slice(0, 300)
  const [line] = dialogue
  return line ? `${line.character}: “${line.line.slice(0, 280)}”` : heading
}
