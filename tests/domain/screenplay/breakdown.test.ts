import { readFileSync } from 'node:fs'
import { targetNotices, trimScenes } from '@/domain/screenplay/targetLength'
import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'

const breakdown = (text: string, options: Partial<Parameters<typeof breakIntoScenes>[1]> = {}) =>
  breakIntoScenes(parseFountain(text), { fps: 24, ...options })
const scenesOf = (text: string) => breakdown(text).scenes

const example = readFileSync('examples/the-last-ferry/the-last-ferry.fountain', 'utf8')

describe('the example film', () => {
  const { scenes } = breakdown(example)

  it('lasts 75–90 s and every scene 3–7 s', () => {
    const seconds = scenes.reduce((sum, scene) => sum + scene.frames, 0) / 24
    expect(seconds).toBeGreaterThan(75)
    expect(seconds).toBeLessThanOrEqual(90)
    for (const { frames, durationS } of scenes) {
      expect(frames).toBeGreaterThanOrEqual(72)
      expect(frames).toBeLessThanOrEqual(168)
      expect(durationS).toBe(frames / 24)
    }
  })

  it('shows much: no two neighbours of a heading alike, many sizes and moves', () => {
    for (const [at, scene] of scenes.entries()) {
      const before = scenes[at - 1]
      if (before?.heading === scene.heading)
        expect([scene.shotSize, scene.focusOn]).not.toEqual([before.shotSize, before.focusOn])
    }
    expect(new Set(scenes.map(({ shotSize }) => shotSize)).size).toBeGreaterThanOrEqual(6)
    expect(new Set(scenes.map(({ movement }) => movement)).size).toBeGreaterThanOrEqual(5)
  })

  it('has the rain of the night, a storm long ago, and the clear day behind a dissolve, a telephone and inserts', () => {
    const weatherAt = (time: string) => new Set(scenes.filter(({ timeOfDay }) => timeOfDay === time).map((one) => one.weather)) // prettier-ignore
    expect(weatherAt('night')).toEqual(new Set(['rainy', 'stormy']))
    expect(weatherAt('morning')).toEqual(new Set(['clear']))
    expect(weatherAt('evening')).toEqual(new Set(['clear']))
    expect(scenes.filter(({ transitionOut }) => transitionOut === 'dissolve')).toHaveLength(1)
    expect(scenes.some(({ voices }) => voices.includes('TESSA'))).toBe(true)
    expect(scenes.filter(({ shotSize }) => shotSize === 'insert').map(({ focusOn }) => focusOn)).toEqual([
      'lantern',
      'letter',
    ])
    expect(scenes[0]?.transitionIn).toBe('fade')
    expect(scenes.at(-1)?.transitionOut).toBe('fade')
  })

  it('keeps everybody on their side while a heading lasts', () => {
    const sides = new Map<string, string>()
    for (const { clipName, blocking } of scenes)
      for (const { character, position } of blocking) {
        const key = `${clipName.slice(0, 5)} ${character}`
        expect(sides.get(key) ?? position).toBe(position)
        sides.set(key, position)
      }
  })
})

describe('cutting', () => {
  it('makes nothing of a heading without content, and a scene of one with a single word', () => {
    const scenes = scenesOf('INT. A - DAY\n\n= only a synopsis\n\nINT. B - DAY\n\nX.\n')
    expect(scenes.map(({ heading, frames }) => [heading, frames])).toEqual([['INT. B - DAY', 72]])
  })

  it('films what stands before the first heading, under an empty heading and number 0', () => {
    const [first, second] = scenesOf('!The sea, at night.\n\nINT. A - DAY\n\nX.\n')
    expect(first).toMatchObject({ heading: '', sceneNumber: '0', timeOfDay: 'night', action: 'The sea, at night.' })
    expect(second).toMatchObject({ sceneNumber: '1', sequenceNumber: 2 })
  })

  it('splits a long silent paragraph between sentences and joins short paragraphs, never over a heading', () => {
    const long =
      'The boats lie in the harbour like sleeping animals. Nobody walks on the pier at this hour. The lamps burn until the oil is gone. One shutter beats in the wind again and again.'
    const scenes = scenesOf(`EXT. PIER - NIGHT\n\n${long}\n\nEXT. SEA - NIGHT\n\nDark.\n\nStill.\n\nOne light.\n`)
    expect(scenes.filter(({ location }) => location === 'PIER').length).toBeGreaterThan(1)
    expect(
      scenes
        .filter(({ location }) => location === 'PIER')
        .map(({ action }) => action)
        .join(' '),
    ).toBe(long)
    expect(scenes.filter(({ location }) => location === 'SEA').map(({ action }) => action)).toEqual([
      'Dark.\n\nStill.\n\nOne light.',
    ])
  })

  it('cuts inside a sentence only when it alone exceeds 7 s, at a clause where one is near', () => {
    const line =
      'Then listen, because I will only shout this once before the water takes the road, and after that you are on your own until the morning boat.'
    const scenes = scenesOf(`EXT. STREET - NIGHT\n\nTOM\n(louder)\n${line}\n`)
    expect(scenes.map(({ dialogue }) => dialogue[0]?.line)).toEqual([line.slice(0, 81), line.slice(82)])
    expect(scenes.map(({ dialogue }) => dialogue[0]?.parenthetical)).toEqual(['louder', ''])
  })

  it('plays a speech of 4,000 words without losing one', () => {
    const words = Array.from({ length: 4000 }, (_, i) => (i % 11 === 10 ? `w${String(i)}.` : `w${String(i)}`)).join(' ')
    const scenes = scenesOf(`INT. A - DAY\n\nMARA\n${words}\n`)
    expect(scenes.length).toBeGreaterThan(200)
    expect(scenes.flatMap(({ dialogue }) => dialogue.map(({ line }) => line)).join(' ')).toBe(words)
  })

  it('keeps a word of 500 letters whole, holds its slot and says so', () => {
    const word = 'x'.repeat(500)
    const { scenes, notices } = breakdown(`INT. A - DAY\n\nMARA\nSay ${word} now.\n`)
    expect(scenes.map(({ dialogue }) => dialogue.map(({ line }) => line)).flat()).toEqual(['Say', word, 'now.'])
    expect(scenes.every(({ frames }) => frames <= 168)).toBe(true)
    expect(notices).toEqual([expect.objectContaining({ code: 'WORD_LONGER_THAN_A_SCENE', line: 4 })])
  })

  it('times Chinese, Japanese and Thai by their signs', () => {
    const text = '我们今天晚上必须在风暴来临之前离开这座岛。灯塔的灯已经熄灭了，没有人会来救我们。'
    const scenes = scenesOf(`INT. A - DAY\n\nMARA\n${text}\n`)
    expect(scenes.length).toBeGreaterThan(1)
    expect(scenes.flatMap(({ dialogue }) => dialogue.map(({ line }) => line)).join('')).toBe(text)
  })

  it('stops early for a caller that refuses so many scenes', () => {
    expect(breakdown('INT. A - DAY\n\nX.\n\n'.repeat(500), { stopAfter: 20 }).scenes.length).toBe(21)
  })
})

