import type { Reader } from '../paid/submitEnd'
import { baseOf } from '../paid/underBase'
import { falError } from './falError'

/** A key of fal and where its hosts are: real ones, a gateway's, an emulator's. */
export type FalAccount = {
  key: string
  queueUrl?: string | undefined
  restUrl?: string | undefined
  platformUrl?: string | undefined
  jwksUrl?: string | undefined
  /** Hosts (host:port) that may be reached at a private address or over plain http. */
  allowHosts?: readonly string[]
}

export type FalLine = {
  queue: string
  rest: string
  platform: string
  jwks: string
  headers: Record<string, string>
  reader: Reader
  allowHosts: readonly string[]
}

export const falLine = (account: FalAccount): FalLine => {
  const rest = baseOf(account.restUrl ?? 'https://rest.fal.ai')
  return {
    queue: baseOf(account.queueUrl ?? 'https://queue.fal.run'),
    rest,
    platform: baseOf(account.platformUrl ?? 'https://api.fal.ai/v1'),
    jwks: account.jwksUrl ?? `${rest}/.well-known/jwks.json`,
    headers: { authorization: `Key ${account.key}` },
    reader: { name: 'fal', secrets: [account.key], refusal: falError },
    allowHosts: account.allowHosts ?? [],
  }
}
