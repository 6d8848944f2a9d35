import { limits } from '@/domain/limits'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { trimScenes } from '@/domain/screenplay/targetLength'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { Notice } from '@/domain/screenplay/screenplay'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { titleNotices } from '@/domain/titles/titleCardsOf'
import { readStory, type Story } from '@/domain/story/readStory'

/** `story` is what the character and world departments read, made when it is first asked for. */
export type Drafts = { scenes: SceneDraft[]; notices: Notice[]; story: () => Story }

/** The scenes of a screenplay text; the last few are remembered, since every department asks for the same. */
export const draftsOf = (
  text: string,
  { fps, targetSeconds }: Pick<ProjectSettings, 'fps' | 'targetSeconds'>,
): Drafts => {
  const key = `${String(fps)}:${String(targetSeconds)}:${text}`
  const known = remembered.get(key)
  if (known) return known
  const screenplay = parseFountain(text)
  const broken = breakIntoScenes(screenplay, { fps, targetSeconds, stopAfter: limits.sceneDocumentsMax })
  const { target } = broken
  const notices = [...broken.notices, ...titleNotices(screenplay)]
  const scenes = target ? trimScenes(broken.scenes, target, fps) : broken.scenes
  let story: Story | undefined
  const drafts: Drafts = {
    scenes,
    notices,
    story: () => (story ??= readStory({ ...broken, scenes, elements: screenplay.elements })),
  }
  if (remembered.size >= 2) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, drafts)
  return drafts
}
const remembered = new Map<string, Drafts>()

/** The gathered screenplay; '' when none was given. */
export const screenplayIn = (raw: readonly { kind: string; text: string }[]): string =>
  raw.findLast((item) => item.kind === 'screenplay')?.text ?? ''
