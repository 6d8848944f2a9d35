import { describe, expect, it } from 'vitest'
import {
  establishNewPlaceWide, faceForALook, frameByHowManyAct, frameScene, fullFigureForMovement, insertOnTheThing,
  moveInAsTensionRises, notTheSameFramingTwice, overTheShoulder, roomForWhoSpeaksAndMoves, shareTheFrame,
  twoShotBeforeSingles, voiceOnTheListener,
} from '@/domain/grammar/frameScene' // prettier-ignore
import { aMoment, maraDoes, maraSays, outside } from './aMoment'

describe('how a scene is framed', () => {
  it('shows a new place whole: extreme wide outside, wide inside, never again while it lasts', () => {
    const opening = { opensHeading: true, newPlace: true, action: 'The sea is flat.' }
    expect(establishNewPlaceWide(aMoment({ ...opening, place: outside }))).toMatchObject({
      shotSize: 'extreme_wide',
      focusOn: '',
    })
    expect(establishNewPlaceWide(aMoment(opening))).toMatchObject({ shotSize: 'wide' })
    expect(establishNewPlaceWide(aMoment({ ...opening, newPlace: false }))).toBeNull()
    expect(establishNewPlaceWide(aMoment({ ...opening, opensHeading: false }))).toBeNull()
  })

  it('stays near enough to see a mouth when the new place is spoken in', () => {
    const talk = aMoment({ opensHeading: true, newPlace: true, place: outside, ...maraSays('Here.') })
    expect(establishNewPlaceWide(talk)).toMatchObject({ shotSize: 'wide', focusOn: 'MARA', people: ['MARA', 'TOM'] })
  })

  it('gives a thing an insert of its own, but not while somebody seen is speaking', () => {
    expect(insertOnTheThing(aMoment({ about: 'letter' }))).toMatchObject({
      shotSize: 'insert',
      focusOn: 'letter',
      people: [],
    })
    expect(insertOnTheThing(aMoment({ about: 'letter', ...maraSays('Read it.') }))).toBeNull()
  })

  it('shows two people together before it shows them singly', () => {
    expect(twoShotBeforeSingles(aMoment({ exchanges: 0, ...maraSays('Yes.') }))).toMatchObject({
      shotSize: 'medium_wide',
      people: ['MARA', 'TOM'],
    })
    expect(twoShotBeforeSingles(aMoment({ exchanges: 2, ...maraSays('Yes.') }))).toBeNull()
    expect(twoShotBeforeSingles(aMoment({ exchanges: 6, ...maraSays('Yes.') }))).not.toBeNull()
  })

  it('lets two who speak in one scene share the frame', () => {
    expect(shareTheFrame(aMoment({ speakers: ['MARA', 'TOM'], partner: 'TOM' }))).toMatchObject({
      shotSize: 'medium',
      people: ['MARA', 'TOM'],
    })
    expect(shareTheFrame(aMoment(maraSays('Yes.')))).toBeNull()
  })

  it('looks over each shoulder once after the two-shot, the speaker’s face first', () => {
    expect(overTheShoulder(aMoment({ exchanges: 1, ...maraSays('Why?') }))).toMatchObject({
      shotSize: 'over_shoulder',
      focusOn: 'MARA',
      people: ['MARA', 'TOM'],
    })
    expect(overTheShoulder(aMoment({ exchanges: 3, ...maraSays('Why?') }))).toBeNull()
    expect(overTheShoulder(aMoment({ exchanges: 1, ...maraSays('Why?'), partner: '' }))).toBeNull()
  })

  it('moves in as the pressure rises, and never close to somebody we have not met', () => {
    const sizes = [0.2, 0.5, 0.7, 0.95].map(
      (pressure) => moveInAsTensionRises(aMoment({ pressure, ...maraSays('Go.') }))?.shotSize,
    )
    expect(sizes).toEqual(['medium', 'medium_close', 'close_up', 'extreme_close_up'])
    expect(moveInAsTensionRises(aMoment({ pressure: 0.95, exchanges: 0, ...maraSays('Go.') }))?.shotSize).toBe('medium')
  })

  it('gives room to who speaks while walking', () => {
    const walking = aMoment({ ...maraSays('Come.'), ...maraDoes('Mara walks to the window.') })
    expect(roomForWhoSpeaksAndMoves(walking)).toMatchObject({ shotSize: 'medium_wide', people: ['MARA'] })
    expect(roomForWhoSpeaksAndMoves(aMoment({ ...maraSays('Come.'), action: 'Rain runs down the window.' }))).toBeNull()
  })

  it('plays a voice nobody sees on the face that hears it, or on the empty place', () => {
    expect(voiceOnTheListener(aMoment({ voices: ['RADIO'], words: 'Four.' }))).toMatchObject({
      focusOn: 'MARA',
      people: ['MARA'],
    })
    expect(voiceOnTheListener(aMoment({ voices: ['RADIO'], here: [] }))).toMatchObject({
      shotSize: 'wide',
      focusOn: '',
    })
  })

  it('shows moving bodies from head to feet, a look close, other action by how many act', () => {
    expect(fullFigureForMovement(aMoment(maraDoes('Mara runs.')))).toMatchObject({ shotSize: 'full' })
    expect(faceForALook(aMoment(maraDoes('Mara smiles.')))).toMatchObject({ shotSize: 'medium_close' })
    expect(faceForALook(aMoment({ ...maraDoes('Mara weeps.'), pressure: 0.7 }))).toMatchObject({ shotSize: 'close_up' })
    expect(frameByHowManyAct(aMoment({ action: 'Dust.' }))).toMatchObject({ shotSize: 'wide', people: [] })
    expect(frameByHowManyAct(aMoment({ named: ['MARA', 'TOM'] }))).toMatchObject({ shotSize: 'medium_wide' })
  })

  it('never frames neighbours alike: the second moves a step in', () => {
    const before = { shotSize: 'medium_close', focusOn: 'MARA' } as const
    const again = { shotSize: 'medium_close', focusOn: 'MARA', people: ['MARA'], why: [] } as const
    expect(notTheSameFramingTwice({ ...again, people: ['MARA'], why: [] }, before).shotSize).toBe('close_up')
    expect(notTheSameFramingTwice({ ...again, people: ['TOM'], focusOn: 'TOM', why: [] }, before).shotSize).toBe(
      'medium_close',
    )
    expect(frameScene(aMoment({ pressure: 0.5, ...maraSays('Go.') }), before)).toMatchObject({
      shotSize: 'close_up',
      why: ['moveInAsTensionRises', 'notTheSameFramingTwice'],
    })
  })
})
