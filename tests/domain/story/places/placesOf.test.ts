import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'
import { placesOf } from '@/domain/story/places/placesOf'

const play = (...headings: string[]) =>
  parseFountain(headings.map((heading) => `${heading}\n\nRain falls.\n`).join('\n'))
const placesIn = (...headings: string[]) => placesOf(play(...headings).elements)
const names = (...headings: string[]) =>
  placesIn(...headings).places.map(({ name, aliases }) => [name, ...aliases].join(' = '))

describe('the places of a screenplay', () => {
  it('are one where only the time, the dash or the letters’ case differ', () => {
    expect(names('INT. KITCHEN - NIGHT', 'INT. KITCHEN – LATER', 'INT. Kitchen - DAY', 'INT. THE KITCHEN - DAY')).toEqual(['KITCHEN = Kitchen = THE KITCHEN']) // prettier-ignore
  })

  it('are one where a kitchen can only be Anna’s, and say that this was assumed', () => {
    const { places, nameOf, notices } = placesIn('INT. KITCHEN - NIGHT', "INT. ANNA'S KITCHEN - LATER", 'EXT. GARDEN - DAY') // prettier-ignore
    expect(places).toEqual([
      { name: "ANNA'S KITCHEN", aliases: ['KITCHEN'], partOf: '', line: 1 },
      { name: 'GARDEN', aliases: [], partOf: '', line: 9 },
    ])
    expect(nameOf('KITCHEN')).toBe("ANNA'S KITCHEN")
    expect(notices).toEqual([{ code: 'PLACE_ASSUMED', line: 1, what: "Assumed that KITCHEN is ANNA'S KITCHEN: the screenplay has no other." }]) // prettier-ignore
  })

  it('stay apart where two people have one', () => {
    const { places, notices } = placesIn("INT. ANNA'S KITCHEN - DAY", "INT. TOM'S KITCHEN - DAY", 'INT. KITCHEN - DAY')
    expect(places).toHaveLength(3)
    expect(notices[0]?.what).toBe("KITCHEN is kept as a place apart: ANNA'S KITCHEN and TOM'S KITCHEN could both be meant.") // prettier-ignore
  })

  it('know a cliff from where it stands, a bridge from the road to it, and rooms by their number', () => {
    expect(names('EXT. CLIFF ABOVE THE SEA - DAY', 'EXT. CLIFF - NIGHT', 'EXT. BRIDGE - DAY', 'EXT. BRIDGE ROAD - DAY', 'INT. ROOM 12 - DAY', 'INT. ROOM 13 - DAY')).toEqual(['CLIFF ABOVE THE SEA = CLIFF', 'BRIDGE', 'BRIDGE ROAD', 'ROOM 12', 'ROOM 13']) // prettier-ignore
  })

  it('have rooms that are part of them, written either way', () => {
    const { places } = placesIn("INT. ANNA'S HOUSE - KITCHEN - DAY", "INT. HALL, ANNA'S HOUSE - DAY", 'INT. KITCHEN - NIGHT', "EXT. ANNA'S HOUSE - DAY") // prettier-ignore
    expect(places.map(({ name, partOf }) => [name, partOf])).toEqual([
      ["ANNA'S HOUSE - KITCHEN", "ANNA'S HOUSE"],
      ["HALL, ANNA'S HOUSE", "ANNA'S HOUSE"],
      ["ANNA'S HOUSE", ''],
    ])
  })

  it('forgive a slip, but take no hall for a mall', () => {
    expect(names('EXT. LIGHTHOUSE - DAY', 'EXT. LIGTHOUSE - NIGHT', 'INT. HALL - DAY', 'INT. MALL - DAY', 'EXT. NORTH GATE - DAY', 'EXT. SOUTH GATE - DAY')).toEqual(['LIGHTHOUSE = LIGTHOUSE', 'HALL', 'MALL', 'NORTH GATE', 'SOUTH GATE']) // prettier-ignore
  })

  it('are what the scenes call them, while the heading stays as written', () => {
    const { scenes } = breakIntoScenes(play('INT. KITCHEN - NIGHT', "INT. ANNA'S KITCHEN - CONTINUOUS"), { fps: 24 })
    expect(scenes.map(({ location, heading }) => [location, heading])).toEqual([
      ["ANNA'S KITCHEN", 'INT. KITCHEN - NIGHT'],
      ["ANNA'S KITCHEN", "INT. ANNA'S KITCHEN - CONTINUOUS"],
    ])
  })
})
