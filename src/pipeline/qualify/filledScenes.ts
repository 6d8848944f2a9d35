import { settleSizes } from '@/domain/grammar/otherSizes'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Angle, Movement, ShotSize } from '@/domain/scene/vocabulary'
import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { Asked } from '../askQuestions'
import { pick } from '../pickFields'

/** What a text model wrote of a scene. */
type Filled = {
  shotSize?: ShotSize
  angle?: Angle
  movement?: Movement
  dramaticEffect?: string
  lightMood?: string
  atmosphere?: string
}
type Better = Pick<Asked, 'better'>

const of = ({ better }: Better, clipName: string): Filled => better[clipName] ?? {}

/** The drafts with the camera a text model wrote, as far as neighbours allow; before lenses are chosen for them. */
export const filledDrafts = (drafts: readonly SceneDraft[], asked: Better): { scenes: SceneDraft[]; faults: string[] } => {
  const wishes = new Map(drafts.flatMap(({ clipName }) => {
    const { shotSize } = of(asked, clipName)
    return shotSize ? [[clipName, shotSize] as const] : []
  }))
  const { scenes, faults } = settleSizes(drafts, wishes)
  return {
    faults,
    scenes: scenes.map((scene) => {
      const { angle = scene.angle, movement = scene.movement, dramaticEffect = scene.dramaticEffect } = of(asked, scene.clipName)
      return { ...scene, angle, movement, dramaticEffect }
    }),
  }
} // prettier-ignore

/** Words that belong to the document alone. */
export const filledFields = (fields: Record<string, unknown>, asked: Better): Record<string, unknown> => {
  const { lightMood, atmosphere } = of(asked, textOf(fields.clipName))
  return { ...fields, ...(lightMood ? { lightMood } : {}), ...(atmosphere ? { atmosphere } : {}) }
}

/** All that a text model decides of a scene, and what follows from it. */
const filledBy = [
  'shotSize', 'angle', 'movement', 'movementSpeed', 'lensMm', 'aperture', 'depthOfField', 'lightMood', 'atmosphere',
  'dramaticEffect', 'reasons',
] as const // prettier-ignore

/** Fields of a scene whose text stands as it stood: where nobody is asked, what a model wrote of it before stays. */
export const stillFilled = (fields: Record<string, unknown>, standing: LibraryDocument | null): Record<string, unknown> =>
  standing && textOf(standing.screenplayText) === textOf(fields.screenplayText)
    ? { ...fields, ...pick(standing, filledBy) }
    : fields // prettier-ignore
