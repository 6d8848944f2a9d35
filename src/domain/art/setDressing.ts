import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { headingStretches } from '@/domain/drama/headingStretches'
import { actionSentences } from './actionSentences'
import type { SourceText } from './sourceLine'

/** One thing that belongs to a place, with the words that say so. */
export type Dressing = { item: string; sourceLine: number; words: string }
/** Dressing by place, and the items of every scene's own heading by clip name. */
export type SetDressing = { places: Map<string, Dressing[]>; items: Map<string, string[]> }

const nouns =
  'table desk counter bench bed sofa couch shelf shelves bookcase cupboard wardrobe stove oven fridge sink bathtub mirror window curtain ' +
  'blinds door gate fence stairs staircase fireplace carpet rug piano painting poster sign pump roof railing rail tree rock boat cart car truck ' +
  'bicycle statue fountain altar pew jukebox barrel net mast machine screen well tent gravestone bell flag chandelier armchair throne ' +
  'lamppost hedge balcony platform tracks crane ladder cage stage dock jetty'
const known = new Set(nouns.split(' '))
/** Words that are verbs as often: they count only after a word that says a thing follows. */
const ambiguous = new Set(
  'sign rock pump well fence screen rail mirror bed bench table cart bell flag stage tent dock cage net ladder'.split(
    ' ',
  ),
)
const before = /\b(?:an?|the|this|that|his|her|their|its|one|two|three|four|some|every|each|of|old|new|small|big|long|wooden|iron|empty|broken|red|white|black|by|over|on)\s+$/i // prettier-ignore
const perScene = 8
const perPlace = 16

/** The set nouns of a sentence, each once, singular, in its order. "Ida ducks under the counter" → counter. */
export const dressingIn = (sentence: string): string[] => {
  const found = new Set<string>()
  for (const match of sentence.matchAll(/[A-Za-z]+/g)) {
    const item = singular(match[0].toLowerCase())
    if (item === '' || (ambiguous.has(item) && !before.test(sentence.slice(0, match.index)))) continue
    found.add(item)
  }
  return [...found]
}

const singular = (word: string): string =>
  known.has(word) ? word : ([word.replace(/s$/, ''), word.replace(/es$/, '')].find((one) => known.has(one)) ?? '')

/** What stands in every place, by what the action names there; a scene has the items of its own heading. */
export const setDressingOf = (scenes: readonly SceneDraft[], source: SourceText): SetDressing => {
  const places = new Map<string, Map<string, Dressing>>()
  const items: SetDressing['items'] = new Map()
  for (const stretch of headingStretches(scenes)) {
    const named = stretch.flatMap((scene) => dressingOf(scene, source))
    const location = stretch[0]?.location ?? ''
    const place = places.get(location) ?? new Map<string, Dressing>()
    for (const one of named) if (place.size < perPlace && !place.has(one.item)) place.set(one.item, one)
    if (place.size > 0) places.set(location, place)
    const here = [...new Set(named.map(({ item }) => item))].slice(0, perScene)
    for (const { clipName } of stretch) items.set(clipName, here)
  }
  return { places: new Map([...places].map(([name, found]) => [name, [...found.values()]])), items }
}

const dressingOf = (scene: SceneDraft, source: SourceText): Dressing[] =>
  actionSentences(scene, source).flatMap(({ text, line }) =>
    dressingIn(text).map((item) => ({ item, sourceLine: line, words: text })),
  )
