import { z } from 'zod'
import { linePrice } from './nanodollars'

/**
 * What providers count, and how many of the smallest measure of it one unit is: seconds are counted in milliseconds,
 * megapixels in pixels, tokens and characters one by one, so that every quantity is whole.
 */
const measures = {
  image: 1,
  second: 1000,
  video: 1,
  '1k_chars': 1000,
  '1m_tokens_in': 1_000_000,
  '1m_tokens_cached': 1_000_000,
  '1m_tokens_out': 1_000_000,
  '1k_video_tokens': 1000,
  megapixel: 1_000_000,
  compute_second: 1000,
  minute: 60_000,
  run: 1,
} as const

export type PriceUnit = keyof typeof measures
export const priceUnits = Object.keys(measures) as [PriceUnit, ...PriceUnit[]]

/** A price, and when it holds. Nanodollars for one unit. Of two that hold, the one with more conditions is taken. */
export const priceRuleSchema = z.strictObject({
  unit: z.enum(priceUnits),
  nanodollars: z.int().min(0),
  when: z
    .strictObject({
      resolution: z.string().optional(),
      audio: z.boolean().optional(),
      seconds: z.number().optional(),
      /** Tokens that go in: the price of long inputs. */
      tokensInAbove: z.int().optional(),
    })
    .default({}),
  asOf: z.iso.date(),
  source: z.string().min(1),
})
export type PriceRule = z.infer<typeof priceRuleSchema>

/** Expected, and the most it can be. */
export type Range = { expected: number; atMost: number }
export const exactly = (quantity: number): Range => ({ expected: quantity, atMost: quantity })

/** What one call uses: whole quantities of the smallest measures, and what prices depend on. */
export type Usage = {
  used: Partial<Record<PriceUnit, Range>>
  resolution: string | null
  audio: boolean
  seconds: number | null
}

/**
 * Nanodollars of one call. Null when nobody can say: no rule, none that holds for this resolution or length, or a unit
 * nobody can count before it was made.
 */
export const priceOf = (rules: readonly PriceRule[], usage: Usage): Range | null => {
  const expected = sumOf(rules, usage, 'expected')
  const atMost = sumOf(rules, usage, 'atMost')
  return expected === null || atMost === null ? null : { expected, atMost: Math.max(expected, atMost) }
}

const sumOf = (rules: readonly PriceRule[], usage: Usage, end: keyof Range): number | null => {
  const units = new Set(rules.map(({ unit }) => unit))
  if (units.size === 0) return null
  let sum = 0
  for (const unit of units) {
    const quantity = usage.used[unit]?.[end]
    const rule = ruleFor(rules, { unit, usage, end })
    // what is read from a cache is cheaper and cannot be foreseen: it is priced as if nothing was cached
    if (unit === '1m_tokens_cached') continue
    if (quantity === undefined || !rule) return null
    sum += linePrice(quantity, { nanodollars: rule.nanodollars, per: measures[unit] })
  }
  return sum
}

type Asked = { unit: PriceUnit; usage: Usage; end: keyof Range }

const ruleFor = (rules: readonly PriceRule[], { unit, usage, end }: Asked): PriceRule | undefined =>
  rules
    .filter((rule) => rule.unit === unit && holds(rule.when, usage, end))
    .sort((a, b) => Object.keys(b.when).length - Object.keys(a.when).length)[0]

const holds = (when: PriceRule['when'], usage: Usage, end: keyof Range): boolean =>
  (when.resolution === undefined || when.resolution === usage.resolution) &&
  (when.audio === undefined || when.audio === usage.audio) &&
  (when.seconds === undefined || when.seconds === usage.seconds) &&
  (when.tokensInAbove === undefined || (usage.used['1m_tokens_in']?.[end] ?? 0) > when.tokensInAbove)
