import { describe, expect, it } from 'vitest'
import { bodyWords, crossingIn, restIn } from '@/domain/grammar/bodyWords'

describe('what words do with a body', () => {
  it('sits, kneels and lies down, and gets up again', () => {
    const rests: [string, ReturnType<typeof restIn>][] = [
      ['Mara sits at the table.', 'sit'],
      ['Mara slumps into the chair.', 'sit'],
      ['Mara sits on the floor.', 'sit_ground'],
      ['Tom kneels beside her.', 'kneel'],
      ['Tom crouches by the wall.', 'kneel'],
      ['He lies on the ground.', 'lie'],
      ['She lies to him.', null],
      ['The map lies on the table.', null],
      ['Mara gets up.', 'stand'],
      ['Mara looks at the sea.', null],
    ]
    for (const [text, rest] of rests) expect(restIn(text), text).toBe(rest)
  })

  it('comes in and goes out, but does not walk in the rain out of the picture', () => {
    const crossings: [string, ReturnType<typeof crossingIn>][] = [
      ['Tom enters.', 'enters'],
      ['Tom comes in from the rain.', 'enters'],
      ['Tom walks into the kitchen.', 'enters'],
      ['Tom bursts through the door.', 'enters'],
      ['Tom walks in the rain.', null],
      ['Mara walks out.', 'leaves'],
      ['Mara leaves.', 'leaves'],
      ['Mara leaves the room.', 'leaves'],
      ['Mara leaves the letter on the table.', null],
      ['Mara exits through the door.', 'leaves'],
    ]
    for (const [text, way] of crossings) expect(crossingIn(text), text).toBe(way)
  })

  it('knows a call from a booth, a wave of the hand from one of the sea, and a mobile from a receiver', () => {
    expect(bodyWords.calls.test('Tom picks up the telephone.')).toBe(true)
    expect(bodyWords.calls.test('(into phone)')).toBe(true)
    expect(bodyWords.calls.test('She lifts the receiver')).toBe(true)
    expect(bodyWords.calls.test('He waits at the phone booth.')).toBe(false)
    expect(bodyWords.waves.test('She waves.')).toBe(true)
    expect(bodyWords.waves.test('The waves break on the pier.')).toBe(false)
    expect(bodyWords.reaches.test('She reaches out.')).toBe(true)
    expect(bodyWords.reaches.test('She reaches the door.')).toBe(false)
    expect(bodyWords.mobile.test('on his mobile')).toBe(true)
  })
})
