import { nanodollarsOf } from '../../money/nanodollars'
import type { PriceRule, PriceUnit } from '../../money/priceRule'
import type { WrittenModel } from '../model'

/** The day the rows' sources were read. */
export const readOn = '2026-11-21'

/** Where the schemas of fal were read. */
export const falTypes = 'fal-js 381105e, libs/client/src/types/endpoints.ts'
export const falPage = 'fal.ai/models/<id>/llms.txt'

type Stated = { source: string; asOf?: string; when?: PriceRule['when'] }

/** A price as it is stated, dollars for one unit. */
export const price = (unit: PriceUnit, dollars: string, { source, asOf = readOn, when = {} }: Stated): PriceRule => {
  const nanodollars = nanodollarsOf(dollars)
  if (nanodollars === null) throw new RangeError(`not a price: ${dollars}`)
  return { unit, nanodollars, when, asOf, source }
}

/** What is the same in most rows of fal. */
export const fal = (row: Omit<WrittenModel, 'provider' | 'source' | 'asOf'> & { source?: string }): WrittenModel => ({
  source: falTypes,
  ...row,
  provider: 'fal',
  asOf: readOn,
})

/** A picture a clip begins with. */
export const begins = (field: string) => ({ field, list: false, most: 1, required: true }) as const
/** A picture a clip may end with. */
export const mayEnd = (field: string) => ({ field, required: false }) as const
/** Whole seconds from … to. */
export const secondsFromTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
