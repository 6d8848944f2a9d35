import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { castIn, readScenes, type CastReading } from './castReading'
import { appearanceOf, type Appearance } from './description/appearanceOf'
import { ownWords } from './description/ownWords'
import { statementsIn, type Statement } from './description/statementsIn'
import { gendersOf } from './gendersOf'
import type { CharacterLook } from './look'
import { mannersIn } from './mannersIn'
import { roleIn, type CastRole } from './roleIn'

/** What the text says of one person, with the lines it stands in. Nothing is invented. */
export type CastFacts = {
  name: string
  /** Other names the screenplay uses for them. */
  aliases: string[]
  role: CastRole
  said: Partial<CharacterLook>
  evidence: string[]
  appearance: Appearance
  /** How they speak: "quietly (line 30)". */
  manners: string[]
  gender: 'woman' | 'man' | 'unknown'
  /** Sentences of action that name the person, the first twelve. */
  sentences: { text: string; line: number }[]
  lines: number
  voiceOnly: boolean
}

/** Everybody who is seen or heard, in order of appearance, with what the screenplay says of them. Rules: docs/departments.md. */
export const castOf = (scenes: readonly SceneDraft[], reading: CastReading = readScenes(scenes)): CastFacts[] => {
  const cast = castIn(scenes)
  const statements = new Map<string, Statement[]>()
  const names = cast.map(({ name }) => name)
  for (const one of [...ownWords(names, reading), ...statementsIn(reading.told, reading.mentions)]) {
    const theirs = statements.get(one.name) ?? []
    theirs.push(one)
    statements.set(one.name, theirs)
  }
  const appearances = new Map(cast.map(({ name }) => [name, appearanceOf(statements.get(name) ?? [], reading.dayOf)]))
  const bearded = cast.filter(({ name }) => appearances.get(name)?.said.beard === true).map(({ name }) => name)
  const named = (sentence: string) => [...new Set(reading.mentions(sentence).map(({ name }) => name))]
  const genders = gendersOf(scenes, { names, bearded, named })
  const sentences = sentencesNaming(reading)
  const manners = mannersIn(reading.told)
  const role = roleIn(cast)
  return cast.map((one): CastFacts => {
    const appearance = appearances.get(one.name) ?? { said: {}, holds: [], changes: [], contradictions: [] }
    return {
      name: one.name,
      aliases: reading.people.find(({ name }) => name === one.name)?.aliases ?? [],
      role: role(one),
      said: appearance.said,
      evidence: appearance.holds.map(({ about, line }) => `${about}: line ${String(line)}`),
      appearance,
      manners: manners.get(one.name) ?? [],
      gender: genders.get(one.name) ?? 'unknown',
      sentences: sentences.get(one.name) ?? [],
      lines: one.lines,
      voiceOnly: !one.seen,
    }
  })
}

const sentencesNaming = ({ told, mentions }: CastReading): Map<string, { text: string; line: number }[]> => {
  const sentences = new Map<string, { text: string; line: number }[]>()
  for (const { kind, text, line } of told) {
    if (kind !== 'action') continue
    for (const name of new Set(mentions(text).map((one) => one.name))) {
      const known = sentences.get(name) ?? []
      if (known.length < 12) known.push({ text, line })
      sentences.set(name, known)
    }
  }
  return sentences
}
