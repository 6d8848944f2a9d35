import { textOf } from '@/domain/words'
import { factFrom, lineOf, linesIn, rowsIn, withoutLine, wordsIn, type Document, type Fact } from './fact'

/** What is known of one person, from their profile. */
export const personFacts = (person: Document): Fact[] => {
  const name = textOf(person.name)
  const at = (field: string) => ({ collection: 'characters', document: name, field })
  return [
    ...wordsIn(person.aliases).flatMap((alias) =>
      factFrom(at('aliases'), { subject: name, predicate: 'is called', object: alias, text: `${name} is also called ${alias}.` }),
    ),
    ...factFrom(at('role'), { subject: name, predicate: 'is', object: textOf(person.role), text: person.role ? `${name} is ${textOf(person.role).replaceAll('_', ' ')}.` : '' }),
    ...rowsIn(person.evidence).flatMap(({ about, value, line, quote }) =>
      factFrom(at('evidence'), {
        subject: name, predicate: textOf(about), object: textOf(value), lines: lineOf(line),
        text: `${name}, ${textOf(about)}: ${textOf(value)}. “${textOf(quote)}”`,
      }),
    ),
    ...told(person.biography).flatMap((text) =>
      factFrom(at('biography'), { subject: name, predicate: 'does', text: withoutLine(text), lines: linesIn(text) }),
    ),
    ...told(person.wardrobe).flatMap((text) =>
      factFrom(at('wardrobe'), { subject: name, predicate: 'wears', text: `${name} wears ${withoutLine(text)}`, lines: linesIn(text) }),
    ),
    ...rowsIn(person.variants).flatMap(({ name: variant, description, fromSequence, toSequence }) =>
      factFrom(at('variants'), {
        subject: name, predicate: 'looks', object: textOf(variant), lines: linesIn(description),
        text: `${name} looks different (${textOf(variant)}): ${withoutLine(textOf(description))}`,
        scope: { fromSequence: Number(fromSequence ?? 1), toSequence: typeof toSequence === 'number' ? toSequence : null },
      }),
    ),
  ]
} // prettier-ignore

/** Lines of a text that say something. */
const told = (text: unknown): string[] =>
  textOf(text)
    .split('\n')
    .filter((line) => line !== '' && line !== 'Not in the text.')
