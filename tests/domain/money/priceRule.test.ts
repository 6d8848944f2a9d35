import { describe, expect, it } from 'vitest'
import { exactly, priceOf, type PriceRule, type Usage } from '@/domain/money/priceRule'

const rule = (unit: PriceRule['unit'], nanodollars: number, when: PriceRule['when'] = {}): PriceRule => ({
  unit, nanodollars, when, asOf: '2026-11-21', source: 'a page',
}) // prettier-ignore
const usage = (used: Usage['used'], more: Partial<Usage> = {}): Usage => ({
  used, resolution: null, audio: false, seconds: null, ...more,
}) // prettier-ignore

describe('the price of one call', () => {
  it('adds up what is counted, each line rounded up', () => {
    const rules = [rule('1m_tokens_in', 100_000_000), rule('1m_tokens_out', 500_000_000)]
    const used = { '1m_tokens_in': { expected: 3, atMost: 5 }, '1m_tokens_out': { expected: 1, atMost: 7 } }
    expect(priceOf(rules, usage(used))).toEqual({ expected: 300 + 500, atMost: 500 + 3500 })
    expect(priceOf([rule('1k_chars', 1)], usage({ '1k_chars': exactly(1) }))).toEqual({ expected: 1, atMost: 1 })
  })

  it('takes the rule whose conditions hold, the narrower before the wider', () => {
    const rules = [
      rule('second', 100),
      rule('second', 300, { resolution: '4k' }),
      rule('second', 900, { resolution: '4k', audio: true }),
    ]
    const used = { second: exactly(1000) }
    expect(priceOf(rules, usage(used))?.atMost).toBe(100)
    expect(priceOf(rules, usage(used, { resolution: '4k' }))?.atMost).toBe(300)
    expect(priceOf(rules, usage(used, { resolution: '4k', audio: true }))?.atMost).toBe(900)
  })

  it('prices long inputs where they may become long', () => {
    const rules = [rule('1m_tokens_in', 1_000_000), rule('1m_tokens_in', 2_000_000, { tokensInAbove: 100 })]
    expect(priceOf(rules, usage({ '1m_tokens_in': { expected: 100, atMost: 101 } }))).toEqual({
      expected: 100,
      atMost: 202,
    })
  })

  it('expects nothing from a cache', () => {
    const rules = [rule('1m_tokens_in', 1_000_000), rule('1m_tokens_cached', 1)]
    expect(priceOf(rules, usage({ '1m_tokens_in': exactly(10) }))).toEqual({ expected: 10, atMost: 10 })
  })

  it('is not known without a rule, without one that holds, or for what nobody can count before', () => {
    expect(priceOf([], usage({ image: exactly(1) }))).toBeNull()
    expect(priceOf([rule('video', 1, { seconds: 6 })], usage({ video: exactly(1) }, { seconds: 10 }))).toBeNull()
    expect(priceOf([rule('compute_second', 1)], usage({ image: exactly(1) }))).toBeNull()
    expect(priceOf([rule('image', 0)], usage({ image: exactly(1) }))).toEqual({ expected: 0, atMost: 0 })
  })
})
