import { limits } from '@/domain/limits'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { trimScenes } from '@/domain/screenplay/targetLength'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { Notice } from '@/domain/screenplay/screenplay'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { titleNotices } from '@/domain/titles/titleCardsOf'
import { readStory, type Story } from './readStory'

/** `story` is what the character and world departments read, made when it is first asked for. */
export type Drafts = { scenes: SceneDraft[]; notices: Notice[]; story: () => Story }

/** A screenplay text as the departments read it, by rules alone. The same text and settings give the same drafts. */
export const draftFilm = (text: string, { fps, targetSeconds }: Pick<ProjectSettings, 'fps' | 'targetSeconds'>): Drafts => {
  const screenplay = parseFountain(text)
  const broken = breakIntoScenes(screenplay, { fps, targetSeconds, stopAfter: limits.sceneDocumentsMax })
  const { target } = broken
  const notices = [...broken.notices, ...titleNotices(screenplay)]
  const scenes = target ? trimScenes(broken.scenes, target, fps) : broken.scenes
  let story: Story | undefined
  return {
    scenes,
    notices,
    story: () => (story ??= readStory({ ...broken, scenes, elements: screenplay.elements })),
  }
} // prettier-ignore
