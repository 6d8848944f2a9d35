import { describe, expect, it } from 'vitest'
import { peopleOf } from '@/domain/cast/people/peopleOf'
import { toldIn } from '@/domain/cast/told'
import { parseFountain } from '@/domain/screenplay/fountain'
import { mentionedPlaces } from '@/domain/story/places/mentionedPlaces'
import { aliveAfter, deathsIn } from '@/domain/story/rules/deathsIn'
import { worldRulesIn } from '@/domain/story/rules/worldRulesIn'

const read = (text: string) => {
  const { elements } = parseFountain(`EXT. SEA - DAY\n\n${text}\n`)
  const { mentions, nameOf } = peopleOf(elements)
  return { told: toldIn(elements, nameOf), mentions }
}

describe('what is always or never so', () => {
  it('is what the text states of everybody, action before speech', () => {
    const { told } = read(
      'The sun never sets here.\n\nIDA\nNobody may cross the bridge. Every winter the sea takes one.',
    )
    expect(worldRulesIn(told)).toEqual([
      { category: 'nature', rule: 'The sun never sets here.', line: 3, by: '', priority: 1 },
      { category: 'law', rule: 'Nobody may cross the bridge.', line: 6, by: 'IDA', priority: 2 },
      { category: 'nature', rule: 'Every winter the sea takes one.', line: 6, by: 'IDA', priority: 2 },
    ])
  })

  it('is not what people do, ask, or say of one night', () => {
    expect(worldRulesIn(read('IDA\nYou always say that. I never knew. Nobody goes out there tonight. Never mind. Is it always so? It will never float. A letter, never sealed.\n\nNobody moves.').told)).toEqual([]) // prettier-ignore
  })

  it('is that the dead stay dead, whoever says so', () => {
    const { told, mentions } = read('LEON\nWait.\n\nIDA\nMara died years ago. If Leon dies, I go.\n\nMARA (V.O.)\nIda.\n\nLeon falls dead.\n\nEXT. ROAD - DAY\n\nLEON\nHere I am.') // prettier-ignore
    const deaths = deathsIn(told, mentions)
    expect(deaths.map(({ name, line, shown, by }) => [name, line, shown, by])).toEqual([['MARA', 7, false, 'IDA'], ['LEON', 12, true, '']]) // prettier-ignore
    expect(aliveAfter(deaths, told, () => true).map(({ death, line }) => [death.name, line])).toEqual([['LEON', 17]])
    expect(aliveAfter(deaths, told, () => false)).toEqual([])
  })
})

describe('a place that is only spoken of', () => {
  it('is mentioned and no set', () => {
    const { told, mentions } = read(
      'IDA\nWe sailed to Lisbon and back to the Sea. Then I wrote to Tom on Monday, from Old Harbour.\n\nTOM\nYes.',
    )
    expect(mentionedPlaces(told, { places: ['SEA'], mentions }).map(({ name, line }) => [name, line])).toEqual([['Lisbon', 4], ['Old Harbour', 4]]) // prettier-ignore
  })
})
