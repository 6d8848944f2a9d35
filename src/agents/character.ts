import { z } from 'zod'
import { againstText } from '@/domain/cast/description/againstText'
import { lookChoices } from '@/domain/cast/chooseLooks'
import type { CharacterLook } from '@/domain/cast/look'
import type { CastMember } from '@/domain/story/castMember'
import type { Drafts } from '@/domain/story/draftFilm'
import type { Checked, Question } from './question'
import { plainWords } from './plainWords'

/** Fields of the profile a model may fill where the text is silent, and their most characters. */
const words = { appearance: 400, wardrobe: 300, personality: 300, mannerisms: 200, motivation: 300, arc: 300 } as const
type WordField = keyof typeof words
/** Of how somebody speaks. */
const mannerMost = 160
/** Silent people go together into one question. */
const silentTogether = 6
/** Spoken lines that go along, so that a voice can be heard. */
const linesShown = 10
/** Tokens of what is answered about one person. */
const tokensEach = 700

/**
 * What the casting department asks: for everybody who speaks a question of their own, made of the sentences that name
 * them and what they say, so that an edit elsewhere asks nothing again. Only what the text leaves open is asked for.
 */
export const characterQuestions = ({ scenes, story }: Pick<Drafts, 'scenes' | 'story'>): Question[] => {
  const { cast } = story()
  const silent = cast.filter(({ lines }) => lines === 0)
  const groups = [...cast.filter(({ lines }) => lines > 0).map((one) => [one]), ...chunked(silent, silentTogether)]
  const spoken = new Map<string, string[]>()
  for (const { character, line } of scenes.flatMap(({ dialogue }) => dialogue))
    spoken.set(character, [...(spoken.get(character) ?? []), line].slice(0, linesShown))
  return groups.map((people) => questionAbout(people, (name) => spoken.get(name) ?? []))
}

const chunked = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

const nameOf = (at: number): string => `p${String(at + 1)}`

const questionAbout = (people: readonly CastMember[], linesOf: (name: string) => string[]): Question => ({
  department: 'character',
  template: 'agent-casting',
  what: `Casting: ${people.map(({ name }) => name).join(', ')}`,
  why: 'looks, clothes and voices the text leaves open; a call for everybody who speaks, others together',
  data: Object.fromEntries(people.map((one, at) => [nameOf(at), draftOf(one, linesOf(one.name))])),
  answer: z.strictObject(Object.fromEntries(people.map((one, at) => [nameOf(at), answerAbout(one)]))),
  tokens: tokensEach * people.length,
  check: (answer) => checked(people.map((one, at) => checkPerson(one, answer[nameOf(at)] as Told))),
})

/** What the text says of somebody, and what the rules chose where it says nothing. */
const draftOf = (person: CastMember, lines: string[]) => ({
  name: person.name,
  role: person.role,
  gender: person.gender,
  speaks: person.lines > 0,
  textSays: person.appearance.holds.map(({ about, value }) => `${about}: ${value}`),
  named: person.sentences.map(({ text }) => text),
  says: lines,
  manners: person.manners,
  chosenByRule: Object.fromEntries(openLook(person).map((field) => [field, person.look[field]])),
  givenAlready: Object.fromEntries(Object.entries(person.look).filter(([field]) => field !== 'evidence' && !openLook(person).includes(field as LookField))), // prettier-ignore
})

const lookFields = ['build', 'hair', 'hat', 'beard', 'glasses', 'costume', 'costumeColor', 'hairColor'] as const
type LookField = (typeof lookFields)[number]

/** Parts of a look the text says nothing of, where there is something to choose. */
const openLook = (person: CastMember): LookField[] => {
  const choices = lookChoices(person, person.look.skinColor)
  return lookFields.filter((field) => person.said[field] === undefined && choices[field].length > 1)
}

/** Fields of the profile the text says nothing of. */
const openWords = ({ appearance: { holds }, manners }: CastMember): WordField[] => {
  const says = (is: (about: string) => boolean) => holds.some(({ about }) => is(about))
  const dressed = says((about) => about.startsWith('costume') || about === 'hat')
  const told: Partial<Record<WordField, boolean>> = {
    appearance: says((about) => !about.startsWith('costume') && about !== 'manner'),
    wardrobe: dressed,
    personality: says((about) => about === 'manner'),
    mannerisms: manners.length > 0,
  }
  return (Object.keys(words) as WordField[]).filter((field) => told[field] !== true)
}

/** Every field is asked for: null leaves the rules' own. */
const answerAbout = (person: CastMember) => {
  const choices = lookChoices(person, person.look.skinColor)
  const look = openLook(person).map((field) => {
    const list: readonly (string | boolean)[] = choices[field]
    return [field, typeof list[0] === 'boolean' ? z.boolean().nullable() : z.enum(list as [string]).nullable()] as const
  })
  return z.strictObject({
    look: z.strictObject(Object.fromEntries(look)),
    words: z.strictObject(Object.fromEntries(openWords(person).map((field) => [field, z.string().nullable()]))),
    ...(person.lines > 0 ? { voice: z.strictObject({ manner: z.string().nullable(), pitch: z.number().min(-3).max(3).nullable(), rate: z.number().min(0.85).max(1.2).nullable() }) } : {}),
  })
} // prettier-ignore

type Told = {
  look: Partial<Record<LookField, string | boolean | null>>
  words: Partial<Record<WordField, string | null>>
  voice?: { manner: string | null; pitch: number | null; rate: number | null }
}

const checkPerson = (person: CastMember, { look: wished, words: told, voice }: Told): Checked => {
  const look = { ...person.look, ...(given(wished) as Partial<CharacterLook>) }
  const faults: string[] = []
  const found: Record<string, unknown> = { look: given(wished) }
  for (const [field, text] of Object.entries(given(told)) as [WordField, string][]) {
    const { words: plain, fault } = plainWords(text, { most: words[field] })
    const against = fault === null ? againstText(plain, { holds: person.appearance.holds, look }) : [fault]
    if (against.length === 0) found[field] = plain
    faults.push(...against.map((why) => `${person.name}, ${field}: ${why}`))
  }
  if (voice) {
    const manner = voice.manner === null ? null : plainWords(voice.manner, { most: mannerMost })
    if (manner?.fault) faults.push(`${person.name}, voice: ${manner.fault}`)
    found.voice = given({ ...voice, manner: manner?.fault ? null : (manner?.words ?? null) })
  }
  return { holds: { [person.name]: found }, faults }
}

const given = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))

const checked = (all: readonly Checked[]): Checked => ({
  holds: Object.assign({}, ...all.map(({ holds }) => holds)) as Checked['holds'],
  faults: all.flatMap(({ faults }) => faults),
})
