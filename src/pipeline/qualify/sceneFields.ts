import type { SceneDirection } from '@/domain/look/directScenes'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { soundOf } from '@/domain/sound/soundCuesOf'

type Beside = { before: SceneDraft | null; direction: SceneDirection | undefined }

/** A draft and what the departments add, as the fields of a Scenes document. What says nothing is null, so that a select stays empty. */
export const sceneFields = (draft: SceneDraft, { before, direction }: Beside): Record<string, unknown> => {
  const sound = soundOf(draft)
  const joined =
    before?.transitionOut === 'dissolve' || before?.transitionOut === 'wipe' ? before.transitionOut : draft.transitionIn
  return {
    ...draft,
    ...direction,
    title: draft.title,
    durationS: Math.round(draft.durationS * 1000) / 1000,
    eyeline: draft.eyeline,
    screenDirection: draft.screenDirection === '' ? null : draft.screenDirection,
    dialogue: draft.dialogue.map((line) => ({ ...line, dual: line.dual === '' ? null : line.dual })),
    transitionIn: joined,
    ambience: sound.ambience,
    effects: sound.effects,
    music: { mood: sound.mood },
    archived: false,
  }
}

/** Fields whose change alone makes nothing again: numbering and bookkeeping. */
export const sceneText = (
  draft: Pick<SceneDraft, 'heading' | 'screenplayText'>,
): { heading: string; text: string } => ({
  heading: draft.heading,
  text: draft.screenplayText,
})
