import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inDollars, linePrice, nanodollarsOf, readBudget, timesTenths } from '@/domain/money/nanodollars'

describe('money in whole nanodollars', () => {
  it.each([
    ['5', 5_000_000_000],
    ['0.50', 500_000_000],
    ['$12.5', 12_500_000_000],
    [' 0.000000001 ', 1],
    ['0', 0],
    ['9000000', 9_000_000_000_000_000],
    ['1.50000000000', 1_500_000_000],
  ])('reads %s', (words, nanodollars) => expect(readBudget(words)).toBe(nanodollars))

  it.each(['', ' ', '-1', '−1', 'five', 'NaN', 'Infinity', '1e3', '5,50', '0x10', '1.', '.5', '9000000.01', '1000000001', '0.0000000001', '99999999999999999999'])(
    'refuses a budget of “%s”',
    (words) => expect(() => readBudget(words)).toThrow(expect.objectContaining({ code: 'BUDGET_REFUSED' })),
  ) // prettier-ignore

  it.each([
    [5_000_000_000, '$5.00'],
    [39_800_000, '$0.0398'],
    [5, '$0.000000005'],
    [0, '$0.00'],
    [1_100_000_000, '$1.10'],
    [-20_000_000, '−$0.02'],
  ])('shows %i as %s', (nanodollars, words) => expect(inDollars(nanodollars)).toBe(words))

  it('reads what it shows, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (nanodollars) => {
        expect(nanodollarsOf(inDollars(nanodollars))).toBe(nanodollars)
      }),
    )
  })

  it('rounds a line up, by less than one nanodollar', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(100_000_000),
        fc.constantFrom(1, 10, 1000, 60_000, 1_000_000),
        (q, p, per) => {
          const over = BigInt(linePrice(q, { nanodollars: p, per })) * BigInt(per) - BigInt(q) * BigInt(p)
          expect(over >= 0n && over < BigInt(per)).toBe(true)
        },
      ),
    )
    expect(timesTenths(39_800_001, 12)).toBe(47_760_002)
  })

  it('says that a sum is too high to be counted, and never counts wrong', () => {
    expect(() => linePrice(9_000_000, { nanodollars: 9_000_000_000, per: 1 })).toThrow(
      expect.objectContaining({ code: 'PRICE_TOO_HIGH' }),
    )
  })
})
