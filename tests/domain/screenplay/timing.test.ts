import { describe, expect, it } from 'vitest'
import { castNames, isUnseen } from '@/domain/screenplay/castNames'
import { cutSentence } from '@/domain/screenplay/cutSentence'
import { weatherIn } from '@/domain/screenplay/headingState'
import { findNames } from '@/domain/screenplay/namesIn'
import { sentencesOf } from '@/domain/screenplay/sentences'
import { actionSeconds, speechSeconds } from '@/domain/screenplay/speechSeconds'
import { framesOf, slotMostS } from '@/domain/screenplay/timing'
import { transitionOf } from '@/domain/screenplay/transitionOf'

/** Lengths of the scratch voice (flite, rms) in seconds, measured. */
const measured: [string, number][] = [
  ['You knew.', 0.9], ["I was told. That's not the same.", 2.82], ['Say that again, whoever you are.', 2.51],
  ['The storm comes at four.', 2.27], ['Is anybody still down here?', 2.23], ['No.', 0.69], ['Tell them yourself.', 1.37],
  ['Then listen, because I will only shout this once before the water takes the road, and after that you are on your own until the morning boat.', 8.43],
  ['Where did you leave the lantern, Mara? I looked everywhere, and I could not find it, so I walked home in the dark.', 7.17],
  ['Unbelievable circumstances necessitated extraordinary international cooperation.', 5.63],
  ['He is in it. So am I. So is he. It is so.', 4.33], ['Somebody has to light it.', 1.82], ['The last ferry left an hour ago, and nobody told the sea.', 4.88],
  ['Oh, an idea: Ohio, a radio aria.', 3.54],
] // prettier-ignore

describe('how long words take', () => {
  it('leaves every measured line of the scratch voice a slot that a speed-up of 1.12 fits', () => {
    for (const [line, seconds] of measured) expect(seconds / speechSeconds(line)).toBeLessThan(1.125)
    const all = measured.reduce((sum, [line, seconds]) => sum + speechSeconds(line) / seconds, 0)
    expect(all / measured.length).toBeLessThan(1.35)
  })

  it('counts letters, not meaning: a word for another of its length changes nothing', () => {
    expect(speechSeconds('The boat is here.')).toBe(speechSeconds('The zoat is here.'))
    expect(speechSeconds('*The* boat is _here_.')).toBe(speechSeconds('The boat is here.'))
  })

  it('gives signs that are words their own time', () => {
    expect(speechSeconds('我们必须离开这座岛')).toBeGreaterThan(2)
    expect(speechSeconds('เราต้องออกจากเกาะนี้')).toBeGreaterThan(1.5)
    expect(speechSeconds('In 1987 we had 45 boats.')).toBeGreaterThan(speechSeconds('In then we had so boats.'))
  })

  it('keeps action between a glance and a scene', () => {
    expect(actionSeconds('X.')).toBe(1.2)
    expect(actionSeconds('Mara winds the clock back one hour.')).toBeCloseTo(1.9, 1)
  })

  it('rounds up to whole frames inside 3–7 s', () => {
    expect([framesOf(1, 24), framesOf(3.01, 24), framesOf(9, 24), framesOf(4, 25), framesOf(4.5, 30)]).toEqual([
      72, 73, 168, 100, 135,
    ])
    expect(slotMostS).toBeCloseTo(6.25)
  })
})

describe('sentences', () => {
  const cut = (text: string, verse = false) => sentencesOf(text, { verse }).map(({ from, to }) => text.slice(from, to))

  it('end at marks with their quotes, not at Mr. or initials or inside a trailing-off', () => {
    expect(cut('Mr. Gray left. “Why?” He said... nothing. J. R. knew!')).toEqual([
      'Mr. Gray left.',
      '“Why?”',
      'He said... nothing.',
      'J. R. knew!',
    ])
    expect(cut('No. I won’t. Not at 3 p.m. today.')).toEqual(['No.', 'I won’t.', 'Not at 3 p.m. today.'])
  })

  it('end without a blank in scripts that have none, and at every line of a verse', () => {
    expect(cut('走吧。现在！')).toEqual(['走吧。', '现在！'])
    expect(cut('Row, row\nrow home', true)).toEqual(['Row, row', 'row home'])
    expect(cut('Row, row\nrow home')).toEqual(['Row, row\nrow home'])
  })

  it('that are too long are cut into even pieces at clauses', () => {
    const line = 'one two three four, five six seven and eight nine ten; eleven twelve thirteen fourteen'
    const pieces = cutSentence(line, { seconds: () => 0.5, mostS: 3 }).map(({ from, to }) => line.slice(from, to))
    expect(pieces.join(' ')).toBe(line)
    expect(pieces[0]).toBe('one two three four,')
  })
})

describe('who is meant', () => {
  const element = (type: 'action' | 'character', text: string, extension?: string) => ({ type, text, line: 1, ...(extension ? { extension } : {}) }) // prettier-ignore

  it('finds the cast by cues and by introductions in capitals', () => {
    const cast = castNames([
      element(
        'action',
        'MARA, sixty, listens to a RADIO. BANG! TOM runs. The FERRYMAN (50s) waits. A DOOR slams. CLOSE ON her hand. THUNDER cracks.',
      ),
      element('character', 'Radio', 'V.O.'),
      element('character', 'Ann Gray'),
    ])
    expect(cast.map(({ name, seen }) => [name, seen])).toEqual([['MARA', true], ['TOM', true], ['FERRYMAN', true], ['RADIO', false], ['ANN GRAY', true]]) // prettier-ignore
  })

  it('knows unseen speakers', () => {
    for (const yes of ['V.O.', 'VO', 'O.S.', 'o.c.', "V.O., CONT'D", 'ON RADIO', 'FILTERED'])
      expect(isUnseen(yes)).toBe(true)
    for (const no of ['', "CONT'D", 'INTO PHONE', 'MOS', 'SINGING']) expect(isUnseen(no)).toBe(false)
  })

  it('finds names in a text, by part and by role, and takes no small word for a name', () => {
    const named = findNames(['MARA', 'TOM GRAY', 'ANN GRAY', 'FERRYMAN', 'WILL'])
    expect(named('Tom gives Mara’s lamp to the ferryman.')).toEqual(['TOM GRAY', 'MARA', 'FERRYMAN'])
    expect(named('Gray light. They will go, a ferryman perhaps.')).toEqual([])
    expect(named('Ann Gray and WILL.')).toEqual(['ANN GRAY', 'WILL'])
  })
})

describe('joins and weather', () => {
  it('reads transitions', () => {
    expect(['CUT TO:', 'SMASH CUT TO:', 'DISSOLVE TO:', 'FADE TO BLACK.', 'WIPE TO:', 'CROSSFADE TO:'].map((one) => transitionOf(one).transition)).toEqual(['cut', 'cut', 'dissolve', 'fade', 'wipe', 'dissolve']) // prettier-ignore
    expect(transitionOf('FADE IN:')).toEqual({ transition: 'fade', opens: true })
  })

  it('reads the sky and what has passed', () => {
    expect(['Rain beats.', 'A thunderstorm.', 'Snow falls.', 'Fog.', 'The wind howls.', 'Clouds.', 'Bright sun on water.'].map(weatherIn)).toEqual(['rainy', 'stormy', 'snowy', 'foggy', 'windy', 'cloudy', 'clear']) // prettier-ignore
    expect(['The storm has passed.', 'After the rain, silence.'].map(weatherIn)).toEqual(['clear', 'clear'])
    expect(['She storms out.', 'He winds the clock.', 'A cloud of dust.', 'Clear the table.'].map(weatherIn)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
