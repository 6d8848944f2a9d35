import { limits } from '@/domain/limits'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { trimScenes } from '@/domain/screenplay/targetLength'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { Notice } from '@/domain/screenplay/screenplay'
import type { ProjectSettings } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'

export type Drafts = { scenes: SceneDraft[]; notices: Notice[] }

/** The scenes of a screenplay text; the last few are remembered, since every department asks for the same. */
export const draftsOf = (
  text: string,
  { fps, targetSeconds }: Pick<ProjectSettings, 'fps' | 'targetSeconds'>,
): Drafts => {
  const key = `${String(fps)}:${String(targetSeconds)}:${text}`
  const known = remembered.get(key)
  if (known) return known
  const {
    scenes: full,
    notices,
    target,
  } = breakIntoScenes(parseFountain(text), {
    fps,
    targetSeconds,
    stopAfter: limits.sceneDocumentsMax,
  })
  const scenes = target ? trimScenes(full, target, fps) : full
  if (remembered.size >= 2) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, { scenes, notices })
  return { scenes, notices }
}
const remembered = new Map<string, Drafts>()

/** The gathered screenplay; '' when none was given. */
export const screenplayIn = (raw: readonly { kind: string; text: string }[]): string =>
  raw.findLast((item) => item.kind === 'screenplay')?.text ?? ''
