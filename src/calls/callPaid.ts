import { StudioError } from '@/domain/errors/StudioError'
import { refusesAll } from '@/domain/generation/failedCall'
import { isSettled, waitingKey } from '@/domain/generation/paidMoves'
import { inDollars } from '@/domain/money/nanodollars'
import type { AssetsStore } from '@/stores/assetsStore'
import type { Tx } from '@/stores/controlDb'
import type { Standing } from '@/stores/paid/budgetStore'
import { isWantedAgain } from '@/stores/paid/decideCall'
import type { PaidStores } from '@/stores/paid/openPaidStores'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { newPaidCall, type PaidFor, type PaidWish } from '@/stores/paid/newPaidCall'
import type { Called } from './callFree'

export type PaidCall = PaidWish
/** What words and usage come with it. */
export type PaidAnswer = { text: string | null; usage: Record<string, number>; requestId: string }
export type CallPaid = (call: PaidCall, at: PaidFor) => Promise<Called<PaidAnswer>>

/**
 * No answer yet: the step parks on `key`, and `write` is part of its finish. Whoever runs steps catches it; a step lets
 * it pass.
 */
export class Parked extends Error {
  override readonly name = 'Parked'
  readonly key: string
  readonly write: (tx: Tx) => Promise<void>
  constructor(key: string, write: (tx: Tx) => Promise<void>) {
    super('waits for a paid call')
    this.key = key
    this.write = write
  }
}

/** A paid call came to nothing, and this was told to nobody yet: `write` is part of the finish that tells it. */
export class CallFailed extends StudioError {
  readonly write: (tx: Tx) => Promise<void>
  constructor(story: ConstructorParameters<typeof StudioError>[0], write: (tx: Tx) => Promise<void>) {
    super(story)
    this.write = write
  }
}

export type PaidDoor = {
  paid: PaidStores
  assets: AssetsStore
  /** The cap of an account as its settings say now; nanodollars. */
  capOf: (account: string) => Promise<number>
  hasKey: (provider: PaidGeneration['provider'], project: string) => boolean | Promise<boolean>
  /** The account at the provider that a project pays from; without it a provider has only one. */
  accountOf?: (provider: PaidGeneration['provider'], project: string) => string | null
}

/** So often what failed at the provider, surely uncharged, is sent again by itself. */
const attemptsMost = 3

/**
 * The paid door. A recorded answer is the answer, from any project of its owner. Else the price is held back, and the
 * step parks: its finish writes the intent, and only then something may be sent. Throws Parked, CallFailed, BUDGET_SPENT,
 * PROVIDER_KEY_MISSING.
 */
export const callPaid =
  (door: PaidDoor): CallPaid =>
  async (call, at) => {
    const { intent, known } = await newestOf(door, call, at)
    if (known?.state === 'STORED') return answerOf(door, known, at)
    if (known && !isSettled(known.state)) throw park(door, known, at)
    if (known && !(await mayGoOn(door, known, at))) throw failed(door, known)
    if (!(await door.hasKey(intent.provider, at.project))) throw keyMissing(intent)
    await holdBack(door, intent)
    // somebody goes on who was told: what was refused to all is tried again
    if (known && refusesAll(known.errorClass)) await door.paid.breaker.unblock(providerAccountOf(door, known, at))
    if (!known) throw park(door, intent, at)
    const { accounts, project, scene } = intent
    throw reopen(door, { ...known, accounts, project, scene }, at)
  }

/** The call of this wish; after a person's word, the one that came after what may have been paid in vain. */
const newestOf = async (
  door: PaidDoor,
  call: PaidCall,
  at: PaidFor,
): Promise<{ intent: PaidGeneration; known: PaidGeneration | null }> => {
  for (let again = 0; ; again++) {
    const intent = newPaidCall(call, at, again)
    const known = storedHere(door, intent) ?? (await door.paid.calls.find(intent._id))
    if (!known || !isWantedAgain(known)) return { intent, known }
  }
}

/** What is stored never changes. */
const storedHere = ({ paid: { calls } }: PaidDoor, { _id }: PaidGeneration): PaidGeneration | undefined => {
  const known = calls.recall(_id)
  return known?.state === 'STORED' ? known : undefined
}

const answerOf = async (
  { assets }: PaidDoor,
  known: PaidGeneration,
  { runId }: PaidFor,
): Promise<Called<PaidAnswer>> => {
  if (known.asset && !(await assets.present([known.asset.name]))) throw fileLost(known)
  const reused = !known.waiters.includes(runId)
  return { key: known._id, asset: known.asset, answer: known.answer as PaidAnswer | null, reused }
}

