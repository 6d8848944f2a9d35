import { describe, expect, it } from 'vitest'
import { mergeScenes, splitScene, type CutScene } from '@/domain/scene/cutScene'

const scene: CutScene = {
  clipName: 'SC001_SH010',
  heading: 'INT. MILL - DAY',
  location: 'MILL',
  frames: 168,
  action: 'Ida opens the door. She waits. She sits down.',
  screenplayText: 'Ida opens the door. She waits.\n\nIDA\nWho is there?\n\nShe sits down.',
  dialogue: [{ character: 'IDA', line: 'Who is there?', startS: 1.2, endS: 2.4 }],
  effects: [
    { atS: 0.5 },
    { atS: 5 },
  ],
  charactersPresent: ['IDA'],
  voices: [],
  blocking: [{ character: 'IDA' }],
  props: [],
  transitionIn: 'cut',
  transitionOut: 'dissolve',
  transitionSeconds: 1,
  fromLine: 3,
  toLine: 9,
} // prettier-ignore

describe('cutting a scene in two', () => {
  it('keeps every frame, line and sound, and the way it ends', () => {
    const { first, second } = splitScene(scene, { atS: 3, fps: 24 })
    expect([first.frames, second.frames]).toEqual([72, 96])
    expect([first.durationS, second.durationS]).toEqual([3, 4])
    expect([first.dialogue?.length, second.dialogue?.length]).toEqual([1, 0])
    expect([first.effects, second.effects]).toEqual([[{ atS: 0.5 }], [{ atS: 2 }]])
    expect([first.transitionOut, second.transitionIn]).toEqual(['cut', 'cut'])
    expect(`${first.action ?? ''} ${second.action ?? ''}`).toBe(scene.action)
    expect(`${first.screenplayText ?? ''}\n\n${second.screenplayText ?? ''}`).toBe(scene.screenplayText)
  })

  it('is refused where a piece would leave 3 to 7 s or a line would be cut, saying where it can be', () => {
    expect(() => splitScene(scene, { atS: 2, fps: 24 })).toThrow(/from 3 s to 4 s/)
    expect(() => splitScene({ ...scene, frames: 120 }, { atS: 2.5, fps: 24 })).toThrow(/It lasts 5 s/)
    const talking = { ...scene, dialogue: [{ character: 'IDA', line: 'Who is there?', startS: 2.5, endS: 3.6 }] }
    expect(() => splitScene(talking, { atS: 3, fps: 24 })).toThrow(/IDA is saying “Who is there\?” from 2.5 to 3.6 s/)
  })

  it('is undone by making one of both', () => {
    const { first, second } = splitScene(scene, { atS: 3.5, fps: 24 })
    const whole = mergeScenes({ ...scene, ...first }, { ...scene, ...second }, 24)
    const { action, durationS: _, ...rest } = { ...first, ...whole }
    expect({ ...scene, ...rest }).toEqual(scene)
    expect(action?.replace(/\s+/g, ' ')).toBe(scene.action)
  })
})

describe('making one scene of two', () => {
  it('is refused for two places, and beyond 7 s', () => {
    expect(() => mergeScenes(scene, { ...scene, heading: 'EXT. MILL - DAY' }, 24)).toThrow(/two headings/)
    expect(() => mergeScenes(scene, scene, 24)).toThrow(/14 s/)
  })
})
