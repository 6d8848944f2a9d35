import type { Blocking, SceneProp } from '@/domain/scene/sceneDraft'
import type { MeasuredShot } from './measuredShot'

/** What of a scene document continuity asks about. */
export type ContinuityFields = {
  clipName: string
  sceneNumber: string
  heading: string
  location: string
  timeOfDay: string
  weather: string
  storyDay: number | null
  blocking: Blocking[]
  eyeline: string
  focusOn: string
  action: string
  costumes: { character: string; costume: string; variant: string }[]
  props: SceneProp[]
}

/** A scene as it is in the film. */
export type FilmedScene = ContinuityFields & {
  startFrame: number
  frames: number
  boundary: string
  /** Null for a filler, which nobody judged. */
  shot: MeasuredShot | null
  /** Who stands in the picture without being measured, and why. */
  hidden: { subject: string; why: string }[]
}

/** One thing that does not go with what was before. `broken`: a rule says so; `look`: a person should look. */
export type Finding = {
  clipName: string
  /** Frame of the film, from 0. */
  frame: number
  what: string
  measured: string
  verdict: 'broken' | 'look'
}
/** What a check compared, and what it found. */
export type Checked = { compared: number; findings: Finding[] }

/** A finding at the first frame of a scene. */
export const findingAt = (
  { clipName, startFrame }: FilmedScene,
  { what, measured, verdict = 'broken' }: Pick<Finding, 'what' | 'measured'> & { verdict?: Finding['verdict'] },
): Finding => ({ clipName, frame: startFrame, what, measured, verdict })

/** Two scenes are one scene of the screenplay: the place, and time goes on. */
export const goesOn = (before: FilmedScene | undefined, now: FilmedScene): before is FilmedScene =>
  before?.sceneNumber === now.sceneNumber && before.heading === now.heading

/** Every scene with the one before it, where both are one scene of the screenplay. */
export const cutsWithin = (scenes: readonly FilmedScene[]): [FilmedScene, FilmedScene][] =>
  scenes.flatMap((now, i): [FilmedScene, FilmedScene][] => {
    const before = scenes[i - 1]
    return goesOn(before, now) ? [[before, now]] : []
  })

/** The scenes of every scene of the screenplay, in order. */
const stretchesOf = (scenes: readonly FilmedScene[]): FilmedScene[][] => {
  const stretches: FilmedScene[][] = []
  for (const scene of scenes) {
    const last = stretches.at(-1)
    if (last && goesOn(last.at(-1), scene)) last.push(scene)
    else stretches.push([scene])
  }
  return stretches
}

/** One check of every scene of the screenplay by itself, added up. */
export const inEveryStretch = (
  scenes: readonly FilmedScene[],
  check: (stretch: readonly FilmedScene[]) => Checked,
): Checked => {
  const results = stretchesOf(scenes).map(check)
  return {
    compared: results.reduce((sum, { compared }) => sum + compared, 0),
    findings: results.flatMap(({ findings }) => findings),
  }
}
