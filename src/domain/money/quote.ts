import { canonical } from '../canonical'
import { seedOf } from '../seed'
import { linePrice, timesTenths } from './nanodollars'
import type { Range } from './priceRule'

/** What a press would cost. Whole nanodollars; `atMost` is what is held back until it is known. */
export type Quote = {
  /** Stands as long as what it was made from and every price in it stand. */
  hash: string
  nanodollars: { expected: number; atMost: number }
  lines: { department: string; model: string; calls: number; expected: number; atMost: number; why: string }[]
  asOf: string
}

/** Calls of one kind: how many there are, and how often each is made. */
export type PlannedCalls = {
  department: string
  /** Id of the catalogue, or previs. */
  model: string
  /** Nanodollars of one call. */
  price: Range
  calls: number
  /** How often each is expected to be made, in tenths, and at most. */
  takes: { expectedTenths: number; atMost: number }
  why: string
}

export const onlyOnce = { expectedTenths: 10, atMost: 1 }

/** What is paid for is made again only after a clear no: once each is expected, until `seen` says more. Never more than are allowed. */
export const takesUpTo = (most: number, seen = 10): PlannedCalls['takes'] => ({
  expectedTenths: Math.min(Math.max(seen, 10), most * 10),
  atMost: most,
})

/** Texts to a hash. Two quotes of the same hash are the same offer, so where money is spent it is a SHA-256. */
export type HashOf = (text: string) => string
const shortHash: HashOf = (text) => seedOf(text).toString(16)

/**
 * Prices what is planned, line by line; calls of one department, model and reason are one line. `inputs` is what else
 * the offer was made from. The same plan gives the same quote; only `asOf` tells the moment.
 */
export const quoteOf = (
  planned: readonly PlannedCalls[],
  { asOf, inputs = null, hashOf = shortHash }: { asOf: string; inputs?: unknown; hashOf?: HashOf },
): Quote => {
  const lines: Quote['lines'] = []
  for (const { department, model, why, calls, price, takes } of planned.filter((one) => one.calls > 0)) {
    const same = (line: Quote['lines'][number]) =>
      line.department === department && line.model === model && line.why === why
    const line = lines.find(same) ?? { department, model, calls: 0, expected: 0, atMost: 0, why }
    if (!lines.includes(line)) lines.push(line)
    line.calls += calls
    line.expected += timesTenths(linePrice(calls, { nanodollars: price.expected, per: 1 }), takes.expectedTenths)
    line.atMost += linePrice(calls * takes.atMost, { nanodollars: price.atMost, per: 1 })
  }
  const sum = (end: keyof Range) => lines.reduce((total, line) => total + line[end], 0)
  return {
    hash: hashOf(canonical([lines, inputs])),
    nanodollars: { expected: sum('expected'), atMost: sum('atMost') },
    lines,
    asOf,
  }
}
