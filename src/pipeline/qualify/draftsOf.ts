import type { ProjectSettings } from '@/domain/project/projectSettings'
import { draftFilm, type Drafts } from '@/domain/story/draftFilm'

/** The scenes of a screenplay text; the last few are remembered, since every department asks for the same. */
export const draftsOf = (
  text: string,
  { fps, targetSeconds }: Pick<ProjectSettings, 'fps' | 'targetSeconds'>,
): Drafts => {
  const key = `${String(fps)}:${String(targetSeconds)}:${text}`
  const known = remembered.get(key)
  if (known) return known
  const drafts = draftFilm(text, { fps, targetSeconds })
  if (remembered.size >= 2) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, drafts)
  return drafts
}
const remembered = new Map<string, Drafts>()

/** The gathered screenplay; '' when none was given. */
export const screenplayIn = (raw: readonly { kind: string; text: string }[]): string =>
  raw.findLast((item) => item.kind === 'screenplay')?.text ?? ''
