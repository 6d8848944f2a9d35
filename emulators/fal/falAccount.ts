import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { LedgerRow } from '../world/ledger'
import { openLine, type Line, type Place } from '../world/openLine'
import { hashHex, newName } from '../world/random'
import type { Model } from '../media/modelRow'

/** How a request ended: the model's own status and answer. */
export type FalOutcome = {
  status: number
  payload: unknown
  error?: string
  errorType?: string
  headers: Record<string, string>
}

export type FalRequest = {
  id: string
  gatewayId: string
  endpoint: Model
  input: unknown
  webhookUrl: string | null
  /** Seconds its files live, as the caller's header says; null: the account's default, for good. */
  filesLiveS: number | null
  /** Whether input and output are kept for the listing (X-Fal-Store-IO). */
  stored: boolean
  state: 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED'
  sentAt: Date
  startedAt: Date | null
  endedAt: Date | null
  outcome: FalOutcome | null
  /** On bad days: the result is gone at once; the callback comes without it. */
  expired: boolean
  payloadNull: boolean
  /** The bill is listed without its costs until then; null: at once. */
  billedFrom: Date | null
  cancelled: boolean
  place: Place | null
  row: LedgerRow
}

/** An account at fal: its requests, its line, and the key fal signs its callbacks with. */
export type FalAccount = {
  key: string
  userId: string
  requests: Map<string, FalRequest>
  line: Line
  publicKey: KeyObject
  /** Ed25519 over the joined message, hex. */
  sign: (message: string) => string
}

export const openFalAccount = ({ key, slots }: { key: string; slots: number }): FalAccount => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    key,
    userId: newName('user_', 6),
    requests: new Map(),
    line: openLine(slots),
    publicKey,
    sign: (message) => sign(null, Buffer.from(message), privateKey).toString('hex'),
  }
}

/** The key set at fal's well-known address. Its `x` comes padded, as it does there. */
export const jwksOf = (account: FalAccount) => {
  const { x = '' } = account.publicKey.export({ format: 'jwk' })
  return {
    keys: [{ kty: 'OKP', crv: 'Ed25519', x: x.padEnd(Math.ceil(x.length / 4) * 4, '='), kid: hashHex(x).slice(0, 16) }],
  }
}