describe('speakers', () => {
  const talk =
    'INT. KITCHEN - NIGHT\n\nMARA, sixty, sits at the table.\n\nMARA\nYou knew.\n\nTOM\n(quietly)\nI was told. That is not the same.\n\nRADIO (V.O.)\nThe storm comes at four.\n'

  it('tells voices from people in the picture', () => {
    const scenes = scenesOf(talk)
    expect(scenes.flatMap(({ voices }) => voices)).toEqual(['RADIO'])
    expect(scenes.flatMap(({ charactersPresent }) => charactersPresent)).not.toContain('RADIO')
    expect(scenes.flatMap(({ dialogue }) => dialogue).map(({ character, parenthetical, extension, sourceLine }) => [character, parenthetical, extension, sourceLine])).toEqual([
      ['MARA', '', '', 6], ['TOM', 'quietly', '', 10], ['RADIO', '', 'V.O.', 13],
    ]) // prettier-ignore
  })

  it('lets dual dialogue be heard at once', () => {
    const [scene] = scenesOf('INT. A - DAY\n\nMARA\nNever in my life!\n\nTOM ^\nOnly once more, please!\n')
    const [left, right] = scene?.dialogue ?? []
    expect([left?.dual, right?.dual]).toEqual(['left', 'right'])
    expect(right?.startS).toBeLessThan(left?.endS ?? 0)
    expect(right?.startS).toBeGreaterThan(left?.startS ?? 9)
  })

  it('plays dual dialogue one after the other where it does not fit', () => {
    const long = 'I have told you all of this before and I will tell you again until somebody listens.'
    const scenes = scenesOf(`INT. A - DAY\n\nMARA\n${long} ${long}\n\nTOM ^\n${long}\n`)
    expect(
      scenes
        .flatMap(({ dialogue }) => dialogue)
        .map(({ line }) => line)
        .join(' '),
    ).toBe(`${long} ${long} ${long}`)
  })

  it('speaks lyrics, also those without a cue', () => {
    const scenes = scenesOf('INT. A - DAY\n\nMARA\n~Row, row.\n~Row home.\n\nMara waits.\n\n~Nobody sings this.\n')
    expect(scenes.flatMap(({ dialogue }) => dialogue).map(({ character, line }) => [character, line])).toEqual([
      ['MARA', 'Row, row. Row home.'], ['SINGER', 'Nobody sings this.'],
    ]) // prettier-ignore
    expect(scenes.flatMap(({ voices }) => voices)).toEqual(['SINGER'])
  })

  it('knows who was introduced in capitals without ever speaking, and takes no sound for a person', () => {
    const scenes = scenesOf(
      'EXT. PIER - DAY\n\nANN, forty, waits. BANG! A DOG barks. The LANTERN falls.\n\nANN walks away. THUNDER rolls.\n',
    )
    expect([...new Set(scenes.flatMap(({ charactersPresent }) => charactersPresent))]).toEqual(['ANN'])
  })
})

