import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'

const words = (text: string) => text.replace(/[*_~]/g, '').match(/[\p{L}\p{N}'’]+/gu) ?? []
const vocabulary = 'a sea light never tomorrow harbour because I gone Mara lantern? help! under, the— forgotten; rain... 17 don’t *yes* 船 unbelievably'.split(' ') // prettier-ignore
const plain = 'boat tide road lamp rope wave door salt moor quay'.split(' ')

const sentence = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...vocabulary), { minLength: least, maxLength: most })
    .chain((list) => fc.constantFrom('.', '!', '?', '...', '').map((end) => list.join(' ') + end))
const text = fc.array(sentence(1, 30), { minLength: 1, maxLength: 5 }).map((list) => list.join(' '))
const cue = fc.constantFrom('MARA', 'TOM', 'THE OLD MAN', 'RADIO')
type Raw = Omit<ScreenplayElement, 'line'>[]
const speech = fc
  .record({
    cue,
    text,
    extension: fc.constantFrom('', '', 'V.O.', 'O.S.'),
    aside: fc.constantFrom('', 'quietly', 'beat'),
    lyrics: fc.boolean(),
  })
  .map(({ cue: name, text: said, extension, aside, lyrics }): Raw => [
    { type: 'character', text: name, ...(extension === '' ? {} : { extension }) },
    ...(aside === '' ? [] : [{ type: 'parenthetical' as const, text: aside }]),
    { type: lyrics ? 'lyrics' : 'dialogue', text: said },
  ])
const dual = fc.tuple(text, text).map(([left, right]): Raw => [
  { type: 'character', text: 'MARA', dual: 'left' }, { type: 'dialogue', text: left, dual: 'left' },
  { type: 'character', text: 'TOM', dual: 'right' }, { type: 'dialogue', text: right, dual: 'right' },
]) // prettier-ignore
const other = (type: ScreenplayElement['type'], of: fc.Arbitrary<string>) =>
  of.map((said): Raw => [{ type, text: said }])
const heading = fc.tuple(
  fc.constantFrom('INT. KITCHEN', 'EXT. CLIFF', 'NOWHERE', 'EXT. CLIFF #3#'),
  fc.constantFrom(' - NIGHT', ' - DAY', '', ' - CONTINUOUS'),
)
const screenplay = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: speech }, { weight: 1, arbitrary: dual },
      { weight: 3, arbitrary: other('action', fc.oneof(text, fc.constantFrom('Tom walks in.', 'The lantern goes out.', 'A beat.'))) },
      { weight: 2, arbitrary: other('scene_heading', heading.map((parts) => parts.join(''))) },
      { weight: 1, arbitrary: other('transition', fc.constantFrom('CUT TO:', 'DISSOLVE TO:', 'FADE IN:')) },
      { weight: 1, arbitrary: other('note', fc.constant('later')) },
    ),
    { maxLength: 25 },
  )
  .map((parts): ScreenplayElement[] => parts.flat().map((element, at) => ({ ...element, line: at * 2 + 1 }))) // prettier-ignore

const broken = (elements: ScreenplayElement[], fps = 24) => breakIntoScenes({ elements }, { fps }).scenes
const spoken = (scenes: SceneDraft[]) => scenes.flatMap(({ dialogue }) => dialogue.map(({ line }) => line)).join(' ')

describe('any screenplay', () => {
  it('keeps every word of dialogue, in order', () => {
    fc.assert(
      fc.property(screenplay, (elements) => {
        const said = elements.filter(({ type }) => type === 'dialogue' || type === 'lyrics')
        expect(words(spoken(broken(elements)))).toEqual(words(said.map((one) => one.text).join(' ')))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every word of action, in order', () => {
    fc.assert(
      fc.property(screenplay, (elements) => {
        const shown = broken(elements).map(({ action }) => action).join(' ') // prettier-ignore
        const acted = elements.filter(({ type }) => type === 'action').map((one) => one.text).join(' ') // prettier-ignore
        expect(words(shown)).toEqual(words(acted))
      }),
      { numRuns: 60 },
    )
  })

  it('makes scenes of 3–7 s whose lines start and end inside them, for every frame rate', () => {
    fc.assert(
      fc.property(screenplay, fc.constantFrom(24, 25, 30), (elements, fps) => {
        for (const { frames, durationS, dialogue } of broken(elements, fps)) {
          expect(Number.isInteger(frames) && frames >= 3 * fps && frames <= 7 * fps).toBe(true)
          expect(durationS).toBe(frames / fps)
          for (const { startS, endS, line } of dialogue) {
            expect(startS).toBeGreaterThanOrEqual(0.3)
            expect(endS).toBeGreaterThan(startS)
            expect(endS).toBeLessThanOrEqual(durationS - 0.1)
            expect(line).toBe(line.trim())
          }
          const starts = dialogue.map(({ startS }) => startS)
          expect(starts).toEqual([...starts].sort((a, b) => a - b))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('shows every heading that has content, in order, numbers its scenes and never frames neighbours alike', () => {
    fc.assert(
      fc.property(screenplay, (elements) => {
        const scenes = broken(elements)
        expect(scenes.map(({ sequenceNumber }) => sequenceNumber)).toEqual(scenes.map((_, at) => at + 1))
        expect(new Set(scenes.map(({ clipName }) => clipName)).size).toBe(scenes.length)
        let at = 0
        for (const [i, element] of elements.entries()) {
          const next = elements.slice(i + 1).find(({ type }) => ['scene_heading', 'action', 'character'].includes(type))
          if (element.type !== 'scene_heading' || !next || next.type === 'scene_heading') continue
          at = scenes.findIndex((scene, n) => n >= at && scene.heading === element.text) + 1
          expect(at).toBeGreaterThan(0)
        }
        for (const [n, scene] of scenes.entries()) {
          const before = scenes[n - 1]
          if (before?.sceneNumber === scene.sceneNumber)
            expect([scene.shotSize, scene.focusOn]).not.toEqual([before.shotSize, before.focusOn])
          expect(
            scene.charactersPresent.filter(
              (name) => scene.voices.includes(name) && !scene.blocking.some(({ character }) => character === name),
            ),
          ).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same scenes for the same text', () => {
    fc.assert(
      fc.property(screenplay, (elements) => {
        expect(broken(elements)).toEqual(broken(structuredClone(elements)))
      }),
      { numRuns: 40 },
    )
  })

  it('changes only its own scene when one word of one line becomes another of its length', () => {
    const marked = fc.tuple(
      screenplay,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...plain),
      fc.constantFrom('love', 'hate', 'dead', 'help', ...plain),
    )
    fc.assert(
      fc.property(marked, ([elements, which, where, old, fresh]) => {
        const lines = elements.filter(({ type }) => type === 'dialogue')
        const line = lines[which % Math.max(1, lines.length)]
        if (!line) return
        const list = line.text.split(' ')
        const at = where % list.length
        const withWord = (word: string) =>
          elements.map((one) =>
            one === line ? { ...one, text: [...list.slice(0, at), word, ...list.slice(at)].join(' ') } : one,
          )
        const before = broken(withWord(old))
        const after = broken(withWord(fresh))
        expect(after.length).toBe(before.length)
        const changed = after.filter((scene, n) => JSON.stringify(scene) !== JSON.stringify(before[n]))
        expect(changed.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })
})
