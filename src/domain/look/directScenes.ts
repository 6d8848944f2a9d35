import { propLives } from '@/domain/art/propLives'
import { setDressingOf } from '@/domain/art/setDressing'
import { sourceText } from '@/domain/art/sourceLine'
import { wardrobeOf, type CostumeRow } from '@/domain/art/wardrobe'
import { movementSpeedOf, rhythmOf } from '@/domain/drama/pace'
import type { SceneDraft, SceneProp } from '@/domain/scene/sceneDraft'
import type { MovementSpeed, Rhythm } from '@/domain/scene/vocabulary'
import { plansByClip, sceneLookOf, withEdited, type SceneLook, type SequenceRow } from './sceneLook'
import { sequencePlanOf } from './sequencePlan'
import { sequencesOf } from './sequences'

/** What the departments add to a scene that the breakdown left open. */
export type SceneDirection = Partial<SceneLook> & {
  movementSpeed: MovementSpeed
  rhythm: Rhythm
  costumes: CostumeRow[]
  setDressingItems: string[]
  /** With the state that was done to them before. */
  props: SceneProp[]
}

/**
 * Directions for every scene, by clip name: light and lens from the plan of its sequence (`rows`: as the style guide has
 * it, a person's edits included; `days`: the story day of every scene), pace, costumes, set dressing and the state of things. Time linear in the scenes.
 */
export const directScenes = (
  scenes: readonly SceneDraft[],
  { text, rows, days }: { text: string; rows: readonly SequenceRow[]; days: readonly number[] },
): Map<string, SceneDirection> => {
  const source = sourceText(text)
  const sequences = sequencesOf(scenes)
  const plans = plansByClip(sequences, withEdited(sequences.map(sequencePlanOf), rows))
  const { states } = propLives(scenes, source)
  const { costumes } = wardrobeOf(scenes, { source, days })
  const { items } = setDressingOf(scenes, source)
  return new Map(
    scenes.map((scene): [string, SceneDirection] => {
      const { clipName } = scene
      const plan = plans.get(clipName)
      return [
        clipName,
        {
          ...(plan ? sceneLookOf(scene, plan) : {}),
          movementSpeed: movementSpeedOf(scene),
          rhythm: rhythmOf(scene),
          costumes: costumes.get(clipName) ?? [],
          setDressingItems: items.get(clipName) ?? [],
          props: scene.props.map((one) => ({ ...one, state: states.get(clipName)?.get(one.prop) ?? one.state })),
        },
      ]
    }),
  )
}
