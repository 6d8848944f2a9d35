import { describe, expect, it } from 'vitest'
import { shownEmotion, spokenEmotion } from '@/domain/grammar/emotionOf'
import { pacingOf, pressureOf, tensionOf } from '@/domain/grammar/tensionOf'

const told = (different: Partial<Parameters<typeof tensionOf>[0]> = {}) => ({
  action: '',
  doing: '',
  words: '',
  manner: '',
  progress: 0.3,
  ...different,
})

describe('what is felt', () => {
  it('believes the parenthetical before the words', () => {
    expect(spokenEmotion('I hate you.', 'smiling').emotion).toBe('happy')
    expect(spokenEmotion('I hate you.', '').emotion).toBe('angry')
  })

  it('reads words, marks and faces', () => {
    expect(spokenEmotion('He is gone.', '').emotion).toBe('sad')
    expect(spokenEmotion('You did what?!', '').emotion).toBe('surprised')
    expect(spokenEmotion('Go!', '').emotion).toBe('determined')
    expect(spokenEmotion('The bread is on the table.', '')).toEqual({ emotion: 'neutral', intensity: 0.3 })
    expect(shownEmotion('Mara weeps.').emotion).toBe('sad')
    expect(shownEmotion('Tom laughs.').emotion).toBe('happy')
  })

  it('gives the same answer however often it is asked', () => {
    const first = spokenEmotion('Help! They are coming, hide!', 'terrified')
    for (let i = 0; i < 5; i += 1) expect(spokenEmotion('Help! They are coming, hide!', 'terrified')).toEqual(first)
  })
})

describe('tension', () => {
  it('rises with marks, loud voices, dark deeds and the course of a heading', () => {
    const calm = tensionOf(told())
    expect(tensionOf(told({ words: 'Stop! Stop!' }))).toBeGreaterThan(calm)
    expect(tensionOf(told({ manner: 'shouting' }))).toBeGreaterThan(calm)
    expect(tensionOf(told({ action: 'He pulls a gun.' }))).toBeGreaterThan(calm)
    expect(tensionOf(told({ progress: 0.75 }))).toBeGreaterThan(calm)
    expect(tensionOf(told({ action: 'She pours warm tea and smiles.' }))).toBeLessThan(calm)
  })

  it('keeps spoken words out of the pressure that frames a scene', () => {
    expect(pressureOf(told({ words: 'The dead never leave.' }))).toBe(
      pressureOf(told({ words: 'The sheep often sleep.' })),
    )
    expect(tensionOf(told({ words: 'The dead never leave.' }))).toBeGreaterThan(
      pressureOf(told({ words: 'The dead never leave.' })),
    )
  })

  it('stays between 0 and 1', () => {
    const storm = told({
      words: 'Kill! Death! Blood! Fire! Run!'.repeat(20),
      manner: 'screaming',
      action: 'They fight, flee, crash.',
      progress: 0.8,
    })
    expect(tensionOf(storm)).toBeLessThanOrEqual(1)
    expect(
      tensionOf(told({ action: 'calm tea soup warm quiet sleep rests '.repeat(9), progress: 0 })),
    ).toBeGreaterThanOrEqual(0)
  })

  it('paces by deeds, not by the rain', () => {
    expect(pacingOf(told({ action: 'Tom runs.', doing: 'Tom runs.' }))).toBe('fast')
    expect(pacingOf(told({ action: 'Rain runs down the window.' }))).toBe('medium')
    expect(pacingOf(told({ words: 'Hush.', manner: 'whispering' }))).toBe('slow')
  })
})
