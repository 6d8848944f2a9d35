/** How often a paid call is looked at, milliseconds. */
export type PaidPace = {
  /** The least between two questions. */
  askLeastMs: number
  askMostMs: number
  /** From claiming to the POST; who is slower does not send. */
  sendWithinMs: number
  /** A call still being sent after this has lost its sender. */
  sendingLeaseMs: number
  /** The least it is looked for before a person must decide. */
  graceLeastMs: number
  /** First pause after a refusal that may pass. */
  backoffMs: number
  /** Whoever takes a call has it for so long; longer than anything that is done to it. */
  keptMs: number
  /** Money held back for so long without an intent is given back; longer than a transaction may take. */
  heldMs: number
  /** A callback that was taken and not applied is looked at again after this; told again meanwhile it changes nothing. */
  rowMs: number
  /** So often what nobody needs is given back. */
  tidyMs: number
}

export const paidPace: PaidPace = {
  askLeastMs: 2000,
  askMostMs: 30_000,
  sendWithinMs: 5000,
  sendingLeaseMs: 60_000,
  graceLeastMs: 600_000,
  backoffMs: 2000,
  keptMs: 600_000,
  heldMs: 600_000,
  rowMs: 30_000,
  tidyMs: 60_000,
}

/** Milliseconds from the sending to the first question: when half of them are done, later where we are called back. */
export const firstAskMs = ({ typicalMs, calledBack }: { typicalMs: number; calledBack: boolean }, pace: PaidPace) =>
  Math.max(pace.askLeastMs, calledBack ? typicalMs * 3 : typicalMs)

/** Until the next question: a tenth of the time that went by, within bounds; a hundredth where it takes hours. */
export const nextAskMs = (elapsedMs: number, pace: PaidPace): number =>
  Math.min(Math.max(pace.askMostMs, elapsedMs / 100), Math.max(pace.askLeastMs, elapsedMs / 10))

/** How long it is looked for: twice what nearly all requests take. */
export const graceMs = (typicalMs: number, pace: PaidPace): number => Math.max(pace.graceLeastMs, typicalMs * 6)

/** After the n-th refusal that may pass, from 1. */
export const backoffMs = (refusals: number, pace: PaidPace): number =>
  Math.min(120_000, pace.backoffMs * 2 ** Math.max(0, refusals - 1))
