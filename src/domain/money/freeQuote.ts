import type { RunKind } from '../run/runPlan'

/** What a press would cost. Whole nanodollars; `atMost` is what is held back until it is known. */
export type Quote = {
  hash: string
  nanodollars: { expected: number; atMost: number }
  lines: { department: string; model: string; calls: number; expected: number; atMost: number; why: string }[]
  asOf: string
}

/** The offline departments cost nothing, however often they are called. */
export const freeQuote = (kind: RunKind, asOf: string): Quote => ({
  hash: `free-${kind}`,
  nanodollars: { expected: 0, atMost: 0 },
  lines: [],
  asOf,
})
