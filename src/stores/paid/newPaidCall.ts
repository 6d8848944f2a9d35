import { ObjectId } from 'mongodb'
import { canonical } from '@/domain/canonical'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { generationKeyText, type Department } from '@/domain/generation/generationKey'
import type { PriceRule, Range } from '@/domain/money/priceRule'
import { sha256Of } from '../sha256'
import type { Expected, PaidGeneration } from './paidGeneration'

/** One call that costs money, as a step asks for it. */
export type PaidWish = {
  department: Department
  /** For people: "Layer 2: MARA". */
  what: string
  take: number
  prompt: string
  /** What people see of the request. */
  shown: Record<string, unknown>
  /** What is sent, and what it costs: as `fitRequest` gives it. */
  request: FrozenRequest
  price: Range & { byTokens?: readonly PriceRule[] }
  /** What is looked for in the file that comes; null: only words come. */
  expects: Expected | null
  /** What the model usually takes, milliseconds. */
  typicalMs: number
  /** The higher, the sooner it is sent. */
  rank?: number
}

/** For whom: `owner` pays and may use it again in every project; `accounts` hold the money back. */
export type PaidFor = {
  owner: string
  project: string
  scene: string | null
  runId: string
  accounts: readonly string[]
}

/** What a call is known by: who pays, what is sent, which take it is, and how often a person wanted it anew. */
export const paidKey = (
  { provider, endpoint, version, body }: FrozenRequest,
  { owner, take, again = 0 }: { owner: string; take: number; again?: number },
): string =>
  sha256Of(
    generationKeyText({
      owner,
      provider,
      model: endpoint,
      version,
      input: body,
      take,
      ...(again > 0 ? { again } : {}),
    }),
  )

/**
 * The intent: the same wish of the same owner has the same key, whatever project or worker asks. `again`: how often a
 * person wanted it anew after it may have been paid in vain; each is a call of its own.
 */
export const newPaidCall = (call: PaidWish, at: PaidFor, again = 0): PaidGeneration => {
  const { request, department, what, take, prompt, price, expects, typicalMs, rank = 0 } = call
  const { provider, endpoint, model, version } = request
  const { template } = call.shown
  const now = new Date()
  return {
    _id: paidKey(request, { owner: at.owner, take, again }), paid: true, owner: at.owner, project: new ObjectId(at.project),
    scene: at.scene === null ? null : new ObjectId(at.scene), department, what, provider, endpoint, model, version, take,
    state: 'INTENT', request: call.shown, prompt, frozen: canonical(request), expects, pool: `${provider}:any`,
    accounts: [...at.accounts], priceNanodollars: price.atMost, expectedNanodollars: price.expected, ...(price.byTokens ? { tokenPrices: price.byTokens } : {}), billedNanodollars: 0,
    booked: 'none', typicalMs, rank, fence: 0, round: 0, toldRound: null, attemptId: null, submits: [], sentHash: null, ticket: null,
    manifest: null, badFetches: 0, refusals: 0, errorClass: null, mayBeCharged: false, cancelAsked: false, decisions: [],
    evidence: [], waiters: [], dueAt: now, unknownSince: null, asset: null, answer: null, error: null, processingMs: 0,
    createdAt: now, submittedAt: null, updatedAt: now, ...(typeof template === 'string' ? { template } : {}),
  } // prettier-ignore
}
