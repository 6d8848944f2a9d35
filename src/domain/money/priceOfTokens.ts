import { exactly, priceOf, priceUnits, type PriceRule, type PriceUnit, type Usage } from './priceRule'

const counted: ReadonlySet<PriceUnit> = new Set(priceUnits.filter((unit) => unit.startsWith('1m_tokens_')))

/** The rules, where tokens are all that is paid for: then the answer itself says what it costs. */
export const tokenRules = (rules: readonly PriceRule[]): readonly PriceRule[] | null =>
  rules.length > 0 && rules.every(({ unit }) => counted.has(unit)) ? rules : null

/** Nanodollars of an answer by the tokens its provider counted; null where it counted none, or no rule holds. */
export const priceOfTokens = (rules: readonly PriceRule[], tokens: Readonly<Record<string, number>>): number | null => {
  const { input_tokens: read, output_tokens: wrote } = tokens
  if (read === undefined || wrote === undefined) return null
  const again = rules.some(({ unit }) => unit === '1m_tokens_cached') ? Math.min(tokens['cached_tokens'] ?? 0, read) : 0
  const usage: Usage = { used: { '1m_tokens_in': exactly(read), '1m_tokens_out': exactly(wrote) }, resolution: null, audio: false, seconds: null }
  const whole = priceOf(rules, usage)
  if (again === 0 || whole === null) return whole?.expected ?? null
  // what was read from the cache was counted as read anew: it is taken off and priced by its own rule
  const cachedRules = rules.filter(({ unit }) => unit === '1m_tokens_cached').map((rule) => ({ ...rule, unit: '1m_tokens_in' as const }))
  const cached = priceOf(cachedRules, { ...usage, used: { '1m_tokens_in': exactly(again) } })
  const asFresh = priceOf(rules, { ...usage, used: { '1m_tokens_in': exactly(again), '1m_tokens_out': exactly(0) } })
  return cached && asFresh ? whole.expected - asFresh.expected + cached.expected : whole.expected
} // prettier-ignore
