import { textOf } from '@/domain/words'
import { factFrom, lineOf, linesIn, rowsIn, withoutLine, wordsIn, type Document, type Fact } from './fact'

/** What is known of one place. */
export const placeFacts = (place: Document): Fact[] => {
  const name = textOf(place.name)
  const at = (field: string) => ({ collection: 'locations', document: name, field })
  const { partOf, lighting, evidence, aliases } = place
  return [
    ...wordsIn(aliases).flatMap((alias) =>
      factFrom(at('aliases'), { subject: name, predicate: 'is called', object: alias, text: `${name} is also called ${alias}.` }),
    ),
    ...factFrom(at('partOf'), { subject: name, predicate: 'is part of', object: textOf(partOf), text: textOf(partOf) === '' ? '' : `${name} is part of ${textOf(partOf)}.` }),
    ...factFrom(at('lighting'), { subject: name, predicate: 'is seen at', object: textOf(lighting), text: textOf(lighting) === '' ? '' : `${name} is seen at: ${textOf(lighting)}.` }),
    ...wordsIn(evidence).flatMap((text) =>
      factFrom(at('evidence'), { subject: name, predicate: 'is', text: withoutLine(text), lines: linesIn(text) }),
    ),
  ]
} // prettier-ignore

/** What is known of one thing; a hand holds it from scene to scene. `sequenceOf`: where a clip stands in the film. */
export const propFacts = (prop: Document, sequenceOf: (clip: string) => number | null): Fact[] => {
  const name = textOf(prop.name)
  const at = (field: string) => ({ collection: 'props', document: name, field })
  const scopeOf = (from: unknown, to: unknown): Fact['scope'] => {
    const fromSequence = sequenceOf(textOf(from))
    return fromSequence === null ? null : { fromSequence, toSequence: sequenceOf(textOf(to)) }
  }
  const { owner, holders, states, evidence } = prop
  return [
    ...factFrom(at('owner'), { subject: name, predicate: 'belongs to', object: textOf(owner), text: textOf(owner) === '' ? '' : `The ${name} is ${textOf(owner)}’s.` }),
    ...rowsIn(holders).flatMap(({ character, fromScene, toScene }) =>
      factFrom(at('holders'), {
        subject: textOf(character), predicate: 'holds', object: name, text: `${textOf(character)} holds the ${name}.`,
        scope: scopeOf(fromScene, toScene),
      }),
    ),
    ...rowsIn(states).flatMap(({ scene, state, sourceLine, words }) =>
      factFrom(at('states'), {
        subject: name, predicate: 'is', object: textOf(state), lines: lineOf(sourceLine), scope: scopeOf(scene, ''),
        text: `The ${name} is ${textOf(state)}: “${textOf(words)}”`,
      }),
    ),
    ...rowsIn(evidence).flatMap(({ sourceLine, words }) =>
      factFrom(at('evidence'), { subject: name, predicate: 'is seen', text: textOf(words), lines: lineOf(sourceLine) }),
    ),
  ]
} // prettier-ignore
