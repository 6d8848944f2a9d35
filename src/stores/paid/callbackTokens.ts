import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { readToken, tokenQuery, tokenText, type TokenClaims } from '@/domain/generation/callbackToken'

export type CallbackTokens = ReturnType<typeof callbackTokens>

/**
 * The tokens in the addresses that providers call back: which call, which attempt, and a MAC by a key that is derived
 * from the studio's secret for this alone.
 */
export const callbackTokens = (secret: string) => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'backlot callback token', 32))
  const macOf = (claims: TokenClaims): Buffer => createHmac('sha256', key).update(tokenText(claims)).digest()
  return {
    /** "k=…&a=…&t=…" */
    query: (claims: TokenClaims): string => tokenQuery(claims, macOf(claims).toString('base64url')),
    /** What a token says; null when it is none of ours. In constant time. */
    read(query: URLSearchParams): TokenClaims | null {
      const told = readToken({ k: query.get('k'), a: query.get('a'), t: query.get('t') })
      if (!told) return null
      const given = Buffer.from(told.mac, 'base64url')
      const mac = macOf(told.claims)
      return given.length === mac.length && timingSafeEqual(given, mac) ? told.claims : null
    },
  }
}
