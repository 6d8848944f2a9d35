import type { ErrorStory } from '@/domain/errors/StudioError'

/** What happened in a run. The gapless list of these is the run's truth; its state is their fold. */
export type RunEvent =
  | { type: 'started' }
  | { type: 'done'; node: number; take: number; reused: boolean }
  /** Parked until the generation with this key is settled; holds no slot and no worker. */
  | { type: 'waiting'; node: number; take: number; key: string }
  /** A judge said no: the next take. */
  | { type: 'again'; node: number; take: number }
  /** An error that may pass; tried again from `notBefore` (ms since 1970, chosen by the worker that saw it). */
  | { type: 'postponed'; node: number; take: number; story: ErrorStory; notBefore: number }
  /** `alone`: the scene fails, the batch goes on. */
  | { type: 'failed'; node: number; take: number; story: ErrorStory; alone: boolean }
  /** Took its worker down too often. */
  | { type: 'died'; node: number; take: number; story: ErrorStory }
  | { type: 'settled'; key: string }
  /** A person (or the command, run again) goes on: failed and dead nodes are ready again. */
  | { type: 'resumed' }
  | { type: 'cancelling' }
  /** Nothing is in flight any more. */
  | { type: 'landed' }

export type StoredEvent = RunEvent & { runId: string; seq: number; at: Date }
