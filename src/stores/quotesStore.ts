import { ObjectId } from 'mongodb'
import type { Quote } from '@/domain/money/quote'
import { quoteAgainstBill, type BilledCall, type QuoteAgainstBill } from '@/domain/money/quoteAgainstBill'
import { lineKindOfCall, type LineKind } from '@/domain/money/quoteLines'
import type { TakesSeen } from '@/domain/money/quoteScenes'
import { ignoreDuplicate, textCollection, type ControlDb } from './controlDb'
import type { PaidGeneration } from './paid/paidGeneration'

/** A price somebody said yes to. */
type AcceptedQuote = { _id: string; project: string; at: Date; by: string; quote: Quote }
export type QuoteBilled = QuoteAgainstBill & { at: Date; by: string; hash: string }

/** So many first takes say how often a judge refuses one. */
const takesMeanSomething = 10

/** What was said to cost, beside what it did. */
export const quotesStore = (control: ControlDb) => {
  const quotes = textCollection<AcceptedQuote>(control.db, 'quotes')
  const generations = textCollection<PaidGeneration>(control.db, 'generations')
  /** Paid calls of a project, oldest first. */
  const callsOf = async (project: string): Promise<(BilledCall & { at: Date })[]> => {
    const found = await generations
      .find({ project: new ObjectId(project), paid: true }, { projection: { frozen: 0, prompt: 0, request: 0, manifest: 0, answer: 0 } })
      .sort({ createdAt: 1 })
      .toArray()
    return found.map(({ department, model, what, scene, expects, take, billedNanodollars, booked, expectedNanodollars, createdAt }) => ({
      department, model, what, inScene: scene !== null, kind: expects?.kind ?? null, take, billed: billedNanodollars,
      isBilled: booked !== 'none', expected: expectedNanodollars, at: createdAt,
    }))
  } // prettier-ignore
  return {
    /** Repeatable: the first yes under an id stands. A quote of nothing is not kept. */
    async keep(id: string, { project, by, quote }: Pick<AcceptedQuote, 'project' | 'by' | 'quote'>): Promise<void> {
      if (quote.nanodollars.atMost === 0) return
      await quotes.insertOne({ _id: id, project, by, quote, at: new Date() }).catch(ignoreDuplicate)
    },

    /** Takes for ten layers and ten clips, as they were needed so far; ten while few were made. */
    async takesSeen(project: string): Promise<TakesSeen> {
      if (project === '') return { layers: 10, clips: 10 }
      const calls = (await callsOf(project)).filter(({ kind }) => kind !== null)
      const seen = (line: LineKind): number => {
        const made = calls.filter((call) => lineKindOfCall(call) === line)
        const first = made.filter(({ take }) => take === 1).length
        return first < takesMeanSomething ? 10 : Math.round((made.length * 10) / first)
      }
      return { layers: seen('layers'), clips: seen('clips') }
    },

    /** Every accepted quote of a project, oldest first, beside the calls made from it on, until the next was accepted. */
    async billed(project: string): Promise<QuoteBilled[]> {
      const [accepted, calls] = await Promise.all([
        quotes.find({ project }).sort({ at: 1 }).toArray(),
        callsOf(project),
      ])
      return accepted.map(({ at, by, quote }, i) => {
        const next = accepted[i + 1]?.at ?? null
        const own = calls.filter((call) => call.at >= at && (next === null || call.at < next))
        return { at, by, hash: quote.hash, ...quoteAgainstBill(quote, own) }
      })
    },
  }
}
