import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineWidth } from '@/domain/timeline/breakLines'
import { toSrt, toVtt } from '@/domain/timeline/subtitleFiles'
import { subtitlesOf, type SubtitleCue, type SubtitleLine } from '@/domain/timeline/subtitles'

type Span = [startS: number, endS: number, dual?: 'left' | 'right']
const line = (text: string, ...[startS, endS, dual]: Span): SubtitleLine => ({ text, startS, endS, dual: dual ?? null })
const words = (text: string) => text.replace(/[*_~]/g, '').match(/[\p{L}\p{N}'’]+/gu) ?? []
const textOf = (cues: SubtitleCue[]) => cues.flatMap((cue) => cue.lines).join(' ')
const holdsTogether = (cues: SubtitleCue[], durationS: number) => {
  cues.forEach((cue, i) => {
    expect(cue.startS).toBeLessThan(cue.endS)
    expect(cue.endS).toBeLessThanOrEqual(durationS + 0.011)
    expect(cue.lines.length).toBeGreaterThan(0)
    expect(cue.lines.length).toBeLessThanOrEqual(2)
    if (i > 0) expect(cue.startS).toBeGreaterThanOrEqual(cues[i - 1]!.startS)
    if (i > 0) expect(cue.startS).toBeGreaterThanOrEqual(cues[i - 1]!.endS - 1e-9)
  })
}

describe('subtitles', () => {
  it('say a long line in cues of two lines of at most 42 characters', () => {
    const long =
      'Then listen, because I will only shout this once before the water takes the road, and after that you are on your own until the morning boat.'
    const cues = subtitlesOf([line(long, 1, 9)], { durationS: 10 })
    holdsTogether(cues, 10)
    expect(Math.max(...cues.flatMap((cue) => cue.lines.map((one) => one.length)))).toBeLessThanOrEqual(42)
    expect(textOf(cues)).toBe(long)
    expect(cues[0]!.startS).toBe(1)
  })

  it('part two lines about evenly, behind a mark rather than inside a phrase', () => {
    const linesOf = (text: string) => subtitlesOf([line(text, 0, 3)], { durationS: 9 })[0]!.lines
    expect(linesOf('Say that again, whoever you are, wherever you hide.')).toEqual([
      'Say that again, whoever you are,',
      'wherever you hide.',
    ])
    expect(linesOf('I wrote to her every single winter of the whole long war.')[0]).not.toMatch(/ (of|the)$/)
  })

  it('of a long speech rather end with a sentence', () => {
    const speech = 'I wrote to her every winter. I never knew where to send it. The letters are all here, in this drawer, and she will never read one.' // prettier-ignore
    const cues = subtitlesOf([line(speech, 0, 9)], { durationS: 9 })
    expect(cues[0]!.lines.join(' ')).toBe('I wrote to her every winter. I never knew where to send it.')
  })

  it('keep to sixteen wide signs a line, and to narrower lines in an upright picture', () => {
    const cues = subtitlesOf([line('你好，你是谁？我们在这里等了四十年，没有人来，也没有船来过这个港口。', 0, 9)], {
      durationS: 9,
    })
    for (const one of cues.flatMap((cue) => cue.lines)) expect(Array.from(one).length).toBeLessThanOrEqual(16)
    const upright = subtitlesOf([line('Forty years I have waited. One more wet night won’t hurt.', 0, 6)], {
      durationS: 9,
      widest: lineWidth['9:16'],
    })
    for (const one of upright.flatMap((cue) => cue.lines)) expect(one.length).toBeLessThanOrEqual(24)
  })

  it('can be read at seventeen letters a second where there is time, and leave two frames between them', () => {
    const fast = 'You said that you would wait for her until the morning.'
    const [cue] = subtitlesOf([line(fast, 1, 3)], { durationS: 20, fps: 25 })
    expect(fast.length / (cue!.endS - cue!.startS)).toBeLessThanOrEqual(17.01)
    const close = subtitlesOf([line(fast, 1, 3), line('Yes.', 3.3, 3.6)], { durationS: 20, fps: 25 })
    expect(close[1]!.startS - close[0]!.endS).toBeCloseTo(0.08, 5)
    expect(close[1]!.startS).toBe(3.3)
  })

  it('show two who speak at once together, each behind a dash', () => {
    const cues = subtitlesOf([line('No!', 1, 2, 'left'), line('Wait!', 1.2, 2.5, 'right')], { durationS: 9 })
    expect(cues).toEqual([{ startS: 1, endS: 2.5, lines: ['– No!', '– Wait!'] }])
  })

  it('keep the order of words when two people speak at once', () => {
    const left =
      'I told you that the road was gone, and that nobody would come for us before the morning, nobody at all.'
    const right = 'And I told you that I would not leave without her, whatever the water does to the road tonight.'
    const cues = subtitlesOf([line(left, 1, 6, 'left'), line(right, 1, 6.5, 'right'), line('Quiet.', 7, 8)], {
      durationS: 9,
    })
    holdsTogether(cues, 9)
    expect(words(textOf(cues))).toEqual(words(`${left} ${right} Quiet.`))
    expect(cues[0]!.lines[0]).toMatch(/^– /)
  })

  it('hold every word of any dialogue, in order, inside the film', () => {
    const text = fc.array(fc.constantFrom('no', 'wait', '“What?”', '*never*', '_so_', 'O’Brien', '-->', '<i>', '日本語の', 'a&b', 'Donaudampfschiff', '…', '-'), { minLength: 1, maxLength: 40 }).map((list) => list.join(' ')) // prettier-ignore
    const talk = fc.array(
      fc.tuple(text, fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(talk, (list) => {
        let at = 0
        const lines = list.map(([words, gap, lasts]) =>
          line(words, (at += gap), at + lasts, gap < 0.3 ? 'right' : undefined),
        )
        const durationS = at + 4
        const cues = subtitlesOf(lines, { durationS })
        holdsTogether(cues, durationS)
        expect(words(textOf(cues))).toEqual(words(lines.map((one) => one.text).join(' ')))
      }),
      { numRuns: 300 },
    )
  })

  it('are written as SubRip and WebVTT that no text can break', () => {
    const cues = subtitlesOf([line('one --> two & <b>', 0.5, 2), line('日本語'.repeat(20), 3661, 3664)], {
      durationS: 3665,
    })
    const srt = toSrt(cues)
    expect(srt).toMatch(/^1\n00:00:00,500 --> 00:00:02,000\none → two & <b>\n\n2\n01:01:01,000 --> /)
    expect(srt.trim().split(/\n\n+/)).toHaveLength(cues.length)
    expect(toVtt(cues)).toMatch(
      /^WEBVTT\n\n00:00:00\.500 --> 00:00:02\.000\none --&gt; two &amp; &lt;b&gt;\n\n01:01:01\.000 --> /,
    )
    expect(toSrt([])).toBe('')
  })

  it('give a short word time to be read, and never beyond the film', () => {
    expect(subtitlesOf([line('No.', 1, 1.2)], { durationS: 9 })[0]!.endS).toBe(2)
    expect(subtitlesOf([line('No.', 8.9, 9.4)], { durationS: 9 })[0]!.endS).toBeLessThanOrEqual(9)
  })
})
