import { describe, expect, it } from 'vitest'
import { blockingOf, poseOf, screenDirectionOf } from '@/domain/grammar/blockingOf'
import { boundaryOf } from '@/domain/grammar/boundaryOf'
import { dramaOf } from '@/domain/grammar/dramaOf'
import { lightOf } from '@/domain/grammar/lightOf'
import { eyelineOf, faceTo, rankOf, screenSides } from '@/domain/grammar/screenSides'
import { aMoment, maraDoes, maraSays, outside } from './aMoment'

const still = { text: '', resting: null, holding: false, calling: false, crossing: null }

describe('screen sides', () => {
  it('seats who speaks first left, who answers right, a third between', () => {
    expect([...screenSides(['MARA', 'TOM'])]).toEqual([['MARA', 'center_left'], ['TOM', 'center_right']]) // prettier-ignore
    const three = screenSides(['MARA', 'TOM', 'ANN'])
    expect(['MARA', 'ANN', 'TOM'].map((name) => rankOf(three, name))).toEqual([0, 2, 4])
  })

  it('turns every eye to the other side, so that nobody crosses the line', () => {
    const sides = screenSides(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
    for (const one of sides.keys()) {
      for (const other of sides.keys()) {
        if (one !== other) expect(faceTo(sides, one, other)).not.toBe(faceTo(sides, other, one))
      }
    }
    expect(eyelineOf(faceTo(sides, 'A', 'B'), 'B')).toBe('toward B, screen right')
  })
})

describe('blocking', () => {
  it('takes the pose from the verb: walks, points, sits, holds; loud words gesture', () => {
    expect(poseOf({ ...still, text: 'Tom runs.' }, false)).toBe('run')
    expect(poseOf({ ...still, text: 'Tom points at the sea.' }, false)).toBe('point')
    expect(poseOf({ ...still, resting: 'sit' }, true)).toBe('sit')
    expect(poseOf({ ...still, holding: true }, true)).toBe('hold')
    expect(poseOf(still, true)).toBe('gesture')
    expect(poseOf(still, false)).toBe('stand')
  })

  it('keeps sides, lets the walker cross from the own side, shows who leaves from behind', () => {
    const framing = { shotSize: 'full', focusOn: 'MARA', people: ['MARA', 'TOM'], why: [] } as const
    const all = { ...framing, people: ['MARA', 'TOM'], why: [] }
    const walk = blockingOf(aMoment(maraDoes('Mara walks.')), all, (name) => ({
      ...still,
      text: name === 'MARA' ? 'Mara walks.' : '',
    }))
    expect(walk.map(({ position, facing }) => [position, facing])).toEqual([['center_left', 'screen_right'], ['center_right', 'screen_left']]) // prettier-ignore
    expect(screenDirectionOf(walk)).toBe('left_to_right')
    const gone = blockingOf(aMoment(maraDoes('Mara leaves.')), all, () => ({ ...still, text: 'Mara leaves.' }))
    expect(gone[0]?.facing).toBe('away')
  })

  it('puts who follows behind whom they follow, both on the same way', () => {
    const both = { shotSize: 'full' as const, focusOn: 'MARA', people: ['MARA', 'TOM'], why: [] }
    const chase = blockingOf(aMoment(maraDoes('Tom follows her. Mara walks faster.')), both, (name) => ({
      ...still,
      text: name === 'TOM' ? 'Tom follows her.' : 'Mara walks faster.',
    }))
    expect(chase.map(({ character, position, facing }) => [character, position, facing])).toEqual([
      ['MARA', 'center_right', 'screen_right'],
      ['TOM', 'center_left', 'screen_right'],
    ])
    const after = { ...still, text: 'He climbs after her.' }
    const alone = { ...both, people: ['TOM'] }
    expect(blockingOf(aMoment(), alone, () => after)[0]).toMatchObject({ facing: 'screen_right' })
  })

  it('looks into the lens only for a confrontation in close-up', () => {
    const close = { shotSize: 'close_up' as const, focusOn: 'MARA', people: ['MARA'], why: [] }
    const anger = { emotions: [{ character: 'MARA', emotion: 'angry' as const, intensity: 0.9 }], tension: 0.9 }
    expect(blockingOf(aMoment({ ...maraSays('Liar!'), ...anger }), close, () => still)[0]?.facing).toBe('camera')
    expect(blockingOf(aMoment(maraSays('Yes.')), close, () => still)[0]?.facing).toBe('screen_right')
  })
})

describe('light, joins and drama', () => {
  it('lights by place and time, the same for a whole heading', () => {
    expect(lightOf(aMoment())).toBe('soft')
    expect(lightOf({ place: { ...outside, timeOfDay: 'evening' }, action: '' })).toBe('backlit')
    expect(lightOf({ place: { ...outside, timeOfDay: 'night' }, action: '' })).toBe('dramatic')
    expect(lightOf({ place: { ...outside, intExt: 'INT', timeOfDay: 'night' }, action: '' })).toBe('practical')
    expect(lightOf({ place: { ...outside, weather: 'foggy' }, action: '' })).toBe('soft')
  })

  it('cuts where the framing changes; only the same framing of the same heading goes on', () => {
    const scene = { heading: 'A', sameHeading: true, shotSize: 'medium', focusOn: 'MARA', transition: 'cut' }
    expect(boundaryOf(null, scene, false)).toBe('cut')
    expect(boundaryOf({ ...scene, shotSize: 'wide' }, scene, true)).toBe('cut')
    expect(boundaryOf(scene, { ...scene, sameHeading: false }, true)).toBe('cut')
    expect(boundaryOf({ ...scene, transition: 'dissolve' }, scene, true)).toBe('cut')
    expect(boundaryOf(scene, scene, true)).toBe('chain_last_frame')
    expect(boundaryOf(scene, scene, false)).toBe('shared_keyframe')
  })

  it('names the beat and says what it is for', () => {
    const framing = { shotSize: 'medium' as const, focusOn: 'MARA', people: ['MARA'], why: [] }
    expect(dramaOf(aMoment(maraSays('Where is he?')), framing).beat).toBe('question')
    expect(dramaOf(aMoment({ opensHeading: true, newPlace: true }), framing).beat).toBe('establish')
    expect(dramaOf(aMoment(maraDoes('Mara leaves.')), framing)).toEqual({
      beat: 'departure',
      dramaticEffect: 'Takes somebody away and leaves the place emptier.',
    })
  })
})
