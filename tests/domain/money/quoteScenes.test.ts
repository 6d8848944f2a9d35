import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseModels, previsChoice, type ModelsWish } from '@/domain/catalogue/chooseModels'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { freeQuote } from '@/domain/money/freeQuote'
import { inDollars } from '@/domain/money/nanodollars'
import { onlyOnce } from '@/domain/money/quote'
import { quoteScenes, type SceneCalls, type SceneOffer } from '@/domain/money/quoteScenes'
import { sha256Of } from '@/stores/sha256'

const on = '2026-11-21'
const choose = (wish: ModelsWish) =>
  chooseModels(wish, { models: builtInModels, providers: new Set(['fal', 'openai']), on })
const offer = (more: Partial<SceneOffer> = {}): SceneOffer => ({
  choice: choose('standard'),
  models: builtInModels,
  format: { width: 1280, height: 720, fps: 24 },
  takesMax: 3,
  until: 'clips',
  on,
  asOf: `${on}T12:00:00.000Z`,
  hashOf: sha256Of,
  ...more,
})
const scene: SceneCalls = { people: 2, props: 1, lines: 2, seconds: 4.5, spoken: 80 }
const scenes = [scene, { people: 0, props: 0, lines: 0, seconds: 3 }]

describe('the quote of some scenes', () => {
  it('prices every layer, every judge, every line and every clip, with retakes and what is cut off', () => {
    const { lines, nanodollars } = quoteScenes(scenes, offer())
    const of = (model: string, why = '') => lines.find((line) => line.model === model && line.why.startsWith(why))!
    expect(of('fal/nano-banana-2')).toMatchObject({
      department: 'art',
      calls: 2,
      expected: 160_000_000,
      atMost: 480_000_000,
    })
    expect(of('fal/nano-banana-2-edit')).toMatchObject({ calls: 3, expected: 240_000_000, atMost: 720_000_000 })
    // 4.5 s are 5 s of Kling, 3 s are 3
    expect(of('fal/kling-v3-pro')).toMatchObject({
      department: 'animation',
      calls: 2,
      expected: 896_000_000,
      atMost: 2_688_000_000,
    })
    expect(of('fal/eleven-v3')).toMatchObject({ department: 'sound', calls: 2, expected: 8_000_000, atMost: 8_000_000 })
    expect(of('openai/gpt-6.1-terra-eyes', 'each layer')).toMatchObject({ department: 'judges', calls: 7 })
    expect(of('openai/gpt-6.1-terra-eyes', 'each clip')).toMatchObject({ department: 'judges', calls: 6 })
    const sum = (end: 'expected' | 'atMost') => lines.reduce((total, line) => total + line[end], 0)
    expect(nanodollars).toEqual({ expected: sum('expected'), atMost: sum('atMost') })
    expect(inDollars(nanodollars.atMost)).toMatch(/^\$4\./)
  })

  it('expects as many takes as this film needed so far, and once each before', () => {
    const seen = { layers: 13, clips: 20 }
    const { lines } = quoteScenes(scenes, offer({ seen }))
    const of = (model: string) => lines.find((line) => line.model === model)!
    expect(of('fal/nano-banana-2')).toMatchObject({ expected: 208_000_000, atMost: 480_000_000 })
    expect(of('fal/kling-v3-pro')).toMatchObject({ expected: 1_792_000_000, atMost: 2_688_000_000 })
  })

  it('prices reference pictures once, and a first layer that follows one as an edit', () => {
    const known = scenes.map((one) => ({ ...one, knownPlace: true }))
    const { lines } = quoteScenes(known, offer({ until: 'stills', references: { images: 3, edits: 5 } }))
    const calls = (model: string) => lines.filter((line) => line.model === model).map((line) => [line.why.split(' ')[0], line.calls]) // prettier-ignore
    expect(calls('fal/nano-banana-2')).toEqual([['reference', 3]])
    expect(calls('fal/nano-banana-2-edit')).toEqual([['reference', 5], ['one', 5]]) // prettier-ignore
    expect(lines[1]).toMatchObject({ expected: 400_000_000, atMost: 400_000_000 })
  })

  it('leaves out the pictures of a scene whose still stands, and prices its clip', () => {
    const { lines } = quoteScenes([{ ...scene, stillStands: true }], offer())
    expect(lines.map(({ department, calls }) => [department, calls])).toEqual([['sound', 2], ['animation', 1], ['judges', 3]]) // prettier-ignore
    const whole = quoteScenes([{ ...scene, stillStands: true, clipStands: true }], offer())
    expect(whole.lines.map(({ department }) => department)).toEqual(['sound'])
  })

  it('has drawings measured here, whatever eyes are chosen, and refuses one model of pictures without the other', () => {
    const choice = { ...previsChoice, vision: 'fal/moondream3', video: 'fal/wan-2.7' }
    const judges = quoteScenes(scenes, offer({ choice })).lines.filter(({ department }) => department === 'judges')
    expect(judges.map(({ model, calls }) => [model, calls])).toEqual([['previs', 7], ['fal/moondream3', 6]]) // prettier-ignore
    const alone = { ...previsChoice, image: 'fal/nano-banana' }
    expect(() => quoteScenes(scenes, offer({ choice: alone }))).toThrow(expect.objectContaining({ code: 'MODELS_NOT_TOGETHER', field: 'settings.models.edit' })) // prettier-ignore
  })

  it('leaves the clips out when it stops after the stills', () => {
    const { lines } = quoteScenes(scenes, offer({ until: 'stills' }))
    expect(lines.map(({ department }) => department)).not.toContain('animation')
    expect(lines.some(({ why }) => why.startsWith('each clip'))).toBe(false)
  })

  it('mixes: what is made here stands in it and costs nothing', () => {
    const { lines, nanodollars } = quoteScenes(
      scenes,
      offer({ choice: { ...previsChoice, video: 'fal/wan-2.7' }, takesMax: 1 }),
    )
    expect(lines.filter(({ atMost }) => atMost > 0).map(({ model }) => model)).toEqual(['fal/wan-2.7'])
    expect(nanodollars).toEqual({ expected: 800_000_000, atMost: 800_000_000 })
  })

  it('takes in what else is asked for, and music', () => {
    const beside = [
      {
        department: 'story',
        model: 'openai/gpt-6-luna',
        price: { expected: 5, atMost: 9 },
        calls: 2,
        takes: onlyOnce,
        why: 'two agents',
      },
    ]
    const { lines } = quoteScenes([], offer({ beside, music: [20] }))
    expect(lines).toEqual([
      { department: 'sound', model: 'previs', calls: 1, expected: 0, atMost: 0, why: 'music' },
      { department: 'story', model: 'openai/gpt-6-luna', calls: 2, expected: 10, atMost: 18, why: 'two agents' },
    ])
  })

  it('names the model that has no price, before anything is spent', () => {
    const choice = { ...previsChoice, video: 'fal/kling-v3-4k' }
    expect(() => quoteScenes(scenes, offer({ choice }))).toThrow(expect.objectContaining({ code: 'PRICE_UNKNOWN' }))
    const long = [{ ...scene, seconds: 12 }]
    expect(() => quoteScenes(long, offer({ choice: { ...previsChoice, video: 'fal/veo3.1' } }))).toThrow(
      expect.objectContaining({ code: 'WISH_NOT_MET' }),
    )
  })
})

