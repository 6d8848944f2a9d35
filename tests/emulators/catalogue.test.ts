import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitRequest } from '@/domain/catalogue/fitRequest'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import type { Wish } from '@/domain/catalogue/wish'
import { checkModels } from '@/studio/checkModels'
import { falEndpoints } from '../../emulators/fal/endpoints/falEndpoints'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { plainWishes, still } from '../domain/catalogue/wishes'

const on = '2026-11-21'
const known = builtInModels.filter(({ provider, endpoint }) => provider === 'fal' && falEndpoints.has(endpoint))
const wishFor = ({ id, kind }: (typeof known)[number]): Wish => {
  if (id === 'fal/veo3.1-ends') return { ...(plainWishes.video as Extract<Wish, { kind: 'clip' }>), end: still('e') }
  if (id === 'fal/topaz-video') return { kind: 'upscale', file: { ...still('a'), mime: 'video/mp4' }, factor: 2 }
  return plainWishes[kind]
}

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators()
})
afterAll(async () => {
  await emulators.close()
})

describe('the catalogue before the providers', () => {
  it.each(known.map((model) => [model.id, model] as const))(
    'what is asked of %s is what it takes, for the price that was told',
    (_, model) => {
      const free = [{ unit: 'run' as const, nanodollars: 0, when: {}, asOf: on, source: 'not stated' }]
      const isPriced = model.prices.length > 0 && !model.says.includes('looked up first')
      const { request, price } = fitRequest({ ...model, prices: isPriced ? model.prices : free }, wishFor(model), {
        on,
      })
      const body: unknown = JSON.parse(
        JSON.stringify(request.body).replaceAll(/file:[0-9a-f]{64}/g, 'https://films.test/a.png'),
      )
      const read = falEndpoints.get(model.endpoint)!.read(body)
      if (!('job' in read)) throw new Error(JSON.stringify(read))
      // words are counted before anybody knows the answer; everything else is known to the nanodollar
      if (isPriced && model.kind !== 'vision')
        expect(price).toEqual({ expected: read.job.price(null).nanodollars, atMost: read.job.price(null).nanodollars })
    },
  )

  it('is compared with what they list, and every difference is told', async () => {
    const { FAL_PLATFORM_URL, FAL_KEY, OPENAI_BASE_URL, OPENAI_API_KEY } = emulators.env
    const settings = { FAL_PLATFORM_URL, FAL_KEY, OPENAI_BASE_URL, OPENAI_API_KEY }
    const asked = builtInModels.map((model) =>
      model.id === 'fal/nano-banana'
        ? {
            ...model,
            prices: model.prices.map((rule) => ({ ...rule, nanodollars: 1 })),
            fields: { ...model.fields, seed: 'sed' },
          }
        : model.id === 'openai/gpt-5'
          ? { ...model, shutdownDate: null }
          : model,
    )
    const check = await checkModels(asked, settings, AbortSignal.timeout(20_000))
    const of = (id: string) => check.differences.filter((one) => one.id === id).map(({ says }) => says)
    expect(of('fal/nano-banana')).toEqual([
      'it has no field “sed”',
      'its price is $0.0398 for each image; here $0.000000001',
    ])
    expect(of('openai/gpt-5')).toEqual(['it is shut down on 2026-12-11, here never'])
    expect(of('fal/nano-banana-2')).toEqual([])
    expect(of('fal/wan-2.7')).toEqual([])
    expect(check.left.toSorted()).toEqual(['openrouter', 'replicate'])
    expect(emulators.requests().filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('says what cannot be read', async () => {
    const settings = { FAL_PLATFORM_URL: emulators.env['FAL_PLATFORM_URL'], FAL_KEY: 'no-such-key' }
    await expect(checkModels(builtInModels, settings, AbortSignal.timeout(20_000))).rejects.toMatchObject({
      code: 'PROVIDER_LIST_NOT_READ',
    })
  })
})
