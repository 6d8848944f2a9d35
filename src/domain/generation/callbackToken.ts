/** Whose callback it is: the call and the attempt. */
export type TokenClaims = { key: string; attempt: string }

/** What is signed. */
export const tokenText = ({ key, attempt }: TokenClaims): string => `v1.${key}.${attempt}`

export const tokenQuery = ({ key, attempt }: TokenClaims, mac: string): string => `k=${key}&a=${attempt}&t=${mac}`

/** The parts of a token as they stand in an address; null when they have not the shape of one. */
export const readToken = ({
  k,
  a,
  t,
}: Record<'k' | 'a' | 't', string | null>): { claims: TokenClaims; mac: string } | null => {
  if (k === null || a === null || t === null) return null
  if (!/^[0-9a-f]{64}$/.test(k) || !/^[0-9A-Z]{26}$/.test(a) || !/^[\w-]{43}$/.test(t)) return null
  return { claims: { key: k, attempt: a }, mac: t }
}
