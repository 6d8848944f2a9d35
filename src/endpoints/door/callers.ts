import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { StudioError } from '@/domain/errors/StudioError'

/** Requests a minute. An address may hold many callers; whoever guesses credentials is held by it all the same. */
const perMinute = { caller: 600, address: 6000, login: 20 }
/** The pages of one person at work ask a lot, and nobody else can. */
const alonePerMinute = { caller: 12_000, address: 24_000, login: 20 }

/** What strangers may send: attempts at a password, and words behind a share link. */
const guessable =
  /^\/(api\/(users\/(login|forgot-password|reset-password|unlock)|people\/(first|join))|share\/[^/]+\/(comments|approvals))\/?$/

export type Callers = (request: Request) => Promise<void>

/** Counts the requests of every caller in this process. Fails: TOO_MANY_REQUESTS, with the seconds to wait. */
export const callersOf = ({ singleUser }: { singleUser: boolean }): Callers => {
  const limits = singleUser ? alonePerMinute : perMinute
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 })
  const [callers, addresses, logins] = [limiter(limits.caller), limiter(limits.address), limiter(limits.login)]
  return async (request) => {
    const address = addressOf(request.headers)
    if (request.method === 'POST' && guessable.test(new URL(request.url).pathname)) await take(logins, address)
    await take(addresses, address)
    await take(callers, credentialOf(request.headers) ?? address)
  }
}

/** Written by scripts/webPart.mjs over whatever the caller claimed. */
export const addressOf = (headers: Headers): string => headers.get('x-backlot-address') ?? 'here'

const credentialOf = (headers: Headers): string | null => {
  const given = headers.get('authorization') ?? /(?:^|;\s*)payload-token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
  return given ? createHash('sha256').update(given).digest('base64url') : null
}

/** Fails: TOO_MANY_REQUESTS, with the seconds to wait. */
export const take = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
  try {
    await limiter.consume(key)
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full
    throw tooMany(full.msBeforeNext)
  }
}

const tooMany = (waitMs: number) => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new StudioError({
    code: 'TOO_MANY_REQUESTS',
    what: 'The request was not carried out.',
    why: 'You asked faster than the studio answers one caller.',
    fix: `Wait ${String(seconds)} s and go on more slowly.`,
    retry: 'later',
    afterMs: seconds * 1000,
  })
}
