import { z } from 'zod'
import { styleGuideOf } from '@/domain/look/styleGuideOf'
import { findNames } from '@/domain/screenplay/namesIn'
import type { Drafts } from '@/domain/story/draftFilm'
import { faultBook } from './faultBook'
import type { Checked, Question } from './question'
import { tellingsOf } from './tellings'

/** Fields of the style guide in words, and their most characters. Palette and sequences are the rules' own: pictures are measured by them. */
const words = { styleCapsule: 320, lighting: 400, lenses: 240, camera: 300, mood: 240, texture: 200 } as const
type WordField = keyof typeof words
const wordFields = Object.keys(words) as WordField[]
const lists = { references: { rows: 6, most: 80 }, negative: { rows: 8, most: 60 } } as const
/** Characters of the film's beginning that go along. */
const openingMost = 600

/**
 * What the visual department asks, in one call: the look of the film in words. Made of places, hours and weather and of
 * how the film begins, not of its whole text: a word edited in the middle must not make every picture another one.
 */
export const lookQuestions = ({ scenes, story }: Pick<Drafts, 'scenes' | 'story'>): Question[] => {
  const [opening] = tellingsOf(scenes)
  if (!opening) return []
  const guide = styleGuideOf(scenes)
  const stretches = guide.sequences.map(({ place, interior, timeOfDay, weather }) => `${place}, ${interior ? 'inside' : 'outside'}, ${timeOfDay}, ${weather}`)
  return [
    {
      department: 'visual',
      template: 'agent-look',
      what: 'The style guide',
      why: 'the style guide: look, light, lenses, camera, mood, texture',
      data: { begins: opening.text.slice(0, openingMost), stretches: [...new Set(stretches)], draft: { styleCapsule: guide.styleCapsule, texture: guide.texture, negative: guide.negative } },
      answer: z.strictObject({
        ...Object.fromEntries(wordFields.map((field) => [field, z.string().nullable()])),
        references: z.array(z.string()).max(lists.references.rows),
        negative: z.array(z.string()).max(lists.negative.rows),
      }),
      tokens: 1500,
      check: (answer) => checkLook(answer as Told, story().cast.map(({ name }) => name)),
    },
  ]
} // prettier-ignore

type Told = Partial<Record<WordField, string | null>> & Record<keyof typeof lists, string[]>

/** The look is that of every picture: it names nobody of the cast. */
const checkLook = (told: Told, cast: readonly string[]): Checked => {
  const book = faultBook()
  const namesIn = findNames(cast)
  const found = wordFields.flatMap((field) => {
    const said = book.words(told[field], { about: field, most: words[field] })
    const named = said === null ? [] : namesIn(said)
    if (named.length > 0) book.faults.push(`${field}: it is about ${named.join(', ')}, and not about every picture`)
    return said === null || named.length > 0 ? [] : [[field, said] as const]
  })
  const rows = (field: keyof typeof lists) =>
    told[field].flatMap((one) => book.words(one, { about: field, most: lists[field].most }) ?? [])
  const [references, negative] = [rows('references'), rows('negative')]
  return {
    holds: {
      '': {
        ...Object.fromEntries(found),
        ...(references.length > 0 ? { references } : {}),
        ...(negative.length > 0 ? { negative } : {}),
      },
    },
    faults: book.faults,
  }
}
