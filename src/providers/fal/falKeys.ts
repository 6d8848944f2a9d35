import { createPublicKey, type KeyObject } from 'node:crypto'
import { StudioError } from '@/domain/errors/StudioError'
import { callJson } from '../paid/callJson'
import { listOf, objectOf, textOf } from '../paid/objectOf'
import type { FalLine } from './falAccount'

const freshMs = 24 * 3600 * 1000
/** A signature no key fits may mean new keys; whoever forges must not make us ask all the time. */
const againMs = 60_000

/** The keys fal signs with, asked for at most once a day, or a minute when `unfit` says that none of them fits. */
export const falKeys = (line: FalLine) => {
  let known: { keys: KeyObject[]; at: number } | null = null
  let asked: Promise<KeyObject[]> | null = null
  return async (at: { now: Date; unfit: boolean; signal: AbortSignal }): Promise<KeyObject[]> => {
    const age = known === null ? Infinity : Math.abs(at.now.getTime() - known.at)
    if (known !== null && age < (at.unfit ? againMs : freshMs)) return known.keys
    asked ??= fetchKeys(line).finally(() => (asked = null))
    const keys = await asked
    known = { keys, at: at.now.getTime() }
    return keys
  }
}

/** Shared by all who wait, so that one of them giving up does not stop the others. */
const fetchKeys = async (line: FalLine): Promise<KeyObject[]> => {
  const called = await callJson({ method: 'GET', url: line.jwks, signal: AbortSignal.timeout(10_000) })
  const keys = called.is === 'json' && called.status < 300 ? listOf(objectOf(called.json)['keys']).flatMap(keyOf) : []
  if (keys.length > 0) return keys
  throw new StudioError({
    code: 'PROVIDER_KEYS_NOT_READ',
    what: 'A callback of fal could not be checked.',
    why: 'The keys it is signed with could not be read.',
    fix: 'fal calls again by itself. Check the connection, or FAL_JWKS_URL if it is set.',
    retry: 'later',
  })
}

const keyOf = (value: ReturnType<typeof listOf>[number]): KeyObject[] => {
  const { kty, crv, x } = objectOf(value)
  const point = textOf(x)
  if (kty !== 'OKP' || crv !== 'Ed25519' || point === null) return []
  // fal pads it, and not always in the alphabet of addresses
  const plain = point.replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')
  try {
    return [createPublicKey({ key: { kty, crv, x: plain }, format: 'jwk' })]
  } catch {
    return []
  }
}
