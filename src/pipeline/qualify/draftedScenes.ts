import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { directScenes } from '@/domain/look/directScenes'
import type { SequenceRow } from '@/domain/look/sceneLook'
import { withOwnNouns } from '@/domain/own/ownNouns'
import { alignScenes } from '@/domain/scene/alignScenes'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { daysOfScenes } from '@/domain/story/time/daysOfScenes'
import { textOf } from '@/domain/words'
import type { LibraryDocument } from '@/stores/libraryStore'
import type { Asked } from '../askQuestions'
import type { StepContext, Values } from '../defineStep'
import { ownNouns } from '../ownMaterial'
import { draftsOf } from './draftsOf'
import { filledDrafts, filledFields } from './filledScenes'
import { ownSceneFields } from './ownSceneFields'
import { sceneFields, sceneText, type ToldScene } from './sceneFields'
import { scenesInStory } from './scenesInStory'

export type DraftedScenes = ReturnType<typeof draftedScenes>

/** The scenes a screenplay makes, and the fields of each; nothing is written. Fails: TOO_MANY_SCENES, NOTHING_TO_FILM. */
export const draftedScenes = (
  values: Values,
  { project, asked }: Pick<StepContext, 'project'> & { asked: Asked | null },
) => {
  const { scenes: broken, notices, story } = draftsOf(values.screenplay.text, project.settings)
  checkCount(broken.length)
  const better = asked ?? { better: {} }
  const { scenes: filled, faults } = filledDrafts(broken, better)
  const scenes = withOwnNouns(filled, ownNouns(values.own))
  const read = story()
  const told = scenesInStory(scenes, read)
  const drafts: ToldScene[] = scenes.map((draft, at) => ({ ...draft, ...told[at] }))
  const rows = (values.look.sequences ?? []) as SequenceRow[]
  const days = daysOfScenes(scenes, read.days)
  const directions = directScenes(scenes, { text: values.screenplay.text, rows, days })
  const withOwn = ownSceneFields(values.own ?? [], drafts)
  const fieldsOf = (draft: ToldScene, at: number): Record<string, unknown> => {
    const drafted = sceneFields(draft, { before: drafts[at - 1] ?? null, direction: directions.get(draft.clipName) })
    return withOwn(draft, filledFields(drafted, better))
  }
  return { scenes, drafts, notices, faults, fieldsOf }
}

/** Which standing scene each draft goes on with, and which have no place any more; locked ones are never left. */
export const alignedTo = (standing: readonly LibraryDocument[], drafts: readonly ToldScene[]) => {
  const existing = standing.map((one) => ({
    id: one.id,
    heading: textOf(one.heading),
    text: textOf(one.screenplayText),
  }))
  const { matches, archived } = alignScenes(existing, drafts.map(sceneText))
  const locked = new Set(standing.filter((one) => one.locked === true).map(({ id }) => id))
  // what was stored before this step was stopped, or archived once: found here, since asking for each would read them all
  const stored = new Map(standing.map((one) => [sceneKey(textOf(one.clipName), textOf(one.screenplayText)), one.id]))
  const idOf = (draft: SceneDraft, at: number): string | null =>
    matches[at] ?? stored.get(sceneKey(draft.clipName, draft.screenplayText)) ?? null
  return { idOf, locked, leaves: archived.filter((id) => !locked.has(id)) }
}

const sceneKey = (clipName: string, text: string): string => `${clipName}\n${text}`

const checkCount = (count: number): void => {
  if (count === 0)
    throw new StudioError({
      code: 'NOTHING_TO_FILM',
      what: 'The screenplay holds nothing that can be filmed.',
      why: 'No action, no dialogue and no heading with content was found.',
      fix: 'Write at least one line of action or dialogue.',
    })
  if (count > limits.sceneDocumentsMax)
    throw new StudioError({
      code: 'TOO_MANY_SCENES',
      what: `The screenplay makes ${String(count)} scenes of 3 to 7 seconds.`,
      why: `At most ${String(limits.sceneDocumentsMax)} fit into one project.`,
      fix: 'Split the screenplay into parts and make a film of each.',
    })
}
