import type { FrozenRequest, Json, JsonObject } from '@/domain/catalogue/wish'
import type { ProviderError } from '@/domain/generation/providerError'

/** What we need to ask again: plain JSON, kept on the generation. Addresses are the provider's own, never built. */
export type Ticket = {
  requestId: string
  statusUrl?: string
  resultUrl?: string
  cancelUrl?: string
}

/** A file the provider made: at an address that may soon be gone, or as bytes in the answer itself. */
export type Made = {
  kind: 'picture' | 'clip' | 'sound' | 'file'
  mime?: string
  width?: number
  height?: number
  durationS?: number
} & ({ url: string } | { bytes: Buffer })

export type Answer = {
  /** The provider's; `attempt:` and our own where an answer that came at once has none. */
  requestId: string
  /** The provider's JSON as it came; bytes in it are replaced by `file:` and their hash. */
  raw: Json
  /** Empty while `text` is null: nothing in `raw` was understood. Ask once more before it is given up. */
  media: Made[]
  /** Words, where the model gives words. */
  text: string | null
  /** What was used, in the provider's units: `input_tokens`, `billable_units`, `seconds`. */
  usage: Record<string, number>
  /** Whole nanodollars, where the answer itself says what it cost. */
  billedNanodollars: number | null
}

/** It was taken and came to nothing. `billed` null: nobody can say. */
export type Failed = {
  is: 'failed'
  error: ProviderError
  billed: boolean | null
  usage: Record<string, number>
  raw: Json
}

/** How one POST ended. Only `refused` may be sent again without evidence. */
export type Submitted =
  | { is: 'accepted'; ticket: Ticket }
  | { is: 'answered'; answer: Answer }
  | Failed
  | { is: 'refused'; error: ProviderError }
  | { is: 'unknown'; error: ProviderError }

export type Standing =
  | { is: 'open'; running: boolean; position?: number }
  | { is: 'answered'; answer: Answer }
  | Failed
  | { is: 'cancelled' }
  /** It could not be asked, or the answer says nothing: what stood before stands. Ask again later. */
  | { is: 'untold'; error: ProviderError }
  /** The provider knows the request no more. */
  | { is: 'gone'; error: ProviderError }

/** A callback whose signature held. `key` and `attempt` come from our own token in its address, not from here. */
export type Callback = {
  /** Empty where the provider does not say it: our own token in the address does. */
  requestId: string
  /** The same for every delivery of the same news. */
  dedupeKey: string
  /** `open`: the state must be asked for. */
  standing: Standing
}

/** One row of what the provider billed. */
export type Bill = { requestId: string; endpoint: string; at: Date; nanodollars: number | null; units: number | null }

export type SendingAt = {
  /** The provider's idempotency key, where it honours one. */
  key: string
  attemptId: string
  /** Where it calls back; null: it is only asked. */
  callbackUrl: string | null
  /** The provider's own address of a file that was put there before. */
  addressOf: (sha256: string) => string
  /** The file itself, where nothing was put there before: it goes inside of the request. */
  fileOf: (sha256: string) => Promise<{ bytes: Buffer; mime: string }>
  signal: AbortSignal
}

/**
 * A provider that is paid. `submit` makes exactly one POST, never a second one whatever comes back; everything else is
 * a safe read and may be repeated by whoever calls it. None of these keeps anything, and none throws for what the
 * provider answered: a throw is a fault of ours.
 */
export type PaidProvider = {
  id: FrozenRequest['provider']
  /** Which of the provider's accounts its key belongs to, never the key; without it there is only one. */
  account?: string
  submit(request: FrozenRequest, at: SendingAt): Promise<Submitted>
  /** How to ask for a request whose ticket was lost, known from its callback; without it `{ requestId }` is enough. */
  ticketOf?(known: { endpoint: string; requestId: string }): Ticket
  check(ticket: Ticket, signal: AbortSignal): Promise<Standing>
  cancel(ticket: Ticket, signal: AbortSignal): Promise<'cancelled' | 'requested' | 'tooLate' | 'unknown'>
  /** Looks through what the provider lists of the endpoint since then; `none` is never evidence that it was not taken. */
  find?(
    search: { endpoint: string; since: Date; isOurs: (body: JsonObject, requestId: string) => boolean },
    signal: AbortSignal,
  ): Promise<Ticket | 'none' | 'cannotTell'>
  /** Whether files of its requests are put there before, by `putFile`; without it those of all are. */
  readsPut?(endpoint: string): boolean
  /** Puts a file where the provider's models can read it. `until` null: for good. */
  putFile?(
    file: { path: string; mime: string; bytes: number; sha256: string },
    signal: AbortSignal,
  ): Promise<{ address: string; until: Date | null }>
  /** Answers null when the signature, its time or its shape does not hold. */
  readCallback?(
    call: { raw: Buffer; headers: Readonly<Record<string, string | undefined>>; now: Date },
    signal: AbortSignal,
  ): Promise<Callback | null>
  bills?(between: { from: Date; to: Date }, signal: AbortSignal): AsyncIterable<Bill>
  /** Spends nothing. */
  testKey(signal: AbortSignal): Promise<{ ok: boolean; says: string }>
}
