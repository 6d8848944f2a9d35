import { describe, expect, it } from 'vitest'
import { compareListing, type ListedModel } from '@/domain/catalogue/compareListing'
import { modelOf } from '@/domain/catalogue/chooseModels'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'

const ltx = modelOf(builtInModels, 'fal/ltx-2.3')
const fields = new Map<string, string[] | null>([
  ['prompt', null],
  ['image_url', null],
  ['end_image_url', null],
  ['generate_audio', null],
  ['duration', ['6', '8', '10']],
  ['resolution', ['1080p', '1440p', '2160p']],
  ['aspect_ratio', ['auto', '16:9', '9:16']],
  ['fps', ['24', '25', '48', '50']],
])
const listed = (more: Partial<ListedModel> = {}): ListedModel => ({
  isListed: true,
  isDeprecated: false,
  shutdownDate: null,
  input: { fields, required: ['prompt', 'image_url'] },
  price: { unit: 'second', nanodollars: 60_000_000 },
  ...more,
})

describe('a row beside what its provider lists', () => {
  it('has nothing to say when they agree, or when the provider says nothing', () => {
    expect(compareListing(ltx, listed())).toEqual([])
    expect(compareListing(ltx, listed({ input: null, price: null }))).toEqual([])
  })

  it.each<[Partial<ListedModel>, string[]]>([
    [{ isListed: false }, ['its provider does not list it any more']],
    [{ isDeprecated: true }, ['its provider calls it deprecated']],
    [{ shutdownDate: '2027-01-01' }, ['it is shut down on 2027-01-01, here never']],
    [
      { price: { unit: 'second', nanodollars: 70_000_000 } },
      ['its price is $0.07 for each second; here $0.06, $0.12, $0.24'],
    ],
    [
      { price: { unit: 'video', nanodollars: 1 } },
      ['its price is $0.000000001 for each video; here it is counted by second'],
    ],
    [{ input: { fields, required: ['prompt', 'image_url', 'motion'] } }, ['it needs “motion”, which is never sent']],
    [
      { input: { fields: new Map([...fields, ['duration', ['6', '12']]]), required: [] } },
      ['“duration” does not take 8, 10', '“duration” also takes 12'],
    ],
    [{ input: { fields: new Map([...fields].slice(1)), required: [] } }, ['it has no field “prompt”']],
  ])('%j', (more, differences) => expect(compareListing(ltx, listed(more))).toEqual(differences))

  it('tells the price of one that has none', () => {
    const upscaler = modelOf(builtInModels, 'fal/clarity-upscaler')
    const input = {
      fields: new Map([
        ['image_url', null],
        ['upscale_factor', null],
      ]),
      required: ['image_url'],
    }
    expect(compareListing(upscaler, listed({ input, price: { unit: 'megapixel', nanodollars: 30_000_000 } }))).toEqual([
      'its price is $0.03 for each megapixel; here it has none',
    ])
  })
})
