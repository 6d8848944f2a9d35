import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { findNames, type NameFinder } from '@/domain/screenplay/namesIn'
import { isInside } from '@/domain/look/sequences'
import { actionSentences } from './actionSentences'
import { conditionsIn, garmentsIn, type GarmentSlot } from './garments'
import { peopleOf } from './nameWords'
import type { SourceText } from './sourceLine'

/** What somebody wears in one scene; '' when the text does not say and the profile decides. */
export type CostumeRow = { character: string; costume: string; condition: string[] }
/** One change of costume or its state, with the words that say so. */
export type WardrobeEntry = {
  character: string
  storyDay: number
  scene: string
  change: 'wears' | 'takes off' | 'is'
  what: string
  sourceLine: number
  words: string
}
/** Costumes by clip name; entries in the order of the film. */
export type Wardrobe = { costumes: Map<string, CostumeRow[]>; entries: WardrobeEntry[] }

/** `days`: the story day of every scene, 0 outside the line of the story. */
type Told = { source: SourceText; days: readonly number[] }
type Worn = { garments: Map<GarmentSlot, string>; condition: Set<string>; day: number }
type Now = { scene: SceneDraft; day: number; worn: Map<string, Worn>; entries: WardrobeEntry[] }

/**
 * Who wears what in which scene, by what the action says. A garment stays on until it is taken off or another takes its
 * place; wet, blood and dirt stay until the story's next day. Who stands outside in the rain without shelter gets wet.
 */
export const wardrobeOf = (scenes: readonly SceneDraft[], { source, days }: Told): Wardrobe => {
  const named = findNames(peopleOf(scenes))
  const worn = new Map<string, Worn>()
  const costumes: Wardrobe['costumes'] = new Map()
  const entries: WardrobeEntry[] = []
  let last: string | undefined
  for (const [i, scene] of scenes.entries()) {
    const now: Now = { scene, day: days[i] ?? 1, worn, entries }
    if (scene.heading !== scenes[i - 1]?.heading) last = undefined
    for (const { text, line } of actionSentences(scene, source)) {
      last = whoIs(text, named, last)
      if (last !== undefined) dress(now, last, { text, line })
    }
    rainFalls(now)
    costumes.set(scene.clipName, rowsOf(now))
  }
  return { costumes, entries }
}

/** The one person a sentence names, else who it means by a pronoun; nobody when it names several. */
const whoIs = (text: string, named: NameFinder, last: string | undefined): string | undefined => {
  const [one, two] = named(text)
  if (two !== undefined) return undefined
  if (one !== undefined) return one
  return /\b(he|she|him|her|his|hers)\b/i.test(text) ? last : undefined
}

const wornBy = ({ worn, day }: Now, name: string): Worn => {
  const known = worn.get(name) ?? { garments: new Map<GarmentSlot, string>(), condition: new Set<string>(), day }
  if (known.day !== day) known.condition.clear()
  known.day = day
  worn.set(name, known)
  return known
}

const dress = (now: Now, character: string, { text, line }: { text: string; line: number }): void => {
  const tell = (change: WardrobeEntry['change'], what: string) =>
    now.entries.push({ character, storyDay: now.day, scene: now.scene.clipName, change, what, sourceLine: line, words: text }) // prettier-ignore
  const known = wornBy(now, character)
  for (const { slot, words, on } of garmentsIn(text)) {
    if (on) known.garments.set(slot, words)
    else known.garments.delete(slot)
    tell(on ? 'wears' : 'takes off', words)
  }
  for (const condition of conditionsIn(text)) {
    if (!known.condition.has(condition)) tell('is', condition)
    known.condition.add(condition)
  }
}

const shelter = /\b(under (?:the|a|an|her|his) (?:roof|umbrella|porch|canopy|bridge|awning|tree|shelter)|in the doorway|inside|umbrella)\b/i // prettier-ignore

/** Everybody in the picture of a scene that plays outside in the rain. */
const rainFalls = (now: Now): void => {
  const { scene } = now
  const rains = scene.weather === 'rainy' || scene.weather === 'stormy'
  if (!rains || isInside(scene) || shelter.test(scene.action)) return
  for (const name of scene.charactersPresent) wornBy(now, name).condition.add('wet')
}

const rowsOf = (now: Now): CostumeRow[] =>
  now.scene.charactersPresent.flatMap((character) => {
    const { garments, condition } = wornBy(now, character)
    if (garments.size === 0 && condition.size === 0) return []
    return [{ character, costume: [...garments.values()].join(', '), condition: [...condition] }]
  })

/** A character's wardrobe in words, one line for each story day: "Day 1: yellow coat (line 12)". */
export const wardrobeInWords = (entries: readonly WardrobeEntry[], character: string): string => {
  const days = new Map<number, string[]>()
  for (const { character: who, storyDay, change, what, sourceLine } of entries) {
    if (who !== character) continue
    const said = days.get(storyDay) ?? []
    said.push(`${change === 'takes off' ? 'takes off ' : ''}${what} (line ${String(sourceLine)})`)
    days.set(storyDay, said)
  }
  return [...days].map(([day, said]) => `Day ${String(day)}: ${said.join(', ')}`).join('\n')
}
