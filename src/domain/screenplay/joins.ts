import { limits } from '@/domain/limits'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { TransitionKind } from '@/domain/scene/vocabulary'
import type { Beat } from './beat'
import type { HeadingBlock, Join } from './headingBlocks'
import { framesOf, milliseconds, timing } from './timing'
import { transitionSeconds } from './transitionOf'

/** A transition between the scene with index `after` and the next one; −1: before the first. */
export type Joined = { transition: TransitionKind; opens: boolean; after: number }

/** A heading's beats, parted where a transition stands: a transition is always a cut. */
export const segmentsOf = (block: HeadingBlock, beats: Beat[]) => {
  const joins: (Omit<Joined, 'after'> & { segment: number })[] = []
  const segments: Beat[][] = [[]]
  const perPart: Beat[][] = []
  for (const beat of beats) (perPart[beat.part] ??= []).push(beat)
  for (const [at, part] of block.parts.entries()) {
    if (part.kind !== 'transition') for (const beat of perPart[at] ?? []) segments.at(-1)?.push(beat)
    else {
      if ((segments.at(-1)?.length ?? 0) > 0) segments.push([])
      joins.push({ ...bare(part), segment: segments.length - 1 })
    }
  }
  return { segments, joins }
}

const bare = ({ transition, opens }: Join) => ({ transition, opens })

/**
 * Writes the transitions into the scenes they stand between. A dissolve, wipe or fade gets its time behind the last
 * word where the scene has room below 7 s; a dissolve with nothing behind it becomes a fade.
 */
export const joinScenes = (scenes: SceneDraft[], joins: readonly Joined[], fps: number): void => {
  for (const join of joins) {
    const out = scenes[join.after]
    const into = scenes[join.after + 1]
    if (into) enter(into, { join, first: !out, fps })
    if (out && !(join.opens && out.transitionOut !== 'cut'))
      closeSlowly(out, { transition: into ? join.transition : atTheEnd[join.transition], fps })
  }
}

/** With nothing behind it every slow join is a fade to black. */
const atTheEnd: Record<TransitionKind, TransitionKind> = { cut: 'cut', fade: 'fade', dissolve: 'fade', wipe: 'fade' }

/** The scene behind a join; before the first scene only a fade in means anything. */
const enter = (scene: SceneDraft, { join, first, fps }: { join: Joined; first: boolean; fps: number }): void => {
  if (first && !join.opens) return
  scene.transitionIn = join.opens ? 'fade' : join.transition
  if (first) openSlowly(scene, fps)
}

const closeSlowly = (scene: SceneDraft, { transition, fps }: { transition: TransitionKind; fps: number }): void => {
  scene.transitionOut = transition
  scene.transitionSeconds = transitionSeconds[transition]
  if (transition !== 'cut') lengthen(scene, scene.durationS + scene.transitionSeconds, fps)
}

/** Behind a fade in the first word waits until there is something to see. */
const openSlowly = (scene: SceneDraft, fps: number): void => {
  scene.transitionSeconds = Math.max(scene.transitionSeconds, transitionSeconds.fade)
  const room = Math.min(timing.fadeInLeadS, limits.sceneSecondsMax - scene.durationS)
  if (room <= 0) return
  scene.dialogue = scene.dialogue.map((line) => ({ ...line, startS: milliseconds(line.startS + room), endS: milliseconds(line.endS + room) })) // prettier-ignore
  lengthen(scene, scene.durationS + room, fps)
}

const lengthen = (scene: SceneDraft, seconds: number, fps: number): void => {
  scene.frames = framesOf(seconds, fps)
  scene.durationS = scene.frames / fps
}
