import type { Dice } from './dice'

/**
 * Where a program is struck from within, between two things it does: `before` a command is sent to the database, or
 * when its answer is there; around the POST, the journal and the file.
 */
export const workerPoints = [
  'before the money is held back', 'the money is held back',
  'before the intent commits', 'the intent stands',
  'the place is taken', 'SUBMITTING is written',
  'before the POST', 'the answer came, the journal is not written',
  'the journal is written, SUBMITTED is not', 'SUBMITTED is written',
  'before DONE is written', 'DONE is written, nothing fetched',
  'the file is half fetched', 'the file is kept, nothing told',
  'before STORED commits', 'STORED is committed',
  'UNKNOWN is written', 'a callback is taken to be applied',
  'before a bill is booked', 'a bill is booked',
] as const // prettier-ignore
export const doorPoints = ['a callback came, it is not inserted', 'a callback is inserted, not answered'] as const
/** Moments the provider sees; it holds what it was asked until the blow has fallen. */
export const providerPoints = ['the POST is on the wire', 'the request is accepted, not answered', 'the file is asked for'] as const // prettier-ignore

export type WorkerPoint = (typeof workerPoints)[number]
export type DoorPoint = (typeof doorPoints)[number]
export type ProviderPoint = (typeof providerPoints)[number]
export type Point = WorkerPoint | DoorPoint | ProviderPoint

/** `kill`: SIGKILL, and another one after `ms`. `stop`: SIGSTOP, and SIGCONT after `ms`. */
export type Blow = { what: 'kill' | 'stop'; ms: number } & (
  | { at: Point; nth: number }
  /** At any moment, whoever it is. */
  | { afterMs: number; who: 'worker' | 'door' | 'mongod'; which: number }
)

const most = <T>(list: readonly T[]) => list as readonly [T, ...T[]]

const msOf = (dice: Dice, what: Blow['what']): number =>
  what === 'kill' ? dice.whole(0, 700) : dice.one([dice.whole(50, 600), dice.whole(1500, 3500)])

/** Between the sending and what is known of it: where only the journal is left on a dark day. */
const inTheDark = [
  'the answer came, the journal is not written', 'the journal is written, SUBMITTED is not', 'the journal is written, SUBMITTED is not',
  'the request is accepted, not answered', 'the POST is on the wire', 'before the POST', 'SUBMITTING is written',
] as const // prettier-ignore

type Around = { workers: number; calledBack: boolean; isDark: boolean }

/** None to three; the database is struck seldom, because its return takes longest. */
export const blowsOf = (dice: Dice, around: Around): Blow[] => [
  ...(around.isDark ? [{ what: 'kill' as const, ms: dice.whole(0, 700), at: dice.one(inTheDark), nth: dice.one([1, 1, 2]) }] : []), // prettier-ignore
  ...anyBlows(dice, around),
]

const anyBlows = (dice: Dice, { workers, calledBack }: Around): Blow[] =>
  Array.from({ length: dice.one([0, 1, 1, 1, 2, 2, 3]) }, (): Blow => {
    const what = dice.one<Blow['what']>(['kill', 'kill', 'stop'])
    const ms = msOf(dice, what)
    const kind = dice.share()
    if (kind < 0.5) return { what, ms, at: dice.one(most(workerPoints)), nth: dice.one([1, 1, 2, 3]) }
    if (kind < 0.65) return { what, ms, at: dice.one(most(providerPoints)), nth: dice.one([1, 1, 2]) }
    const afterMs = dice.whole(0, 2500)
    if (kind < 0.75 && calledBack)
      return dice.happens(0.7)
        ? { what, ms, at: dice.one(most(doorPoints)), nth: dice.one([1, 1, 2]) }
        : { what, ms, afterMs, who: 'door', which: 0 }
    if (kind < 0.83) return { what, ms: Math.min(ms, 2500), afterMs, who: 'mongod', which: 0 }
    return { what, ms, afterMs, who: 'worker', which: dice.whole(0, workers - 1) }
  })
