/** What one call costs: whole nanodollars, and the unit they are listed by. */
export type Price = { unit: string; unitPriceNanodollars: number; nanodollars: number }

/** Whole nanodollars of a price written in dollars: `usd(0.0398)` is 39,800,000. */
export const usd = (dollars: number): number => Math.round(dollars * 1e9)

/** So many units (they may be parts of one) at a price; rounded to the nearest nanodollar. */
export const priceOf = (unit: string, unitPriceNanodollars: number, units: number): Price => ({
  unit,
  unitPriceNanodollars,
  nanodollars: Math.round(unitPriceNanodollars * units),
})

/** The same price after it rose or fell. */
export const priceTimes = (price: Price, factor: number): Price => ({
  unit: price.unit,
  unitPriceNanodollars: Math.round(price.unitPriceNanodollars * factor),
  nanodollars: Math.round(price.nanodollars * factor),
})
