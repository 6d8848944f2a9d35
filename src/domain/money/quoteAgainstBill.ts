import { inDollars } from './nanodollars'
import type { Quote } from './quote'
import { lineKindOf, lineKindOfCall, lineWhy, type CallOfLine } from './quoteLines'

/** One paid call, as a bill knows it. Whole nanodollars. */
export type BilledCall = CallOfLine & {
  model: string
  billed: number
  isBilled: boolean
  /** What it should have cost. */
  expected: number
}

type Line = Quote['lines'][number]
/** A line of a quote beside what was paid for it; `because`: each reason why they differ, with its amount. */
export type LineAgainstBill = Omit<Line, 'calls'> & {
  planned: number
  calls: number
  billed: number
  unbilled: number
  because: string[]
}
export type QuoteAgainstBill = {
  expected: number
  atMost: number
  billed: number
  /** How far the bill is from what was expected, in thousandths of it. */
  offByThousandths: number
  lines: LineAgainstBill[]
}

/** What a quote said beside what was billed since, line by line; calls no line speaks of come last. */
export const quoteAgainstBill = (quote: Pick<Quote, 'lines'>, calls: readonly BilledCall[]): QuoteAgainstBill => {
  const left = new Set(calls)
  const lines = quote.lines
    .filter(({ atMost }) => atMost > 0)
    .map((line) => {
      const kind = lineKindOf(line)
      const own = [...left].filter(
        (call) => call.model === line.model && lineKindOfCall(call) === kind && isAskedBy(line, call),
      )
      for (const call of own) left.delete(call)
      return lineAgainst(line, own)
    })
  const beside = [...left].map(({ model }) => model)
  const more = [...new Set(beside)].map((model) =>
    unforeseen(
      model,
      [...left].filter((call) => call.model === model),
    ),
  )
  const all = [...lines, ...more]
  const expected = sum(all, (line) => line.expected)
  const billed = sum(all, (line) => line.billed)
  return {
    expected,
    atMost: sum(all, (line) => line.atMost),
    billed,
    offByThousandths: expected === 0 ? 0 : Math.round(((billed - expected) * 1000) / expected),
    lines: all,
  }
}

/** Words of several departments are asked of one model. */
const isAskedBy = (line: Line, call: BilledCall): boolean => {
  const kind = lineKindOf(line)
  return (kind !== 'words' && kind !== 'wordsAgain') || line.department === call.department
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0)

const lineAgainst = ({ calls: planned, ...line }: Line, own: readonly BilledCall[]): LineAgainstBill => {
  const billed = sum(own, (call) => call.billed)
  const unbilled = own.filter(({ isBilled }) => !isBilled).length
  return { ...line, planned, calls: own.length, billed, unbilled, because: reasons({ ...line, planned }, own) }
}

const unforeseen = (model: string, own: readonly BilledCall[]): LineAgainstBill =>
  lineAgainst({ department: own[0]?.department ?? '', model, calls: 0, expected: 0, atMost: 0, why: 'not in the quote' }, own) // prettier-ignore

type Planned = Omit<Line, 'calls'> & { planned: number }

/** Each amount a line is off by, with its reason; together they are the difference. */
const reasons = ({ planned, expected, why }: Planned, own: readonly BilledCall[]): string[] => {
  const billed = own.filter(({ isBilled }) => isBilled)
  const later = why === lineWhy.wordsAgain ? [] : billed.filter(({ take }) => take > 1)
  const first = billed.length - later.length
  const each = planned === 0 ? 0 : expected / planned
  const price = sum(billed, (call) => call.billed) - billed.length * each
  const open = own.length - billed.length
  return [
    ...because((first + open - planned) * each, `${String(Math.abs(first + open - planned))} calls ${first + open > planned ? 'more' : 'fewer'} than planned`), // prettier-ignore
    ...because(later.length * each, `${String(later.length)} made again after a judge’s no`),
    ...because(-open * each, `${String(open)} not billed yet, or not charged`),
    ...because(price, `a call cost ${inDollars(averageOf(billed))} instead of ${inDollars(Math.round(each))}`),
  ]
}

const averageOf = (billed: readonly BilledCall[]): number =>
  billed.length === 0 ? 0 : Math.round(sum(billed, (call) => call.billed) / billed.length)

const because = (nanodollars: number, why: string): string[] => {
  const amount = Math.round(nanodollars)
  return amount === 0 ? [] : [`${amount > 0 ? '+' : '−'}${inDollars(Math.abs(amount))}: ${why}`]
}
