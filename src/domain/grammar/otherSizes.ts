import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { ShotSize } from '@/domain/scene/vocabulary'

type Framed = Pick<
  SceneDraft,
  'shotSize' | 'focusOn' | 'reasons' | 'boundary' | 'heading' | 'intExt' | 'dialogue' | 'tension'
>

/** Sizes that say the same as the rule that chose: who is seen, and what is told, stays. */
const asGood: Readonly<Record<string, readonly ShotSize[]>> = {
  establishNewPlaceWide: ['wide', 'full'],
  twoShotBeforeSingles: ['full', 'medium_wide', 'medium'],
  shareTheFrame: ['full', 'medium_wide', 'medium'],
  roomForWhoSpeaksAndMoves: ['full', 'medium_wide'],
  fullFigureForMovement: ['wide', 'full'],
  moveInAsTensionRises: ['medium', 'medium_close', 'close_up'],
  voiceOnTheListener: ['medium', 'medium_close', 'close_up'],
  faceForALook: ['medium', 'medium_close', 'close_up'],
} // prettier-ignore

/**
 * The sizes a scene may have in the place of its own, its own among them: by the rule that framed it. A scene that goes
 * on from another in one picture, or is gone on from, keeps its size.
 */
export const otherSizes = (scene: Framed, next: Framed | null): ShotSize[] => {
  const goesOn = scene.boundary !== 'cut' || (next !== null && next.boundary !== 'cut')
  if (goesOn || scene.reasons.includes('seatedInside')) return [scene.shotSize]
  const rule = scene.reasons.find((why) => why in asGood)
  const far = scene.intExt !== 'INT' && scene.dialogue.length === 0 && scene.focusOn === ''
  const sizes = rule === undefined ? [] : (asGood[rule] ?? [])
  return [...new Set([scene.shotSize, ...sizes, ...(rule === 'establishNewPlaceWide' && far ? (['extreme_wide'] as const) : [])])]
} // prettier-ignore

/**
 * Scenes in the sizes somebody wishes for. Two neighbours under one heading never have one size and one subject: such a
 * wish is left out, and said. In the order of the film, so that the same wishes settle the same.
 */
export const settleSizes = <T extends Framed & { clipName: string }>(
  scenes: readonly T[],
  wishes: ReadonlyMap<string, ShotSize>,
): { scenes: T[]; faults: string[] } => {
  const faults: string[] = []
  const settled: T[] = []
  for (const [at, scene] of scenes.entries()) {
    const wished = wishes.get(scene.clipName) ?? scene.shotSize
    const changed = { ...scene, shotSize: wished, reasons: [...scene.reasons, 'asTheTextModelWrote'] }
    const jumps = [settled[at - 1], scenes[at + 1]].some((other) => other && isJump(other, changed))
    if (wished !== scene.shotSize && jumps) faults.push(`${scene.clipName}: its neighbour has this size and subject`)
    settled.push(wished === scene.shotSize || jumps ? scene : changed)
  }
  return { scenes: settled, faults }
}

const isJump = (one: Framed, other: Framed): boolean =>
  one.heading === other.heading && one.shotSize === other.shotSize && one.focusOn === other.focusOn
