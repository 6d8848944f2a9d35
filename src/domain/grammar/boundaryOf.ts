import type { Boundary } from '@/domain/scene/vocabulary'

export type Framed = { heading: string; sameHeading: boolean; shotSize: string; focusOn: string; transition: string }

/**
 * How a scene hangs on the one before. A change of framing is a cut. Only where the same heading goes on with the same
 * size and subject the picture goes on too: from the last frame when a sentence is carried over, else from a shared
 * keyframe.
 */
export const boundaryOf = (before: Framed | null, scene: Framed, carriesSentence: boolean): Boundary => {
  if (!before || !scene.sameHeading || before.transition !== 'cut') return 'cut'
  if (before.shotSize !== scene.shotSize || before.focusOn !== scene.focusOn) return 'cut'
  return carriesSentence ? 'chain_last_frame' : 'shared_keyframe'
}
