import { propLives } from '@/domain/art/propLives'
import { sourceText } from '@/domain/art/sourceLine'
import { wardrobeOf } from '@/domain/art/wardrobe'
import type { Bible, Held, JudgedScene } from '@/domain/verdict/judgedScene'
import { consistencyRules } from '@/domain/story/consistencyRules'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'
import { daysOfScenes } from '@/domain/story/time/daysOfScenes'
import { readStory } from '@/domain/story/readStory'
import { profileOf } from '@/pipeline/qualify/profileOf'

/** Every scene document of a screenplay as the knowledge judge gets it: with the bible and all scenes before it. */
export const heldOf = (text: string): Held[] => {
  const known = read.get(text)
  if (known) return known

  const screenplay = parseFountain(text)
  const broken = breakIntoScenes(screenplay, { fps: 24, targetSeconds: null })
  const { scenes } = broken
  const story = readStory({ ...broken, elements: screenplay.elements })
  const source = sourceText(text)
  const { costumes } = wardrobeOf(scenes, { source, days: daysOfScenes(scenes, story.days) })
  const bible: Bible = {
    rules: consistencyRules(story, scenes),
    profiles: story.cast.map((person) => {
      const { aliases, biography } = profileOf(person, story)
      return { name: person.name, aliases, biography }
    }),
    places: story.world.places.map(({ name }) => name),
    things: propLives(scenes, source).lives.map(({ noun, evidence }) => ({ noun, evidence })),
  }
  const judged = scenes.map((scene): JudgedScene => ({ ...scene, costumes: costumes.get(scene.clipName) ?? [] }))
  const held = judged.map((scene, i) => ({ scene, bible, before: judged.slice(0, i) }))
  read.set(text, held)
  return held
}

const read = new Map<string, Held[]>()
