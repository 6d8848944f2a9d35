import type { Person } from '../people/peopleOf'
import { kinOf, kinPattern } from './kin'
import type { Relation } from './relationsIn'

const kinName = new RegExp(`^(.+?)['’]S? (${kinPattern})$`, 'i')

/** "JONAS'S MOTHER" is by her name the mother of JONAS. */
export const kinOfNames = (people: readonly Person[], nameOf: (name: string) => string): Relation[] => {
  const names = new Set(people.map(({ name }) => name))
  return people.flatMap(({ name, line }): Relation[] => {
    const match = kinName.exec(name)
    const from = nameOf(match?.[1] ?? '')
    return match && names.has(from) ? [{ from, to: name, kind: kinOf(match[2] ?? ''), line, quote: name }] : []
  })
}
