import type { PriceRule } from '@/domain/money/priceRule'
import type { ObjectId } from 'mongodb'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { ErrorStory } from '@/domain/errors/StudioError'
import type { Asset, Department } from '@/domain/generation/generationKey'
import type { GenerationStatus } from '@/domain/generation/generationStatus'
import type { ProviderErrorClass } from '@/domain/generation/providerError'
import type { Owner } from '../owner'

/** What is looked for in the file that comes; null where only words come. */
export type Expected = { kind: 'picture' | 'clip' | 'sound'; width?: number; height?: number; seconds?: number }

/** A file the provider made: still at its address, or already among our files because it came as bytes. */
export type MadeFile = { kind: string; mime?: string } & ({ url: string } | { asset: string })

/** What the provider answered, kept as it came before anything is done with it. */
export type Manifest = {
  requestId: string
  /** The provider's JSON, verbatim, as text. */
  raw: string
  made: MadeFile[]
  text: string | null
  usage: Record<string, number>
  /** Whole nanodollars, where the answer says it. */
  billedNanodollars: number | null
}

export type PlainTicket = { requestId: string; statusUrl?: string; resultUrl?: string; cancelUrl?: string }

/** One time it was sent. `flagged`: sent again by a person's word or by the policy, without evidence. */
export type Submit = { attemptId: string; at: Date; flagged: boolean }

export type Decision = {
  action: 'wait' | 'resubmit' | 'write_off' | 'again' | 'cancel' | 'refetch'
  by: string
  reason: string
  at: Date
  /** Of `wait`: nothing is asked before. */
  until?: Date
}

/** The record of one paid call. Collection `generations`, where the free ones are, too. */
export type PaidGeneration = {
  _id: string
  paid: true
  owner: string
  project: ObjectId
  scene: ObjectId | null
  department: Department
  what: string
  provider: FrozenRequest['provider']
  endpoint: string
  model: string
  version: string
  take: number
  state: GenerationStatus
  /** What people see of the request; what is sent is `frozen`. */
  request: Record<string, unknown>
  prompt: string
  /** "scene-person@4": as on free calls; `request` says it, too. */
  template?: string
  /** Canonical JSON of the FrozenRequest: exactly this is sent. */
  frozen: string
  expects: Expected | null
  /** Of the place at the provider's account: `fal:9f0c…:any`. */
  pool: string
  /** The provider's account it was sent from, or would have been; missing before. */
  providerAccount?: string
  /** Held back in these accounts: the project's, maybe the run's. */
  accounts: string[]
  /** Held back: what it costs at most. */
  priceNanodollars: number
  /** What it should cost; booked where no bill is ever told. */
  expectedNanodollars: number
  /** What tokens cost, where they are all that is paid for: then the answer says what it cost. */
  tokenPrices?: readonly PriceRule[]
  billedNanodollars: number
  /** `none`: nothing booked yet. `reckoned`: booked by our price, there is no bill. `billed`: booked by the bill. */
  booked: 'none' | 'reckoned' | 'billed'
  /** What the model usually takes, milliseconds. */
  typicalMs: number
  rank: number
  /** Raised by every claim: one attempt, one fence. */
  fence: number
  /** Raised whenever a settled call goes on. */
  round: number
  /** The round whose failure somebody was told; who comes again after that wants it sent again. */
  toldRound: number | null
  attemptId: string | null
  submits: Submit[]
  /** SHA-256 of the body as it was sent, without its seed. */
  sentHash: string | null
  requestId?: string
  ticket: PlainTicket | null
  manifest: Manifest | null
  /** How often its file was fetched in vain. */
  badFetches: number
  refusals: number
  errorClass: ProviderErrorClass | null
  /** FAILED, and nobody can say that it was not charged. */
  mayBeCharged: boolean
  cancelAsked: boolean
  decisions: Decision[]
  /** What was looked at, in vain, since it is not known. */
  evidence: string[]
  /** Runs with a step that waits for it. */
  waiters: string[]
  /** When somebody must look at it next; null: nobody. */
  dueAt: Date | null
  /** Who took it until then; what a program that is gone had taken is due at once. */
  takenBy?: Owner | null
  unknownSince: Date | null
  /** A person has put the question off until then; missing or null: it is asked. */
  quietUntil?: Date | null
  asset: Asset | null
  answer: Record<string, unknown> | null
  error: ErrorStory | null
  processingMs: number
  createdAt: Date
  submittedAt: Date | null
  updatedAt: Date
}
