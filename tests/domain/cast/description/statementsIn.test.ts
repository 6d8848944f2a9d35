import { describe, expect, it } from 'vitest'
import { statementsIn } from '@/domain/cast/description/statementsIn'
import { peopleOf } from '@/domain/cast/people/peopleOf'
import { toldIn } from '@/domain/cast/told'
import { parseFountain } from '@/domain/screenplay/fountain'

const said = (action: string, more = 'ADA\nYes.\n\nBEN\nNo.\n') => {
  const { elements } = parseFountain(`EXT. PIER - DAY\n\n${action}\n\n${more}`)
  const { mentions, nameOf } = peopleOf(elements)
  return statementsIn(toldIn(elements, nameOf), mentions).map(({ name, about, value, line }) => `${String(line)} ${name} ${about}: ${value}`) // prettier-ignore
}

describe('what the text says of how people look', () => {
  it('reads age and clothes behind a name, up to the verb', () => {
    expect(said('ADA, fifty, in a yellow coat, stands under the roof.')).toEqual(['3 ADA age: fifty', '3 ADA costume over: yellow coat']) // prettier-ignore
    expect(said('ADA (late 40s), a tall woman with glasses and long grey hair, waits.')).toEqual(['3 ADA age: late 40s', '3 ADA height: tall', '3 ADA glasses: glasses', '3 ADA hair: long grey hair', '3 ADA hair colour: grey']) // prettier-ignore
  })

  it('gives each of two people in a sentence their own', () => {
    expect(said('ADA, nine, in a red dress, and BEN, an old fisherman in a blue sweater, look at the sea.')).toEqual([
      '3 ADA age: nine', '3 ADA costume under: red dress', '3 BEN age: old', '3 BEN costume under: blue sweater',
    ]) // prettier-ignore
  })

  it('reads what is worn and had, and what a "she" goes on with', () => {
    expect(said('Ben sits. He wears a brown jacket. His beard is wet.')).toEqual(['3 BEN costume over: brown jacket', '3 BEN beard: beard']) // prettier-ignore
  })

  it('takes an old church for no old person, and nobody’s coat for theirs', () => {
    expect(said('Ada looks at the old church and a man in a red coat. Ben picks up a coat.')).toEqual([])
    expect(said('Ada hands Ben her red coat. Ben hangs the jacket on a nail.')).toEqual([])
  })

  it('has the line a sentence stands in, also inside a paragraph', () => {
    expect(said('The sea.\nBEN, seventy, waits.')).toEqual(['4 BEN age: seventy'])
  })

  it('believes an age somebody says of themselves', () => {
    expect(said('Rain.', "ADA\nI'm nineteen. I'm tired. I am one of them.\n")).toEqual(['6 ADA age: nineteen'])
  })

  it('knows who is hurt', () => {
    expect(said('Ada shoots Ben. Ada sits. She bleeds.')).toEqual([
      '3 BEN injury: hurt: shoots',
      '3 ADA injury: bleeds',
    ])
  })
})
