import { StudioError } from '../errors/StudioError'

/** Money is whole nanodollars: a billionth of a US dollar, as an integer a number holds exactly. */
export const nanodollarsPerDollar = 1_000_000_000

/** The most a budget may be: what whole nanodollars hold exactly ends soon above it. */
export const budgetDollarsMost = 9_000_000

const amount = /^\$?(\d{1,10})(?:\.(\d+))?$/

/**
 * Dollars as people write them, "5", "0.50", "$12.5": digits and one point, exact to the nanodollar.
 * Null for anything else: a sign, a comma, an exponent, a tenth digit after the point that is not 0, more than 9,000,000.
 */
export const nanodollarsOf = (dollars: string): number | null => {
  const [, whole, fraction = ''] = amount.exec(dollars.trim()) ?? []
  if (whole === undefined || /[1-9]/.test(fraction.slice(9))) return null
  const nanodollars = BigInt(whole) * BigInt(nanodollarsPerDollar) + BigInt(fraction.slice(0, 9).padEnd(9, '0'))
  return nanodollars > BigInt(budgetDollarsMost) * BigInt(nanodollarsPerDollar) ? null : Number(nanodollars)
}

/** "$5.00", "$0.0398", "$0.000000005": two digits after the point, and as many more as matter. */
export const inDollars = (nanodollars: number): string => {
  const digits = Math.abs(nanodollars).toString().padStart(10, '0')
  const fraction = digits.slice(-9).replace(/0{1,7}$/, '')
  return `${nanodollars < 0 ? '−' : ''}$${digits.slice(0, -9)}.${fraction}`
}

/**
 * The rounding rule, the only one: up, to whole nanodollars, for each line. `quantity` and `per` are whole numbers of
 * the same measure: 5,200 milliseconds at a price per 1,000.
 */
export const linePrice = (quantity: number, price: { nanodollars: number; per: number }): number => {
  const [cost, per] = [BigInt(quantity) * BigInt(price.nanodollars), BigInt(price.per)]
  return whole(cost / per + (cost % per === 0n ? 0n : 1n))
}

/** `nanodollars` taken `tenths / 10` times, rounded by the same rule. */
export const timesTenths = (nanodollars: number, tenths: number): number => linePrice(tenths, { nanodollars, per: 10 })

const whole = (nanodollars: bigint): number => {
  if (nanodollars <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(nanodollars)
  throw new StudioError({
    code: 'PRICE_TOO_HIGH',
    what: 'What this would cost cannot be counted.',
    why: `It is more than ${inDollars(Number.MAX_SAFE_INTEGER)}.`,
    fix: 'Make fewer scenes at once, and look at the prices of the models that were chosen.',
  })
}

/** A budget as a command, a form or a request has it, in nanodollars. Fails: BUDGET_REFUSED. */
export const readBudget = (words: string): number => {
  const nanodollars = nanodollarsOf(words)
  if (nanodollars !== null) return nanodollars
  throw new StudioError({
    code: 'BUDGET_REFUSED',
    what: `A budget cannot be “${words.slice(0, 40)}”.`,
    why: `A budget is an amount in US dollars from 0 to ${budgetDollarsMost.toLocaleString('en-US')}, with a point and at most nine digits after it.`,
    fix: 'Write it like 5 or 0.50.',
    field: 'budget',
  })
}
