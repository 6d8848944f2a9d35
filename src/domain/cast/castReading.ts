import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { peopleOfCue } from '@/domain/screenplay/castNames'
import { findMentions, type MentionFinder } from '@/domain/screenplay/namesIn'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'
import type { People, Person } from './people/peopleOf'
import { isGroup, isSentence } from './people/wordsOfName'
import { toldIn, toldInScenes, type Told } from './told'

/** What the casting department reads: everything that is told, who is named where, on which day of the story. */
export type CastReading = {
  told: Told[]
  mentions: MentionFinder
  people: readonly Person[]
  dayOf: (heading: number) => number
}

/** The screenplay itself, with the lines of its file. */
export const readCast = (
  elements: readonly ScreenplayElement[],
  { people, mentions, nameOf }: People,
  dayOf: (heading: number) => number,
): CastReading => ({ told: toldIn(elements, nameOf), mentions, people, dayOf })

/** Scenes alone, where the screenplay is not at hand. */
export const readScenes = (scenes: readonly SceneDraft[]): CastReading => ({
  told: toldInScenes(scenes),
  mentions: findMentions(castIn(scenes).map(({ name }) => name)),
  people: [],
  dayOf: () => 1,
})

/** Everybody who is seen or heard, in order of appearance; a cue of two people is these two, a group is nobody. */
export const castIn = (
  scenes: readonly SceneDraft[],
): { name: string; seen: boolean; lines: number; scenes: number }[] => {
  const cast = new Map<string, { name: string; seen: boolean; lines: number; scenes: number }>()
  const meet = (name: string) => {
    const known = cast.get(name) ?? { name, seen: false, lines: 0, scenes: 0 }
    cast.set(name, known)
    return known
  }
  for (const scene of scenes) {
    for (const name of scene.charactersPresent) {
      const one = meet(name)
      one.seen = true
      one.scenes++
    }
    for (const { character } of scene.dialogue) meet(character).lines++
    for (const name of scene.voices) meet(name)
  }
  const known = new Set(cast.keys())
  return [...cast.values()].filter(
    ({ name }) => !isGroup(name) && !isSentence(name) && peopleOfCue(name, known).length === 1,
  )
}
