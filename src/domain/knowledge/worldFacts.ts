import { textOf } from '@/domain/words'
import { factFrom, linesIn, rowsIn, wordsIn, type Document, type Fact } from './fact'

const at = (field: string) => ({ collection: 'story-bible', document: 'story bible', field })

/** What the story bible holds: events, who knows whom, what is always so, what no picture may contradict. */
export const bibleFacts = (bible: Document): Fact[] => [
  ...rowsIn(bible.timeline).flatMap(({ event, when, storyDay, source }) =>
    factFrom(at('timeline'), {
      subject: `day ${typeof storyDay === 'number' ? String(storyDay) : '1'}`, predicate: 'happens', object: textOf(when), text: textOf(event), lines: linesIn(source).slice(0, 1),
    }),
  ),
  ...rowsIn(bible.relationships).flatMap(({ from, to, kind, description, evidence }) =>
    factFrom(at('relationships'), {
      subject: textOf(from), predicate: textOf(kind), object: textOf(to), lines: linesIn(wordsIn(evidence).join(' ')),
      text: `${textOf(from)} and ${textOf(to) || 'somebody'}, ${textOf(kind)}: ${textOf(description)}`,
    }),
  ),
  ...rowsIn(bible.worldRules).flatMap(({ category, rule, source }) =>
    factFrom(at('worldRules'), { subject: 'the world', predicate: 'always', object: textOf(category), text: textOf(rule), lines: linesIn(source) }),
  ),
  ...rowsIn(bible.consistencyRules).flatMap(({ rule, about, source }) =>
    factFrom(at('consistencyRules'), { subject: textOf(about), predicate: 'must', text: textOf(rule), lines: linesIn(source) }),
  ),
  ...rowsIn(bible.mentionedPlaces).flatMap(({ name, quote, source }) =>
    factFrom(at('mentionedPlaces'), { subject: textOf(name), predicate: 'is mentioned', text: `${textOf(name)} is mentioned: “${textOf(quote)}”`, lines: linesIn(source) }),
  ),
] // prettier-ignore

/** What happens in one scene, and what everybody says in it. */
export const sceneFacts = (scene: Document): Fact[] => {
  const clip = textOf(scene.clipName)
  const sequence = Number(scene.sequenceNumber ?? 1)
  const scope = { fromSequence: sequence, toSequence: sequence }
  const from = (field: string) => ({ collection: 'scenes', document: clip, field })
  const where = textOf(scene.location)
  const { fromLine, toLine } = scene as { fromLine?: number | null; toLine?: number | null }
  const lines = typeof fromLine === 'number' ? [fromLine, ...(typeof toLine === 'number' && toLine !== fromLine ? [toLine] : [])] : [] // prettier-ignore
  return [
    ...factFrom(from('action'), { subject: clip, predicate: 'shows', object: where, text: textOf(scene.action), lines, scope }),
    ...factFrom(from('charactersPresent'), { subject: clip, predicate: 'plays in', object: where, lines: lines.slice(0, 1), scope, text: placeText(scene, where) }),
    ...rowsIn(scene.dialogue).flatMap(({ character, line, sourceLine }) =>
      factFrom(from('dialogue'), {
        subject: textOf(character), predicate: 'says', object: where, text: `${textOf(character)}: ${textOf(line)}`, scope,
        lines: typeof sourceLine === 'number' ? [sourceLine] : lines.slice(0, 1),
      }),
    ),
  ]
} // prettier-ignore

const placeText = (scene: Document, where: string): string => {
  if (where === '') return ''
  const people = wordsIn(scene.charactersPresent)
  const who = people.length === 0 ? 'Nobody' : people.join(', ')
  return `${who} at ${where}, ${textOf(scene.timeOfDay)}, ${textOf(scene.weather)}.`
}
