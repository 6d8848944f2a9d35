import { describe, expect, it } from 'vitest'
import { peopleOf } from '@/domain/cast/people/peopleOf'
import { kinBack } from '@/domain/cast/relations/kin'
import { kinOfNames } from '@/domain/cast/relations/kinOfNames'
import { relationsIn } from '@/domain/cast/relations/relationsIn'
import { toldIn } from '@/domain/cast/told'
import { parseFountain } from '@/domain/screenplay/fountain'

const related = (text: string, ...cast: string[]) => {
  const extra = cast.map((name) => `EXT. FIELD - DAY\n\n${name}\nYes.\n`).join('\n')
  const { elements } = parseFountain(`${extra}\nINT. HALL - DAY\n\n${text}\n`)
  const { people, mentions, nameOf } = peopleOf(elements)
  return [...kinOfNames(people, nameOf), ...relationsIn(toldIn(elements, nameOf), mentions)].map(({ from, to, kind }) => `${to || 'somebody'} is ${from}'s ${kind}`) // prettier-ignore
}

describe('who is whose', () => {
  it.each([
    ["Ida's brother Leon sits down.", "LEON is IDA's brother"],
    ["LEON, Ida's younger brother, sits down.", "LEON is IDA's brother"],
    ["Leon is Ida's boss.", "LEON is IDA's boss"],
    ['Ida greets her old friend Leon.', "LEON is IDA's friend"],
    ['Leon, the father of Ida, sits.', "LEON is IDA's father"],
    ['Ida and Leon are sisters.', "LEON is IDA's sister"],
  ])('is read from action: %s', (action, relation) => {
    expect(related(action, 'IDA', 'LEON')).toEqual([relation])
  })

  it('is read from speech, by name and to the face', () => {
    expect(related('IDA\nThis is my husband, Leon.', 'LEON')).toEqual(["LEON is IDA's husband"])
    expect(related('IDA\nCome in, Mama. It is cold.\n\nOLGA\nThank you.')).toEqual(["OLGA is IDA's mother"])
  })

  it('is somebody where the text does not say who, or the one who was just heard', () => {
    expect(related('IDA\nMy brother is out there.\n\nVOSS\nGo back.')).toEqual(["somebody is IDA's brother"])
    expect(related('LEON (V.O.)\nI see your light.\n\nJONAS\nWho was that?\n\nIDA\nMy brother. Give me the rope.')).toEqual(["LEON is IDA's brother"]) // prettier-ignore
  })

  it('is in the name of Jonas’s mother', () => {
    expect(related("JONAS'S MOTHER\nEat.", 'JONAS')).toEqual(["JONAS'S MOTHER is JONAS's mother"])
  })

  it('is nothing where a church has fathers and somebody says what Mama says', () => {
    expect(related('IDA\nNeither did you, Mama says. Our father in heaven.\n\nVOSS\nAmen.')).toEqual([])
  })

  it('has a word for the way back', () => {
    expect([kinBack('mother', 'man'), kinBack('brother', 'woman'), kinBack('friend', 'man'), kinBack('uncle', 'unknown')]).toEqual(['son', 'sister', 'friend', 'niece or nephew']) // prettier-ignore
  })
})
