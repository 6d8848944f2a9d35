import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'
import { consistencyRules } from '@/domain/story/consistencyRules'
import { readStory } from '@/domain/story/readStory'
import { scenesInStory } from '@/pipeline/qualify/scenesInStory'

const read = (text: string) => {
  const { elements } = parseFountain(text)
  const broken = breakIntoScenes({ elements }, { fps: 24 })
  return { scenes: broken.scenes, story: readStory({ ...broken, elements }) }
}

const { scenes, story } = read(`INT. KITCHEN - NIGHT

IDA, fifty, in a yellow coat, waits. JONAS, nineteen, with a beard, sits at the table.

IDA
(quietly, to Jonas)
My brother is dead.

JONAS
Who was that in the hall?

CROWD
Open the door!

IDA
Nobody may open that door.

EXT. GARDEN - CONTINUOUS

Ida changes into a red dress. Jonas, clean-shaven, laughs.

VOSS (V.O.)
(harshly)
I am in Lisbon, Ida.

INT. ANNA'S KITCHEN - NEXT MORNING

Voss shoots Jonas.

JONAS
Ida!
`)
const person = (name: string) => story.cast.find((one) => one.name === name)

describe('what the departments read of a screenplay', () => {
  it('is a cast with everything that is said of them, each with its line, and nothing else', () => {
    expect(story.cast.map(({ name, role }) => [name, role])).toEqual([['IDA', 'supporting'], ['JONAS', 'protagonist'], ['VOSS', 'voice_only']]) // prettier-ignore
    expect(person('IDA')?.evidence).toEqual(['age: line 3', 'costume over: line 3'])
    expect(person('IDA')?.manners).toEqual(['quietly (line 6)'])
    expect(person('VOSS')?.said).toEqual({})
  })

  it('is a variant where the text shows a change, from that scene on', () => {
    const [variant, ...more] = person('IDA')?.variants ?? []
    expect(more).toEqual([])
    expect(variant).toMatchObject({ name: 'in red dress', toSequence: null, look: { age: 'adult', costume: 'dress', costumeColor: '#b8372f' } }) // prettier-ignore
    const dressed = scenesInStory(scenes, story).map(({ costumes }) => costumes.some(({ character }) => character === 'IDA')) // prettier-ignore
    expect(dressed.slice(0, (variant?.fromSequence ?? 1) - 1)).not.toContain(true)
    expect(scenes[(variant?.fromSequence ?? 1) - 1]?.action).toMatch(/red dress/)
    expect(person('JONAS')?.variants).toMatchObject([{ name: 'wounded', toSequence: null }])
  })

  it('is a contradiction where nothing shows a change: the first holds, and a person is told', () => {
    expect(person('JONAS')?.look.beard).toBe(true)
    expect(person('JONAS')?.appearance.contradictions).toMatchObject([{ about: 'beard', first: 'beard', firstLine: 3, second: 'clean-shaven', secondLine: 20 }]) // prettier-ignore
    expect(story.notices.cast.map(({ code }) => code)).toEqual(['CAST_VARIANT_OFFERED', 'CAST_CONTRADICTED', 'CAST_VARIANT_OFFERED', 'CAST_NOT_DESCRIBED']) // prettier-ignore
  })

  it('is who knows whom', () => {
    expect(story.acquaintances.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['IDA', '', 'brother'],
      ['IDA', 'JONAS', 'speaks with'],
    ])
  })

  it('is the world: one kitchen, two days, a law, a place that is only spoken of', () => {
    expect(story.world.places.map(({ name }) => name)).toEqual(["ANNA'S KITCHEN", 'GARDEN'])
    expect(story.days.times.map(({ day }) => day)).toEqual([1, 1, 2])
    expect(story.rules).toMatchObject([{ rule: 'Nobody may open that door.', by: 'IDA', priority: 2 }])
    expect(story.mentioned).toMatchObject([{ name: 'Lisbon', line: 24, by: 'VOSS' }])
    expect(new Set(consistencyRules(story, scenes).map(({ priority }) => priority))).toEqual(new Set([2, 3, 4]))
  })

  it('is nothing for nothing', () => {
    const { story: none } = read('')
    expect([none.cast, none.acquaintances, none.rules, none.notices.cast, none.notices.world]).toEqual([[], [], [], [], []]) // prettier-ignore
  })
})

describe('a screenplay of 120 pages', () => {
  const names = Array.from({ length: 40 }, (_, i) => `${['ADA', 'BEN', 'CLEO', 'DAN', 'EVA'][i % 5] ?? ''} ${['STONE', 'RIVERS', 'FIELD', 'MARSH', 'WOOD', 'HILL', 'BROOK', 'VALE'][Math.floor(i / 5)] ?? ''}`) // prettier-ignore
  const page = (n: number) => {
    const [one = '', other = ''] = [names[n % 40], names[(n * 7 + 3) % 40]]
    return `INT. ROOM ${String(n % 30)} - ${['NIGHT', 'MORNING', 'LATER'][n % 3] ?? ''}\n\n${one}, forty, in a blue coat, walks to the window and looks at ${other}. She waits for a long time.\n\n${one}\nI have told you what my brother said about the house.\n\n${other}\n(quietly)\nAnd I have heard it. Every winter the sea takes one of us.\n`
  }

  it('with forty people is read in a few seconds', () => {
    const text = Array.from({ length: 350 }, (_, n) => page(n)).join('\n')
    const { scenes: many, story: long } = read(text)
    expect(many.length).toBeGreaterThan(1000)
    expect(long.cast).toHaveLength(40)
    const { elements } = parseFountain(text)
    const broken = breakIntoScenes({ elements }, { fps: 24 })
    const from = performance.now()
    readStory({ ...broken, elements })
    expect(performance.now() - from).toBeLessThan(5000)
  })
})
