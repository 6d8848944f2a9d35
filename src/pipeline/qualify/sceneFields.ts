import type { SceneDirection } from '@/domain/look/directScenes'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { soundOf } from '@/domain/sound/soundCuesOf'
import type { SceneInStory } from './scenesInStory'

type Beside = { before: ToldScene | null; direction: SceneDirection | undefined }
/** A draft with what only the whole story tells of it. */
export type ToldScene = SceneDraft & Partial<SceneInStory>

/** A draft and what the departments add, as the fields of a Scenes document. What says nothing is null, so that a select stays empty. */
export const sceneFields = (draft: ToldScene, { before, direction }: Beside): Record<string, unknown> => {
  const sound = soundOf(draft)
  const joined =
    before?.transitionOut === 'dissolve' || before?.transitionOut === 'wipe' ? before.transitionOut : draft.transitionIn
  return {
    ...draft,
    ...direction,
    costumes: costumesOf(direction?.costumes ?? [], draft.costumes ?? []),
    title: draft.title,
    aside: draft.aside === '' ? null : (draft.aside ?? null),
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

type CostumeRow = SceneDirection['costumes'][number]

/** What the wardrobe has read, with the variant the story has come to; who only changed gets a row of their own. */
const costumesOf = (worn: readonly CostumeRow[], changed: readonly SceneInStory['costumes'][number][]) => [
  ...worn.map((row) => ({
    ...row,
    variant: changed.find(({ character }) => character === row.character)?.variant ?? '',
  })),
  ...changed.filter(({ character }) => worn.every((row) => row.character !== character)),
]

/** Fields whose change alone makes nothing again: numbering and bookkeeping. */
export const sceneText = (
  draft: Pick<SceneDraft, 'heading' | 'screenplayText'>,
): { heading: string; text: string } => ({
  heading: draft.heading,
  text: draft.screenplayText,
})
