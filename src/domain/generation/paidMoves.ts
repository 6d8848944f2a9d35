import type { GenerationStatus } from './generationStatus'

/** What moves a paid call. Each is something that happened, never something that is supposed. */
export const evidences = [
  'claimed', // a worker took it, with a place, a fence and an attempt of its own
  'blocked', // its provider refuses the account (key, balance): nothing was sent
  'accepted', // the answer to our POST, also a late one or out of the journal
  'found', // a callback with our token, or the provider's list, names the request
  'answered', // the provider gave what it made
  'failed', // the provider took it and came to nothing
  'notTaken', // surely not taken, may pass: too fast, not reached
  'rejected', // surely not taken, will not pass by itself
  'noAnswer', // sent, and nobody can say what became of it
  'leaseOver', // whoever was sending it is gone
  'graceOver', // nothing was found for so long that a person must say
  'resubmit', // a person, or the policy by cost: send again, it may be paid twice
  'writeOff', // a person: give it up, it may have been paid
  'stored', // its file was looked at to its end and is kept
  'unusable', // its file was bad three times, or is gone
  'refetch', // a person: fetch the file once more
  'cancel', // a person does not want it any more
  'cancelled', // the provider says that it was cancelled
  'reopened', // surely not charged, and wanted again
] as const
export type Evidence = (typeof evidences)[number]

/** Who may say so. */
export type PaidWriter = 'worker' | 'sweeper' | 'inbox' | 'poller' | 'reconciler' | 'ingester' | 'person' | 'step'
export type PaidMove = { to: GenerationStatus; by: readonly PaidWriter[] }

const move = (to: GenerationStatus, ...by: PaidWriter[]): PaidMove => ({ to, by })

/**
 * The state machine of a paid call: state × evidence → state, and who writes it. Whatever is not here is refused. The
 * stores make their conditional updates from it. Source: money.md §3.3.
 */
export const paidMoves: Readonly<Record<GenerationStatus, Readonly<Partial<Record<Evidence, PaidMove>>>>> = {
  INTENT: {
    claimed: move('SUBMITTING', 'worker'),
    blocked: move('FAILED', 'worker'),
    // sent again by a person's word, and meanwhile the first request turned up: it is taken, nothing is sent
    found: move('SUBMITTED', 'inbox', 'reconciler'),
    cancel: move('CANCELLED', 'person'),
  },
  SUBMITTING: {
    accepted: move('SUBMITTED', 'worker'),
    found: move('SUBMITTED', 'inbox', 'reconciler'),
    answered: move('DONE', 'worker'),
    failed: move('FAILED', 'worker'),
    notTaken: move('INTENT', 'worker'),
    rejected: move('FAILED', 'worker'),
    noAnswer: move('UNKNOWN', 'worker'),
    leaseOver: move('UNKNOWN', 'sweeper'),
  },
  SUBMITTED: {
    answered: move('DONE', 'inbox', 'poller'),
    failed: move('FAILED', 'inbox', 'poller'),
    cancelled: move('CANCELLED', 'inbox', 'poller'),
    cancel: move('CANCELLING', 'person'),
  },
  UNKNOWN: {
    accepted: move('SUBMITTED', 'worker'),
    found: move('SUBMITTED', 'inbox', 'reconciler'),
    answered: move('DONE', 'worker'),
    failed: move('FAILED', 'worker'),
    rejected: move('FAILED', 'worker'),
    notTaken: move('INTENT', 'worker'),
    graceOver: move('DECIDE', 'reconciler'),
  },
  DECIDE: {
    accepted: move('SUBMITTED', 'worker'),
    found: move('SUBMITTED', 'inbox', 'reconciler'),
    answered: move('DONE', 'worker'),
    failed: move('FAILED', 'worker'),
    resubmit: move('INTENT', 'person', 'reconciler'),
    writeOff: move('FAILED', 'person'),
  },
  CANCELLING: {
    answered: move('DONE', 'inbox', 'poller'),
    failed: move('FAILED', 'inbox', 'poller'),
    cancelled: move('CANCELLED', 'inbox', 'poller'),
  },
  DONE: {
    stored: move('STORED', 'ingester'),
    unusable: move('DEAD', 'ingester'),
  },
  STORED: {},
  FAILED: {
    // only what was surely not charged; the store asks for that, too
    reopened: move('INTENT', 'step'),
    // written off, and then it came after all
    found: move('SUBMITTED', 'inbox', 'reconciler'),
  },
  DEAD: { refetch: move('DONE', 'person') },
  CANCELLED: {
    reopened: move('INTENT', 'step'),
    // it was to be sent once more, and the first request turned up after it was cancelled
    found: move('SUBMITTED', 'inbox', 'reconciler'),
  },
}

/** Nothing more happens by itself: whoever waits for it is told. */
export const settledStates = ['STORED', 'FAILED', 'DEAD', 'CANCELLED'] as const satisfies readonly GenerationStatus[]
export const isSettled = (state: GenerationStatus): boolean =>
  (settledStates as readonly GenerationStatus[]).includes(state)

/** While it is in one of these, its place at the provider is taken. */
export const needsPlace = (state: GenerationStatus): boolean =>
  ['SUBMITTING', 'SUBMITTED', 'CANCELLING', 'UNKNOWN'].includes(state)

/**
 * The key a step waits on. A call that was opened again is another thing to wait for: what settled before is not what
 * settles next.
 */
export const waitingKey = ({ key, round }: { key: string; round: number }): string =>
  round === 0 ? key : `${key}#${String(round)}`

export const ofWaitingKey = (waiting: string): { key: string; round: number } => {
  const [key = '', round = '0'] = waiting.split('#')
  return { key, round: Number(round) }
}
