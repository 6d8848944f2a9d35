import { describe, expect, it } from 'vitest'
import { fitRequest } from '@/domain/catalogue/fitRequest'
import { modelKinds } from '@/domain/catalogue/model'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { inDollars } from '@/domain/money/nanodollars'
import { plainWishes, still } from './wishes'
import type { Wish } from '@/domain/catalogue/wish'

const on = '2026-11-21'
const ids = builtInModels.map(({ id }) => id)
const wishFor = (id: string, kind: (typeof modelKinds)[number]): Wish =>
  id === 'fal/veo3.1-ends'
    ? { ...(plainWishes.video as Extract<Wish, { kind: 'clip' }>), end: still('e') }
    : id === 'fal/topaz-video'
      ? { kind: 'upscale', file: { ...still('a'), mime: 'video/mp4' }, factor: 2 }
      : plainWishes[kind]

describe('the catalogue', () => {
  it('has at least forty models, of every kind, each once', () => {
    expect(builtInModels.length).toBeGreaterThanOrEqual(40)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(builtInModels.map(({ kind }) => kind))).toEqual(new Set(modelKinds))
  })

  it('offers nothing of Sora, and names a successor that stands in it', () => {
    expect(ids.filter((id) => id.includes('sora'))).toEqual([])
    for (const { id, replacedBy } of builtInModels) if (replacedBy) expect(ids, id).toContain(replacedBy)
    for (const model of builtInModels.filter(({ id }) => /^openai\/gpt-5(-(mini|nano|pro))?$/.test(id)))
      expect([model.shutdownDate, model.replacedBy?.startsWith('openai/gpt-5.6-')]).toEqual(['2026-12-11', true])
  })

  it('states a source and a date for every row and every price', () => {
    for (const { source, prices } of builtInModels)
      for (const fact of [{ source }, ...prices]) expect(fact.source.length).toBeGreaterThan(3)
  })

  it.each(ids)('%s fits a plain wish of its kind, or says that its price is unknown', (id) => {
    const model = builtInModels.find((one) => one.id === id)!
    const wish = wishFor(id, model.kind)
    try {
      const { request, price } = fitRequest(model, wish, { on })
      expect(request).toMatchObject({ provider: model.provider, endpoint: model.endpoint, model: id })
      expect(price.expected).toBeGreaterThan(0)
      expect(price.atMost).toBeGreaterThanOrEqual(price.expected)
    } catch (error) {
      expect((error as { code: string }).code).toBe('PRICE_UNKNOWN')
      expect(model.says).toMatch(/looked up first|GPT-5.6 Sol and let it think hard/)
      // and with a price it fits
      const asked = {
        ...model,
        prices: [{ unit: 'run' as const, nanodollars: 1, when: {}, asOf: on, source: 'a person' }],
      }
      expect(fitRequest(asked, wish, { on }).price.atMost).toBe(1)
    }
  })

  const clip = plainWishes.video as Extract<Wish, { kind: 'clip' }>
  const picture = plainWishes.image as Extract<Wish, { kind: 'picture' }>
  const edit = plainWishes.edit
  const speech = { ...(plainWishes.speech as Extract<Wish, { kind: 'speech' }>), text: 'x'.repeat(1000) }
  const fullHd = { width: 1920, height: 1080 }

  /** The figures of the reference, for one call. */
  it.each<[string, Wish, string]>([
    ['fal/nano-banana', picture, '$0.0398'],
    ['fal/nano-banana-edit', edit, '$0.0398'],
    ['fal/nano-banana-2', picture, '$0.08'],
    ['fal/nano-banana-2', { ...picture, ...fullHd }, '$0.12'],
    ['fal/nano-banana-2-edit', { ...picture, base: still('a'), width: 3840, height: 2160 }, '$0.16'],
    ['fal/veo3.1', { ...clip, seconds: 6 }, '$1.20'],
    ['fal/veo3.1', { ...clip, seconds: 6, width: 3840, height: 2160 }, '$2.40'],
    ['fal/veo3.1-fast', { ...clip, seconds: 4 }, '$0.40'],
    ['fal/kling-v3-pro', { ...clip, seconds: 5 }, '$0.56'],
    ['fal/kling-v3-turbo-standard', { ...clip, seconds: 5 }, '$0.56'],
    ['fal/kling-v3-turbo-pro', { ...clip, seconds: 5 }, '$0.70'],
    ['fal/kling-o3-standard', { ...clip, seconds: 5 }, '$0.42'],
    ['fal/kling-o3-4k', { ...clip, seconds: 5 }, '$2.10'],
    ['fal/kling-v2.5-turbo-pro', { ...clip, seconds: 5 }, '$0.35'],
    ['fal/wan-2.5', { ...clip, seconds: 5, width: 854, height: 480 }, '$0.25'],
    ['fal/wan-2.5', { ...clip, seconds: 5 }, '$0.50'],
    ['fal/wan-2.5', { ...clip, seconds: 5, ...fullHd }, '$0.75'],
    ['fal/wan-2.7', { ...clip, seconds: 5 }, '$0.50'],
    ['fal/wan-2.7', { ...clip, seconds: 5, ...fullHd }, '$0.75'],
    ['fal/hailuo-2.3-standard', { ...clip, seconds: 6 }, '$0.28'],
    ['fal/hailuo-2.3-standard', { ...clip, seconds: 7 }, '$0.56'],
    ['fal/ltx-2.3', { ...clip, seconds: 6, ...fullHd }, '$0.36'],
    ['fal/ltx-2.3', { ...clip, seconds: 6, width: 2560, height: 1440 }, '$0.72'],
    ['fal/ltx-2.3', { ...clip, seconds: 6, width: 3840, height: 2160 }, '$1.44'],
    ['fal/seedance-v1-pro-fast', { ...clip, seconds: 5, ...fullHd }, '$0.243'],
    ['fal/seedance-2.0', { ...clip, seconds: 4 }, '$1.2096'],
    ['fal/seedance-2.0-fast', { ...clip, seconds: 4 }, '$0.96768'],
    ['fal/eleven-v3', speech, '$0.10'],
    ['fal/minimax-speech-2.8-hd', speech, '$0.10'],
    ['fal/minimax-speech-02-turbo', speech, '$0.06'],
    ['replicate/flux-schnell', picture, '$0.003'],
    ['replicate/flux-kontext-pro', edit, '$0.04'],
  ])('%s costs what the reference says', (id, wish, dollars) => {
    const { price } = fitRequest(
      builtInModels.find((one) => one.id === id)!,
      wish,
      { on },
    )
    expect([inDollars(price.expected), inDollars(price.atMost)]).toEqual([dollars, dollars])
  })

  /** Dollars of a million tokens in, with none out, and the other way round. */
  it.each([
    ['openai/gpt-5', 1.25, 10],
    ['openai/gpt-5-nano', 0.05, 0.4],
    ['openai/gpt-5.4', 2.5, 15],
    ['openai/gpt-5.4-mini', 0.75, 4.5],
    ['openai/gpt-5.6-sol', 4, 20],
    ['openai/gpt-5.6-terra', 2, 12],
    ['openai/gpt-5.6-luna', 0.2, 1.2],
    ['openai/gpt-6-sol', 2, 10],
    ['openai/gpt-6-luna', 0.1, 0.5],
    ['openai/gpt-6.1-sol', 2, 10],
    ['openai/gpt-6.1-terra', 1, 5],
    ['fal/moondream3', 0.4, 3.5],
  ])('%s has the token prices of the reference', (id, into, out) => {
    const { prices } = builtInModels.find((one) => one.id === id)!
    const plain = (unit: string) => prices.find((rule) => rule.unit === unit && !rule.when.tokensInAbove)?.nanodollars
    expect([plain('1m_tokens_in'), plain('1m_tokens_out')]).toEqual([into * 1e9, out * 1e9])
  })
})