describe('place, time and weather', () => {
  it('lets time go on from the heading before, or from the last one at the place', () => {
    const scenes = scenesOf(
      'INT. HALL - NIGHT\n\nX.\n\nINT. CELLAR - CONTINUOUS\n\nX.\n\nEXT. ROAD - MORNING\n\nX.\n\nINT. HALL\n\nX.\n\nEXT. MOON ROAD\n\nStars.\n',
    )
    expect(scenes.map(({ timeOfDay }) => timeOfDay)).toEqual(['night', 'night', 'morning', 'night', 'night'])
  })

  it('keeps rain for the whole heading and the next exterior, but not for another time', () => {
    const scenes = scenesOf(
      'EXT. ROAD - NIGHT\n\nTom waits.\n\nIt begins to rain.\n\nEXT. FIELD - NIGHT\n\nTom walks.\n\nEXT. ROAD - DAY\n\nTom sleeps.\n',
    )
    expect(new Map(scenes.map(({ heading, weather }) => [heading, weather]))).toEqual(
      new Map([['EXT. ROAD - NIGHT', 'rainy'], ['EXT. FIELD - NIGHT', 'rainy'], ['EXT. ROAD - DAY', 'clear']]),
    ) // prettier-ignore
  })

  it('is not fooled by who storms out, winds a clock or waits for the rain to have passed', () => {
    const scenes = scenesOf(
      'EXT. A - DAY\n\nTom storms out. Mara winds the clock.\n\nEXT. B - NIGHT\n\nThe rain has stopped.\n',
    )
    expect(scenes.map(({ weather }) => weather)).toEqual(['clear', 'clear'])
  })
})

describe('numbers, joins and target', () => {
  it('keeps the screenplay’s own numbers, counts the others, and lets no two clips share a name', () => {
    const text = 'INT. A #12a#\n\nX.\n\nINT. B\n\nX.\n\nINT. C #2#\n\nX.\n\nINT. D #12A#\n\nX.\n\nINT. E #5-B#\n\nX.\n'
    const { scenes, notices } = breakdown(text)
    expect(scenes.map(({ sceneNumber }) => sceneNumber)).toEqual(['12a', '2A', '2', '12A-A', '5-B'])
    expect(scenes.map(({ clipName }) => clipName)).toEqual([
      'SC012A_SH010',
      'SC002A_SH010',
      'SC002_SH010',
      'SC012A-A_SH010',
      'SC005-B_SH010',
    ])
    expect(notices.map(({ code }) => code)).toEqual(['SCENE_NUMBER_REPEATED'])
  })

  it('writes a transition into the scenes on both of its sides, and always cuts there', () => {
    const scenes = scenesOf(
      'FADE IN:\n\nINT. A - DAY\n\nX.\n\nDISSOLVE TO:\n\nY.\n\nSMASH CUT TO:\n\nINT. B - DAY\n\nZ.\n\nFADE OUT.\n',
    )
    expect(scenes.map(({ action, transitionIn, transitionOut, transitionSeconds }) => [action, transitionIn, transitionOut, transitionSeconds])).toEqual([
      ['X.', 'fade', 'dissolve', 0.5], ['Y.', 'dissolve', 'cut', 0], ['Z.', 'cut', 'fade', 1],
    ]) // prettier-ignore
  })

  it('proposes trims for a target length, never into dialogue, and says what remains', () => {
    const { scenes, target } = breakdown(example, { targetSeconds: 60 })
    for (const { sequenceNumber, toFrames } of target?.trims ?? []) {
      const scene = scenes[sequenceNumber - 1]
      expect(toFrames).toBeGreaterThanOrEqual(72)
      expect(toFrames / 24).toBeGreaterThanOrEqual(Math.max(...(scene?.dialogue.map(({ endS }) => endS) ?? [0])) + 0.1)
    }
    expect(target?.leaveOut.length).toBeGreaterThan(0)
    expect(target?.remainsS).toBeGreaterThan(0)
    expect(target?.says).toMatch(/never cut/)
    const longer = breakdown(example, { targetSeconds: 100 }).target
    expect(longer?.remainsS).toBe(0)
    const grown = longer?.trims.reduce((sum, { fromFrames, toFrames }) => sum + toFrames - fromFrames, 0) ?? 0
    expect(Math.round(grown + (longer?.lengthS ?? 0) * 24)).toBe(2400)
  })

  it('trims to the target, leaves every scene in, and tells a person what was done and what could be', () => {
    const { scenes, target } = breakdown(example, { targetSeconds: 100 })
    const trimmed = trimScenes(scenes, target!, 24)
    expect(trimmed.map(({ clipName }) => clipName)).toEqual(scenes.map(({ clipName }) => clipName))
    expect(trimmed.reduce((sum, { frames }) => sum + frames, 0)).toBe(2400)
    expect(trimmed.every(({ frames, durationS }) => durationS === frames / 24 && durationS <= 7)).toBe(true)
    expect(targetNotices(target!)).toHaveLength(1)
    const [done, spare, remains] = targetNotices(breakdown(example, { targetSeconds: 60 }).target!)
    expect(done).toMatch(/^\d+ scenes were shortened for the target of 60 s/)
    expect(spare).toMatch(/could be left out: SC/)
    expect(remains).toMatch(/never cut/)
  })
})
