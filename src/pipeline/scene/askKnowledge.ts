import type { Bible, JudgedScene } from '@/domain/verdict/judgedScene'
import { knowledgeJudge, type KnowledgeAnswer } from '@/domain/verdict/knowledgeJudge'
import { textOf } from '@/domain/words'
import type { Values } from '../defineStep'
import { namesOf } from '../readDeclared'

/** Fields of a scene document that the knowledge judge holds against the bible. */
export const judgedFields = [
  'clipName', 'sceneNumber', 'heading', 'location', 'timeOfDay', 'action', 'screenplayText', 'fromLine', 'toLine', 'dialogue',
  'charactersPresent', 'voices', 'props', 'costumes',
] as const // prettier-ignore

/** Puts the scene document to the knowledge judge, with the bible, the profiles, the things and the scene before. */
export const askKnowledge = (values: Values): KnowledgeAnswer[] => {
  const before = textOf(values.previous.clipName) === '' ? [] : [judgedScene(values.previous)]
  const edited = new Set(namesOf(values.scene.edited))
  const answers = knowledgeJudge({ scene: judgedScene(values.scene), bible: bibleIn(values), before })
  return answers.map((one) => (fieldsOf(one.id).some((field) => edited.has(field)) ? settledByPerson(one) : one))
}

/** What a person wrote into the scene is theirs to settle: it is told, and refuses nothing. */
const settledByPerson = (one: KnowledgeAnswer): KnowledgeAnswer =>
  one.answer === 'yes' ? one : { ...one, required: false, evidence: `${one.evidence} A person wrote it so.` }

const fieldsOf = (id: string): readonly string[] => judgedBy[id.replace('knowledge:', '')] ?? []

/** Which fields each claim is about. */
const judgedBy: Record<string, readonly string[]> = {
  cast: ['charactersPresent'],
  place: ['location'],
  dead: ['charactersPresent', 'dialogue'],
  props: ['props'],
  time: ['timeOfDay'],
  costume: ['costumes'],
  presence: ['charactersPresent'],
}

const rows = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

const judgedScene = (fields: Record<string, unknown>): JudgedScene => ({
  clipName: textOf(fields.clipName),
  sceneNumber: textOf(fields.sceneNumber),
  heading: textOf(fields.heading),
  location: textOf(fields.location),
  timeOfDay: fields.timeOfDay as JudgedScene['timeOfDay'],
  action: textOf(fields.action),
  screenplayText: textOf(fields.screenplayText),
  fromLine: Number(fields.fromLine ?? 0),
  toLine: Number(fields.toLine ?? 0),
  dialogue: rows(fields.dialogue),
  charactersPresent: namesOf(fields.charactersPresent),
  voices: namesOf(fields.voices),
  props: rows(fields.props),
  costumes: rows<Record<string, unknown>>(fields.costumes).map(({ character, costume }) => ({
    character: textOf(character),
    costume: textOf(costume),
  })),
})

const bibleIn = ({ bible, cast, place, props }: Values): Bible => ({
  rules: rows<Record<string, unknown>>(bible?.consistencyRules).map(({ rule, about, source }) => ({
    rule: textOf(rule),
    about: textOf(about),
    source: textOf(source),
  })),
  profiles: cast.map(({ name, aliases, biography }) => ({
    name: textOf(name),
    aliases: namesOf(aliases),
    biography: textOf(biography),
  })),
  places: textOf(place.name) === '' ? [] : [textOf(place.name)],
  things: (props ?? []).map(({ name, evidence }) => ({ noun: textOf(name), evidence: rows(evidence) })),
})
