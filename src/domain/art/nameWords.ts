import type { SceneDraft } from '@/domain/scene/sceneDraft'

const determiner = /\b(an?|the|this|that|his|her|their|its|my|your|our|one|two|three|some|any|each|every|no|single|red|white|dried)\s+$/i // prettier-ignore

/** Everybody a film's scenes show or let speak, in order of appearance. */
export const peopleOf = (scenes: readonly Pick<SceneDraft, 'charactersPresent' | 'voices'>[]): string[] => [
  ...new Set(scenes.flatMap(({ charactersPresent, voices }) => [...charactersPresent, ...voices])),
]

/** True where a word for a thing is somebody's name: a capital, a name of the cast, no "a" or "the" before it. "Rose smiles", but "a rose". */
export const isNameHere = (text: string, word: string, people: readonly string[]): boolean => {
  if (!/^\p{Lu}/u.test(word)) return false
  const name = word.toUpperCase().replace(/['’]S$/, '')
  if (!people.some((one) => one === name || one.split(' ').includes(name))) return false
  return !determiner.test(text.slice(0, Math.max(0, text.indexOf(word))))
}
