import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { MovementSpeed, Rhythm } from '@/domain/scene/vocabulary'

type Paced = Pick<SceneDraft, 'pacing' | 'durationS' | 'dialogue' | 'action' | 'movement'>

/** How long a piece feels: silent ones that last are held, quick and short ones are clipped. Own facts only, so that no other scene changes it. */
export const rhythmOf = ({ pacing, durationS, dialogue }: Paced): Rhythm => {
  const silent = dialogue.length === 0
  if (pacing === 'fast' || (durationS <= 3.2 && !silent && pacing !== 'slow')) return 'clipped'
  return pacing === 'slow' || (silent && durationS >= 5.5) ? 'held' : 'even'
}

/** How fast the camera moves: with the pace, but nothing that looks at a thing or a face closely is fast. */
export const movementSpeedOf = ({ pacing, movement }: Paced): MovementSpeed => {
  const gentle = movement === 'dolly' || movement === 'crane' || movement === 'pedestal' || movement === 'tilt'
  if (pacing === 'fast') return gentle ? 'medium' : 'fast'
  return pacing === 'slow' || gentle ? 'slow' : 'medium'
}
