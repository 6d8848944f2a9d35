import { StudioError } from '../errors/StudioError'
import { inDollars } from './nanodollars'
import type { Quote } from './quote'

/** Nothing was started, because nobody said yes to what it may cost; the quote to say yes to comes with it. */
export class QuoteNotAccepted extends StudioError {
  readonly quote: Quote
  constructor(quote: Quote, why: string) {
    super({
      code: 'QUOTE_NOT_ACCEPTED',
      what: 'Nothing was started, and nothing was spent.',
      why,
      fix: `It costs about ${inDollars(quote.nanodollars.expected)} and at most ${inDollars(quote.nanodollars.atMost)}; send “accept” with this quote’s hash and at least its atMost.`,
      field: 'accept',
    })
    this.quote = quote
  }
}

/** A quote of nothing needs no yes. Fails: QUOTE_NOT_ACCEPTED. */
export const mustBeAccepted = (quote: Quote, accept: { hash: string; nanodollars: number } | undefined): void => {
  const { atMost } = quote.nanodollars
  if (atMost === 0) return
  if (!accept) throw new QuoteNotAccepted(quote, 'It costs money, and the quote was not accepted.')
  if (accept.hash !== quote.hash)
    throw new QuoteNotAccepted(quote, 'What was accepted is not what it costs now: scenes, models or prices changed.')
  if (accept.nanodollars < atMost)
    throw new QuoteNotAccepted(quote, `Only ${inDollars(accept.nanodollars)} were accepted.`)
}
