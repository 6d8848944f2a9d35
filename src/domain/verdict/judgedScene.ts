import type { SceneDraft } from '@/domain/scene/sceneDraft'

/** What of a scene document is held against the bible. */
export type JudgedScene = Pick<
  SceneDraft,
  | 'clipName' | 'sceneNumber' | 'heading' | 'location' | 'timeOfDay' | 'action' | 'screenplayText' | 'fromLine' | 'toLine'
  | 'dialogue' | 'charactersPresent' | 'voices' | 'props'
> & { costumes: readonly { character: string; costume: string }[] } // prettier-ignore

/** What the story is known to be: its rules with the lines they stand in, the profiles, the places and the things. */
export type Bible = {
  rules: readonly { rule: string; about: string; source: string }[]
  profiles: readonly { name: string; aliases: readonly string[]; biography: string }[]
  places: readonly string[]
  things: readonly { noun: string; evidence: readonly { sourceLine: number; words: string }[] }[]
}

export type Held = { scene: JudgedScene; bible: Bible; before: readonly JudgedScene[] }

/** A contradiction: both sides of it with their lines. `written`: the screenplay's own words of this scene say it. */
export type Contradiction = { evidence: string; written: boolean }

/** "SC004_SH020 (lines 40 to 44)" */
export const whereIs = ({ clipName, fromLine, toLine }: JudgedScene): string =>
  fromLine === toLine ? `${clipName} (line ${String(fromLine)})` : `${clipName} (lines ${String(fromLine)} to ${String(toLine)})` // prettier-ignore

/** The screenplay text of a scene names somebody, in any letters. */
export const names = (text: string, name: string): boolean => {
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
