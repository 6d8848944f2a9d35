import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Change } from './description/appearanceOf'
import type { CharacterLook } from './look'

/** A lasting change of look, valid from a scene document on (1, 2, 3 … in the film). `toSequence` null: to the end. */
export type Variant = {
  name: string
  fromSequence: number
  toSequence: number | null
  description: string
  look: CharacterLook
}

/** The variants of one person: each change on top of the ones before; changes in one scene document are one variant. */
export const variantsOf = (base: CharacterLook, changes: readonly Change[], scenes: readonly Pick<SceneDraft, 'sequenceNumber' | 'toLine'>[]): Variant[] => {
  const variants: Variant[] = []
  let look = base
  for (const change of [...changes].sort((a, b) => a.line - b.line)) {
    const fromSequence = sequenceAt(scenes, change.line)
    const description = `${change.quote} (line ${String(change.line)})`
    look = { ...look, ...change.look, evidence: [`${change.about}: line ${String(change.line)}`] }
    const last = variants.at(-1)
    if (last?.fromSequence === fromSequence) {
      Object.assign(last, { name: `${last.name}, ${change.name}`, description: last.description.includes(change.quote) ? last.description : `${last.description} ${description}`, look })
    } else {
      if (last) last.toSequence = fromSequence - 1
      variants.push({ name: change.name, fromSequence, toSequence: null, description, look })
    }
  }
  return variants
} // prettier-ignore

/** The scene document a line of the file lies in; the last one for a line behind them all. */
const sequenceAt = (scenes: readonly Pick<SceneDraft, 'sequenceNumber' | 'toLine'>[], line: number): number =>
  (scenes.find(({ toLine }) => toLine >= line) ?? scenes.at(-1))?.sequenceNumber ?? 1

type Span = { fromSequence?: number | null; toSequence?: number | null }

/** The variant that holds at a place in the film; undefined where the person looks as at first. */
export const variantAt = <T extends Span>(variants: readonly T[], sequence: number): T | undefined =>
  variants.findLast(
    ({ fromSequence, toSequence }) => sequence >= (fromSequence ?? 1) && sequence <= (toSequence ?? Infinity),
  )
