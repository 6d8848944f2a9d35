import type { RunKind } from '../run/runPlan'
import { quoteOf, type Quote } from './quote'

/** The offline departments cost nothing, however often they are called. */
export const freeQuote = (kind: RunKind, asOf: string): Quote => ({ ...quoteOf([], { asOf }), hash: `free-${kind}` })
