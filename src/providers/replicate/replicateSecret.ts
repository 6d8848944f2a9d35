import { callJson } from '../paid/callJson'
import { objectOf, textOf } from '../paid/objectOf'
import type { ReplicateLine } from './replicateLine'

const freshMs = 24 * 3600 * 1000
/** A signature the secret does not fit may mean a new one; whoever forges must not make us ask all the time. */
const againMs = 60_000

/**
 * The secret the account's callbacks are signed with. Replicate tells it to whoever has the key: asked for at most once
 * a day, or a minute when `unfit` says that it does not fit. Null: it could not be read.
 */
export const replicateSecret = (line: ReplicateLine) => {
  let known: { secret: string | null; at: number } | null = null
  let asked: Promise<string | null> | null = null
  return async ({ unfit, now }: { unfit: boolean; now: Date }): Promise<string | null> => {
    const age = known === null ? Infinity : Math.abs(now.getTime() - known.at)
    if (known !== null && age < (unfit || known.secret === null ? againMs : freshMs)) return known.secret
    asked ??= fetchSecret(line).finally(() => (asked = null))
    const secret = await asked
    known = { secret, at: now.getTime() }
    return secret
  }
}

/** Shared by all who wait, so that one of them giving up does not stop the others. */
const fetchSecret = async (line: ReplicateLine): Promise<string | null> => {
  const url = `${line.base}/webhooks/default/secret`
  const called = await callJson({ method: 'GET', url, headers: line.headers, signal: AbortSignal.timeout(8000) })
  return called.is === 'json' && called.status < 300 ? textOf(objectOf(called.json)['key']) : null
}
