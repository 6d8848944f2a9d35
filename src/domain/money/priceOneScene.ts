import { previsChoice } from '../catalogue/chooseModels'
import type { CatalogueModel } from '../catalogue/model'
import type { ModelDepartment } from '../project/projectSettings'
import { looksOf } from './looksOf'
import { priceCalls, type PricedBy } from './priceCalls'
import type { Range } from './priceRule'

/** The scene that models are compared by: two people, one thing, two lines, five seconds. */
export const comparedScene = { people: 2, props: 1, lines: 2, seconds: 5, spoken: 120 } as const

/**
 * Nanodollars of what one department does for that scene, each call once; null where that does not go by scenes.
 * Fails like `fitRequest`: WISH_NOT_MET, PRICE_UNKNOWN, MODEL_SHUT_DOWN.
 */
export const priceOneScene = (
  model: CatalogueModel,
  department: ModelDepartment,
  { format, on }: Pick<PricedBy, 'format' | 'on'>,
): Range | null => {
  const by: PricedBy = { choice: { ...previsChoice, [department]: model.id }, models: [model], format, on }
  return priced[department](by)
}

const { people, props, lines, seconds, spoken } = comparedScene
const layers = people + props

const times = ({ expected, atMost }: Range, calls: number): Range => ({
  expected: expected * calls,
  atMost: atMost * calls,
})

const looks = (by: PricedBy): Range => {
  const { layer, picture } = looksOf({ people, props })
  const [each, whole] = [times(priceCalls.vision(by, layer), 1 + layers), priceCalls.vision(by, picture)]
  return { expected: each.expected + whole.expected, atMost: each.atMost + whole.atMost }
}

const priced: Record<ModelDepartment, (by: PricedBy) => Range | null> = {
  // asked for the documents of a whole film
  text: () => null,
  image: (by) => priceCalls.image(by),
  edit: (by) => times(priceCalls.edit(by), layers),
  vision: looks,
  video: (by) => priceCalls.video(by, seconds),
  speech: (by) => times(priceCalls.speech(by, { lines, spoken }), lines),
  music: (by) => priceCalls.music(by, seconds),
}
