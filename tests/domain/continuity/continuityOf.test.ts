import { describe, expect, it } from 'vitest'
import { continuityOf } from '@/domain/continuity/continuityOf'
import type { FilmedScene } from '@/domain/continuity/filmedScene'
import { block, drift, filmOf, plain } from './aFilm'

const found = (scenes: Partial<FilmedScene>[]) =>
  continuityOf(filmOf(scenes)).findings.map(({ frame, what, verdict }) => `${String(frame)} ${verdict}: ${what}`)
const counted = (scenes: Partial<FilmedScene>[], what: string) =>
  continuityOf(filmOf(scenes)).compared.find((one) => one.what.includes(what))?.count
const two = (one: 'left' | 'right', other: 'left' | 'right') => [block('MARA', one), block('TOM', other)]

describe('the line of action', () => {
  it('is crossed when two change sides and neither walks', () => {
    const crossing = [{ blocking: two('left', 'right') }, { blocking: [block('MARA', 'left')] }, { blocking: two('right', 'left') }] // prettier-ignore
    expect(found(crossing)).toEqual(['192 broken: MARA and TOM have changed sides, and neither walked.'])
    expect(continuityOf(filmOf(crossing)).findings[0]?.measured).toBe(
      'MARA was left of TOM in SC001_SH010 (frame 0), now right.',
    )
  })

  it('may be crossed by walking, and begins anew in another place', () => {
    const walked = [{ blocking: two('left', 'right') }, { blocking: [block('TOM', 'left', { pose: 'walk' })] }, { blocking: two('right', 'left') }] // prettier-ignore
    expect(found(walked)).toEqual([])
    expect(found([{ blocking: two('left', 'right') }, { sceneNumber: '2', blocking: two('right', 'left') }])).toEqual(
      [],
    )
    expect(counted([{ blocking: two('left', 'right') }, { blocking: two('left', 'right') }], 'line of action')).toBe(1)
  })
})

describe('screen direction', () => {
  const walks = (facing: 'screen_left' | 'screen_right' | 'away') => ({ blocking: [block('MARA', 'center', { facing, pose: 'walk' })] }) // prettier-ignore

  it('stays while somebody walks, unless a picture from behind lies between', () => {
    expect(found([walks('screen_right'), walks('screen_right')])).toEqual([])
    expect(found([walks('screen_right'), walks('screen_left')])).toEqual(['96 broken: MARA walks the other way.'])
    expect(found([walks('screen_right'), walks('away'), walks('screen_left')])).toEqual([])
  })

  it('makes eyes meet: who look at each other look to different sides', () => {
    const look = (focusOn: string, to: string, facing: 'screen_left' | 'screen_right') => ({
      focusOn, eyeline: `toward ${to}, ${facing.replace('_', ' ')}`, blocking: [block(focusOn, 'center', { facing })],
    }) // prettier-ignore
    expect(found([look('MARA', 'TOM', 'screen_right'), look('TOM', 'MARA', 'screen_left')])).toEqual([])
    expect(found([look('MARA', 'TOM', 'screen_right'), look('TOM', 'MARA', 'screen_right')])).toEqual([
      '96 broken: TOM and MARA look at each other, and their eyes do not meet.',
    ])
    expect(found([look('MARA', 'TOM', 'screen_right'), look('TOM', 'IDA', 'screen_right')])).toEqual([])
  })
})

describe('what goes from picture to picture', () => {
  it('keeps hour and weather within one scene of the screenplay', () => {
    expect(found([{}, { timeOfDay: 'noon', weather: 'clear' }])).toHaveLength(2)
    expect(found([{}, { timeOfDay: 'noon', sceneNumber: '2' }])).toEqual([])
  })

  it('keeps clothes on for a day of the story, unless words or a change of look say otherwise', () => {
    const wears = (costume: string, variant = '') => ({ costumes: [{ character: 'MARA', costume, variant }] })
    const naked = '96 look: MARA has changed clothes, and no word says so.'
    expect(found([wears('red coat'), wears('blue dress')])).toEqual([naked])
    expect(found([wears('red coat'), { ...wears('blue dress'), action: 'She slips into a dress.' }])).toEqual([])
    expect(found([wears('red coat'), wears('blue dress', 'disguised')])).toEqual([])
    expect(found([wears('red coat'), { ...wears('blue dress'), storyDay: 2 }])).toEqual([])
    expect(counted([wears('red coat'), wears('red coat')], 'costumes')).toBe(1)
  })

  it('keeps a thing in its hand until it is passed on, and broken until it is mended', () => {
    const lamp = (heldBy: string, state = '') => ({ props: [{ prop: 'lantern', heldBy, state }] })
    expect(found([lamp('MARA'), lamp(''), lamp('TOM')])).toEqual([
      '192 look: The lantern is in another hand, and nobody passed it on.',
    ])
    expect(found([lamp('MARA'), { ...lamp('TOM'), action: 'She hands him the lantern.' }])).toEqual([])
    expect(found([lamp('', 'broken'), lamp('')])).toEqual(['96 look: The lantern is whole again.'])
    expect(found([lamp('', 'broken'), { ...lamp(''), action: 'He mends it.' }])).toEqual([])
  })
})

describe('the rear-view mirror', () => {
  const seen = (first: string, last: string) => ({ shot: { people: [], first, last } })
  const [night, day] = [plain(30, 34, 60), plain(210, 205, 180)]

  it('sees light jump at a cut within one place, and nothing where the place changes', () => {
    expect(found([seen(night, night), seen(day, day)])).toEqual([
      '96 look: Light or tint jumps at the cut, in the same place.',
    ])
    expect(found([seen(night, night), { ...seen(day, day), heading: 'INT. ROOM', sceneNumber: '2' }])).toEqual([])
  })

  it('wants the same picture where the clip goes on', () => {
    const dusk = plain(60, 64, 90)
    expect(found([seen(night, night), { ...seen(dusk, dusk), boundary: 'chain_last_frame' }])).toEqual([
      '96 look: The picture jumps where it should go on.',
    ])
    expect(found([seen(night, night), seen(dusk, dusk)])).toEqual([])
  })

  it('has nothing to hold beside a filler', () => {
    expect(continuityOf(filmOf([seen(night, night), { shot: null }])).mirrors).toEqual([])
  })
})

describe('people against their enrolled views', () => {
  const shot = (...people: ReturnType<typeof drift>[]) => ({ shot: { people, first: plain(0, 0, 0), last: plain(0, 0, 0) } }) // prettier-ignore

  it('are added up for each of them, and the farthest scene is named', () => {
    const { people } = continuityOf(
      filmOf([
        shot(drift('MARA', 0.02), { person: 'TOM', tall: 9, measured: null }),
        shot(drift('MARA', 0.04, null), drift('TOM', 0.01)),
      ]),
    )
    expect(people).toMatchObject([
      { person: 'MARA', measured: 2, tooSmall: 0, colour: { least: 0.02, most: 0.04 }, shape: { least: 0.05, most: 0.05 }, worst: { clipName: 'SC001_SH020', frame: 96 } },
      { person: 'TOM', measured: 1, tooSmall: 1 },
    ]) // prettier-ignore
    expect(people[0]?.colour?.mean).toBeCloseTo(0.03)
  })

  it('are found where the coat has another colour or the head another outline', () => {
    expect(found([shot(drift('MARA', 0.12))])).toEqual([
      '0 broken: MARA’s costume has another colour than on the enrolled view.',
    ])
    expect(found([shot(drift('MARA', 0.02, 0.4))])).toEqual([
      '0 look: MARA’s head and shoulders have another outline than on the enrolled view.',
    ])
  })
})
