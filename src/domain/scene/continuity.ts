import type { SceneDraft } from './sceneDraft'
import type { Boundary } from './vocabulary'

export type ContinuityScene = Pick<
  SceneDraft,
  'heading' | 'location' | 'timeOfDay' | 'weather' | 'blocking' | 'boundary'
>
export type ContinuityAnswer = { id: string; answer: 'yes' | 'no'; evidence: string }
export type Continuity = { boundary: Boundary; answers: ContinuityAnswer[]; notice: string }

const sideOf = (position: string): 'left' | 'middle' | 'right' =>
  position.includes('left') ? 'left' : position.includes('right') ? 'right' : 'middle'

/** Compares a scene with the one before: time, weather and screen sides under one heading, and what the cut between them is. */
export const checkContinuityOf = (
  scene: ContinuityScene,
  before: ContinuityScene | null,
  previousClip: boolean,
): Continuity => {
  if (before?.heading !== scene.heading) return { boundary: 'cut', answers: [], notice: '' }
  const answers: ContinuityAnswer[] = [
    answer('continuity:time', before.timeOfDay === scene.timeOfDay, `${before.timeOfDay}, then ${scene.timeOfDay}`),
    answer('continuity:weather', before.weather === scene.weather, `${before.weather}, then ${scene.weather}`),
    ...scene.blocking.flatMap((now) => {
      const then = before.blocking.find((one) => one.character === now.character)
      if (!then || sideOf(then.position) === 'middle' || sideOf(now.position) === 'middle') return []
      return [
        answer(
          `continuity:side:${now.character}`,
          sideOf(then.position) === sideOf(now.position),
          `${now.character} stood ${sideOf(then.position)}, now ${sideOf(now.position)}`,
        ),
      ]
    }),
  ]
  if (scene.boundary !== 'cut' && !previousClip)
    return { boundary: 'cut', answers, notice: 'The clip before is missing, so this scene begins with a cut.' }
  return { boundary: scene.boundary, answers, notice: '' }
}

const answer = (id: string, same: boolean, evidence: string): ContinuityAnswer => ({
  id,
  answer: same ? 'yes' : 'no',
  evidence,
})
