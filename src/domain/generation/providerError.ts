/**
 * Why a provider did not do what was asked. Only the first two lines of `class` say that the request itself is at
 * fault; `ambiguous` means that nobody can say whether it was taken. Source: reference of the providers, retry table.
 */
export type ProviderErrorClass =
  | 'validation' // a field is wrong: stop, show the fields
  | 'policy' // refused for its content: stop, a person rewrites it
  | 'auth' // the key is missing, wrong or revoked: stop everything of this account
  | 'billing' // no balance, locked, over the quota: stop everything of this account
  | 'rate' // too fast, surely not taken: wait, the same attempt again
  | 'transient' // the provider failed after it took the request
  | 'ambiguous' // sent, and no answer: never sent again without evidence
  | 'expired' // the answer was thrown away
  | 'unreachable' // not one byte was sent: surely not taken
  | 'unknown'

export type ProviderError = {
  class: ProviderErrorClass
  /** The provider's own words, at most 2,000 characters, without keys. */
  message: string
  /** Status of HTTP. */
  status?: number
  /** The provider's own word for it: "content_policy_violation". */
  code?: string
  /** Fields of the request that are wrong, as the provider names them. */
  fields?: { path: string; message: string }[]
  /** Milliseconds it asks to wait. */
  afterMs?: number
}
