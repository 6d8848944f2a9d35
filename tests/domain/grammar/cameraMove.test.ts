import { describe, expect, it } from 'vitest'
import {
  angleOf,
  angleTheTextAsksFor,
  dutchForFear,
  highForDefeat,
  highOnThings,
  lowForThreat,
} from '@/domain/grammar/cameraAngle'
import {
  craneForOpenings, dollyInOnTension, dollyIntoTheRoom, dollyIntoTheThing, handheldForChase, movementOf, panTheLandscape,
  riseWithTheBody, trackWhoMoves, truckPastTheTwo, zoomOnDiscovery,
} from '@/domain/grammar/cameraMovement' // prettier-ignore
import type { Framing } from '@/domain/grammar/moment'
import { aMoment, maraDoes, maraSays, outside } from './aMoment'

const framing = (shotSize: Framing['shotSize'], people = ['MARA']): Framing => ({
  shotSize,
  focusOn: people[0] ?? '',
  people,
  why: [],
})
const feels = (emotion: 'afraid' | 'angry' | 'sad') => ({ emotions: [{ character: 'MARA', emotion, intensity: 0.8 }] })

describe('the angle', () => {
  it('is from below for threat, from above for defeat', () => {
    expect(lowForThreat(aMoment({ ...feels('angry'), tension: 0.6 }), framing('medium'))?.angle).toBe('low')
    expect(lowForThreat(aMoment(feels('angry')), framing('medium', ['TOM']))).toBeNull()
    expect(highForDefeat(aMoment(feels('sad')), framing('medium'))?.angle).toBe('high')
    expect(highForDefeat(aMoment({ action: 'Rain falls.' }), framing('medium'))).toBeNull()
  })

  it('tilts the world for great fear, only close and only at the top of tension', () => {
    expect(dutchForFear(aMoment({ ...feels('afraid'), tension: 0.8 }), framing('close_up'))?.angle).toBe('dutch')
    expect(dutchForFear(aMoment({ ...feels('afraid'), tension: 0.8 }), framing('wide'))).toBeNull()
    expect(dutchForFear(aMoment({ ...feels('afraid'), tension: 0.5 }), framing('close_up'))).toBeNull()
  })

  it('hangs where the text says, looks down on things, and stays level elsewhere', () => {
    expect(angleTheTextAsksFor(aMoment({ action: 'Far below, the water.' }), framing('extreme_wide', []))?.angle).toBe(
      'birds_eye',
    )
    expect(highOnThings(aMoment(), framing('insert', []))?.angle).toBe('high')
    expect(angleOf(aMoment(), framing('medium')).angle).toBe('eye_level')
    expect(angleOf(aMoment({ ...feels('angry'), tension: 0.9 }), framing('over_shoulder')).angle).toBe('eye_level')
  })
})

describe('the movement', () => {
  it('cranes into a new exterior and walks into a room', () => {
    const opening = { opensHeading: true, newPlace: true, opensFilm: true }
    expect(craneForOpenings(aMoment({ ...opening, place: outside }), framing('extreme_wide', []))?.movement).toBe(
      'crane',
    )
    expect(craneForOpenings(aMoment(opening), framing('wide'))).toBeNull()
    expect(dollyIntoTheRoom(aMoment(opening), framing('wide'))?.movement).toBe('dolly')
    expect(panTheLandscape(aMoment({ place: outside }), framing('wide', []))?.movement).toBe('pan')
  })

  it('follows who moves, shakes in a chase, rises with who gets up', () => {
    expect(trackWhoMoves(aMoment(maraDoes('Mara walks on.')), framing('full'))?.movement).toBe('tracking')
    expect(trackWhoMoves(aMoment({ action: 'Rain runs down the window.' }), framing('full'))).toBeNull()
    expect(handheldForChase(aMoment({ ...maraDoes('Mara flees.'), pacing: 'fast' }), framing('full'))?.movement).toBe(
      'handheld',
    )
    expect(riseWithTheBody(aMoment(maraDoes('Mara stands up.')), framing('medium'))?.movement).toBe('pedestal')
    expect(zoomOnDiscovery(aMoment(maraDoes('Mara freezes.')), framing('medium'))?.movement).toBe('zoom')
  })

  it('moves in on tension and on things, slides past two, rests otherwise', () => {
    expect(dollyInOnTension(aMoment({ tension: 0.7 }), framing('close_up'))?.movement).toBe('dolly')
    expect(dollyInOnTension(aMoment({ tension: 0.3 }), framing('close_up'))).toBeNull()
    expect(dollyIntoTheThing(aMoment(), framing('insert', []))?.movement).toBe('dolly')
    expect(
      truckPastTheTwo(aMoment({ exchanges: 0, ...maraSays('Yes.') }), framing('medium_wide', ['MARA', 'TOM']))
        ?.movement,
    ).toBe('truck')
    expect(movementOf(aMoment(), framing('medium'))).toEqual({ movement: 'static', why: 'restWhenNothingMoves' })
  })
})