const anyScene = fc.record({
  people: fc.nat(6), props: fc.nat(6), lines: fc.nat(5),
  seconds: fc.integer({ min: 72, max: 168 }).map((frames) => frames / 24), spoken: fc.nat(400),
}) // prettier-ignore
const anyOffer = fc.record({
  preset: fc.constantFrom('draft', 'standard', 'best', 'fal', 'openai', 'previs'),
  takesMax: fc.integer({ min: 1, max: 5 }),
  until: fc.constantFrom('stills', 'clips'),
}) as fc.Arbitrary<{ preset: 'draft'; takesMax: number; until: 'stills' | 'clips' }>
const anyScenes = fc.array(anyScene, { maxLength: 6 })

describe('any quote', () => {
  it('expects no more than the most, in every line, and is the same every time', () => {
    fc.assert(
      fc.property(anyScenes, anyOffer, (some, { preset, ...more }) => {
        const asked = offer({ ...more, choice: choose(preset) })
        const quote = quoteScenes(some, asked)
        for (const line of [...quote.lines, quote.nanodollars]) {
          expect(line.expected).toBeLessThanOrEqual(line.atMost)
          expect(Number.isSafeInteger(line.expected) && Number.isSafeInteger(line.atMost)).toBe(true)
        }
        expect(quoteScenes(structuredClone(some), { ...asked, asOf: 'later' })).toEqual({ ...quote, asOf: 'later' })
      }),
      { numRuns: 60 },
    )
  })

  it('has another hash when, and only when, something that matters is another', () => {
    const of = (some: SceneCalls[], more: Partial<SceneOffer> = {}) => quoteScenes(some, offer(more)).hash
    fc.assert(
      fc.property(fc.tuple(anyScenes, anyOffer), fc.tuple(anyScenes, anyOffer), ([some, a], [others, b]) => {
        const asked = ({ preset, ...more }: typeof a) => ({ ...more, choice: choose(preset) })
        const same = JSON.stringify([some, asked(a)]) === JSON.stringify([others, asked(b)])
        expect(of(some, asked(a)) === of(others, asked(b))).toBe(same)
      }),
      { numRuns: 60 },
    )
    const dearer = builtInModels.map((model) => ({
      ...model,
      prices: model.prices.map((rule) => ({ ...rule, nanodollars: rule.nanodollars + 1000 })),
    }))
    expect(of(scenes, { models: dearer })).not.toBe(of(scenes))
    expect(of(scenes, { asOf: 'another moment' })).toBe(of(scenes))
  })

  it('of previs is free, with its calls, and of anything else that is free, empty', () => {
    const some = [
      { people: 2, props: 1, lines: 3 },
      { people: 0, props: 0, lines: 0 },
    ]
    const quote = quoteScenes(some, offer({ choice: previsChoice, models: [] }))
    expect(quote.nanodollars).toEqual({ expected: 0, atMost: 0 })
    expect(quote.lines.map(({ department, model, calls }) => [department, model, calls])).toEqual([
      ['art', 'previs', 5],
      ['judges', 'previs', 7],
      ['sound', 'previs', 3],
      ['animation', 'previs', 2],
    ])
    expect(freeQuote('qualify', on)).toEqual({
      hash: 'free-qualify',
      nanodollars: { expected: 0, atMost: 0 },
      lines: [],
      asOf: on,
    })
  })
})