const park = ({ paid: { calls } }: PaidDoor, call: PaidGeneration, { runId }: PaidFor): Parked =>
  new Parked(waitingKey({ key: call._id, round: call.round }), (tx) => calls.attach(call, runId, tx))

/** The same key goes on: it is waited for anew. */
const reopen = ({ paid: { calls } }: PaidDoor, call: PaidGeneration, { runId }: PaidFor): Parked =>
  new Parked(waitingKey({ key: call._id, round: call.round + 1 }), (tx) => calls.reopen(call, runId, tx))

/** Surely uncharged: what the provider itself spoilt goes on a few times, the rest once somebody who was told comes again. */
const mayGoOn = async (door: PaidDoor, call: PaidGeneration, at: PaidFor): Promise<boolean> => {
  if (call.state === 'DEAD' || call.mayBeCharged) return false
  const passes = call.errorClass === 'transient' && call.submits.length < attemptsMost
  // cancelled with its run, it goes on with the run; cancelled by itself, somebody must be told first
  const isOfRun = call.state === 'CANCELLED' && call.error === null
  return passes || isOfRun || call.toldRound === call.round || hasOtherKey(door, call, at)
}

const providerAccountOf = ({ accountOf }: PaidDoor, { provider }: PaidGeneration, { project }: PaidFor): string =>
  accountOf?.(provider, project) ?? provider

/** Another project’s key was refused; with the key of this one nobody has tried it, and nothing says that it is refused. */
const hasOtherKey = async (door: PaidDoor, call: PaidGeneration, at: PaidFor): Promise<boolean> => {
  if (!refusesAll(call.errorClass) || call.providerAccount === undefined) return false
  const account = providerAccountOf(door, call, at)
  return account !== call.providerAccount && !(await door.paid.breaker.stopped(call, account))?.blocked
}

const failed = ({ paid: { calls } }: PaidDoor, call: PaidGeneration): CallFailed => {
  const story = call.error ?? { code: 'CALL_FAILED', what: `“${call.what}” was not made.`, why: 'It was given up.', fix: 'Ask for another take.' } // prettier-ignore
  return new CallFailed({ ...story, retry: call.mayBeCharged ? 'never' : 'afterFix' }, async ({ session }) => {
    await calls.calls.updateOne({ _id: call._id, round: call.round }, { $set: { toldRound: call.round } }, { session })
  })
}

/** Before the intent, and outside of its transaction; the sweeper gives back what no intent came for. Fails: BUDGET_SPENT. */
const holdBack = async ({ paid: { budget }, capOf }: PaidDoor, intent: PaidGeneration): Promise<void> => {
  const wanted = { key: intent._id, amount: intent.priceNanodollars }
  const short = await budget.reserve(intent.accounts, wanted)
  if (short === null) return
  for (const account of intent.accounts) await budget.follow(account, () => capOf(account))
  const still = await budget.reserve(intent.accounts, wanted)
  if (still === null) return
  throw budgetSpent(intent, { ...(await budget.standing(still)), isRun: still !== intent.project.toHexString() })
}

type Short = Standing & { isRun: boolean }

const budgetSpent = (call: PaidGeneration, { limit, reserved, spent, isRun }: Short) =>
  new StudioError({
    code: 'BUDGET_SPENT',
    what: `“${call.what}” was not sent: ${isRun ? 'the cap of this run' : 'the budget'} has not enough left.`,
    why: `It may cost ${inDollars(call.priceNanodollars)}; of ${inDollars(limit)}, ${inDollars(spent)} are spent and ${inDollars(reserved)} held back.`,
    fix: isRun
      ? 'Go on with the run and a higher “cap” (POST /api/runs/:id/resume); what was made stays.'
      : 'Raise the budget of the project, then go on with the run; what was made stays.',
    retry: 'afterFix',
    field: isRun ? 'cap' : 'budget',
  }) // prettier-ignore

const keyMissing = ({ what, provider }: PaidGeneration) =>
  new StudioError({
    code: 'PROVIDER_KEY_MISSING',
    what: `“${what}” was not sent.`,
    why: `Neither the project nor this studio has a key of ${provider} that can be used.`,
    fix: 'Set its key, or choose another model, then go on with the run.',
    retry: 'afterFix',
  })

const fileLost = (call: PaidGeneration) =>
  new StudioError({
    code: 'PAID_FILE_LOST',
    what: `The file of “${call.what}” is not in the media folder any more.`,
    why: 'It was paid and stored, and somebody removed it.',
    fix: 'Put the media folder back from a copy, or ask for another take, which is paid again.',
    retry: 'afterFix',
  })
