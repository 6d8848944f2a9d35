import { StudioError } from '../errors/StudioError'
import { inDollars, nanodollarsPerDollar } from './nanodollars'
import type { Quote } from './quote'

/** A command that costs money was given no budget: nothing was started. The quote comes with it. */
export class BudgetNeeded extends StudioError {
  readonly quote: Quote
  constructor(quote: Quote) {
    const { expected, atMost } = quote.nanodollars
    super({
      code: 'BUDGET_NEEDED',
      what: 'Nothing was started, and nothing was spent.',
      why: `It costs about ${inDollars(expected)} and at most ${inDollars(atMost)}, and no budget was given.`,
      fix: `Give the same command --budget ${asBudget(atMost)}, or less: then it stops before it passes that, and goes on with more.`,
      retry: 'afterFix',
      field: 'budget',
    })
    this.quote = quote
  }
}

/** Dollars as a budget is typed, rounded up to whole cents: "1.35". */
export const asBudget = (nanodollars: number): string =>
  (Math.ceil(nanodollars / (nanodollarsPerDollar / 100)) / 100).toFixed(2)

/** The story of a run that stopped at its budget, with what it needs to its end. Whole nanodollars. */
export const stoppedAtBudget = (
  { what, why }: Pick<StudioError, 'what' | 'why'>,
  { gone, quote }: { gone: number; quote: Quote },
): StudioError => {
  const { expected, atMost } = quote.nanodollars
  return new StudioError({
    code: 'BUDGET_SPENT',
    what,
    why: `${why} The rest costs about ${inDollars(expected)} and at most ${inDollars(atMost)}.`,
    fix: `Run the same command with --budget ${asBudget(gone + atMost)}, which is surely enough; what was made stays and is not paid again.`,
    retry: 'afterFix',
    field: 'budget',
  })
}
