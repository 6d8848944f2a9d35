import { describe, expect, it } from 'vitest'
import { chooseModels, modelsWishSchema, type ModelsWish } from '@/domain/catalogue/chooseModels'
import type { PaidProviderId } from '@/domain/catalogue/model'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { presetNames, presets } from '@/domain/catalogue/presets'
import { modelDepartments } from '@/domain/project/projectSettings'

const choose = (wish: ModelsWish, providers: PaidProviderId[], { on = '2026-11-21', models = builtInModels } = {}) =>
  chooseModels(wish, { models, providers: new Set(providers), on })

const refusal = (act: () => unknown): { code: string; fix: string; why: string } => {
  try {
    act()
  } catch (error) {
    return error as { code: string; fix: string; why: string }
  }
  throw new Error('it was not refused')
}

describe('which models make a film', () => {
  it('is previs for everything without a word, and without a key', () => {
    expect(new Set(Object.values(choose('previs', [])))).toEqual(new Set(['previs']))
    expect(new Set(Object.values(choose({}, ['fal'])))).toEqual(new Set(['previs']))
  })

  it.each(presetNames)('%s names only models of the catalogue, for what they are made for', (name) => {
    for (const department of modelDepartments)
      for (const id of presets[name].models[department].filter((one) => one !== 'previs'))
        expect(builtInModels.find((model) => model.id === id)?.kind, id).toBe(department)
  })

  it.each(['draft', 'standard', 'best'] as const)('%s makes pictures and clips with the key of fal alone', (name) => {
    const choice = choose(name, ['fal'])
    expect([choice.image, choice.edit, choice.video].every((id) => id.startsWith('fal/'))).toBe(true)
    expect([choice.text, choice.vision]).toEqual(['previs', 'fal/moondream3'])
    expect(choose(name, ['fal', 'openai']).vision).toMatch(/^openai\/.*-eyes$/)
  })

  it('is that provider’s for what it offers, previs for the rest', () => {
    expect(choose('fal', ['fal'])).toMatchObject({ text: 'previs', video: 'fal/kling-v3-pro', music: 'previs' })
    expect(choose('openai', ['openai'])).toMatchObject({
      text: 'openai/gpt-6.1-terra',
      image: 'previs',
      video: 'previs',
    })
    expect(choose('replicate', ['replicate'])).toMatchObject({ image: 'replicate/flux-1.1-pro', video: 'previs' })
  })

  it('takes a model without a price as soon as a person has written one', () => {
    const models = builtInModels.map((model) =>
      model.id === 'fal/eleven-music'
        ? {
            ...model,
            prices: [{ unit: 'run' as const, nanodollars: 1, when: {}, asOf: '2026-11-21', source: 'a person' }],
          }
        : model,
    )
    expect(choose('fal', ['fal'], { models }).music).toBe('fal/eleven-music')
  })

  it.each<{ wish: ModelsWish; keys: PaidProviderId[]; code: string; fix: string }>([
    { wish: 'fal', keys: ['openai'], code: 'PROVIDER_KEY_MISSING', fix: 'FAL_KEY' },
    { wish: 'draft', keys: [], code: 'PROVIDER_KEY_MISSING', fix: 'FAL_KEY or REPLICATE_API_TOKEN' },
    { wish: 'standard', keys: ['replicate'], code: 'PROVIDER_KEY_MISSING', fix: 'FAL_KEY' },
    { wish: { video: 'fal/veo3.1' }, keys: [], code: 'PROVIDER_KEY_MISSING', fix: 'FAL_KEY' },
    { wish: { video: 'fal/veo99' }, keys: ['fal'], code: 'MODEL_UNKNOWN', fix: 'GET /api/models' },
    { wish: { video: 'fal/nano-banana' }, keys: ['fal'], code: 'MODEL_WRONG_KIND', fix: 'Choose a model for video' },
    { wish: { video: 'fal/kling-o1' }, keys: ['fal'], code: 'PRICE_UNKNOWN', fix: 'Write its price' },
  ])('$wish with the keys of $keys is refused: $code', ({ wish, keys, code, fix }) => {
    const error = refusal(() => choose(wish, keys))
    expect(error.code).toBe(code)
    expect(error.fix).toContain(fix)
  })

  it('goes down a person’s own list', () => {
    expect(choose({ video: ['fal/kling-o1', 'fal/wan-2.7'] }, ['fal']).video).toBe('fal/wan-2.7')
    expect(choose({ video: ['fal/veo3.1', 'previs'] }, []).video).toBe('previs')
  })

  it('refuses a model past its day, naming its successor', () => {
    const late = refusal(() => choose({ text: 'openai/gpt-5' }, ['openai'], { on: '2026-12-11' }))
    expect([late.code, late.fix]).toEqual(['MODEL_SHUT_DOWN', 'Use its successor, openai/gpt-5.6-sol.'])
  })

  it.each(['cheap', { voice: 'x' }, { video: [] }, { video: 5 }, null, 3])('does not read %j as a choice', (given) => {
    expect(modelsWishSchema.safeParse(given).success).toBe(false)
  })
})
