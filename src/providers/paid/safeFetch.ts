import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '@/domain/errors/StudioError'
import { openExchange } from './openExchange'
import { mediaGone, mediaNotReached, mediaTooLarge, notAMedium } from './fetchErrors'
import { addressRefused, isAllowed, publicLookup, type Reach } from './publicLookup'
import { plainHeaders } from './singleShot'
import { wordsOf } from './wordsOf'

export type Wanted = {
  url: string
  /** Where it is put, whole or not at all. */
  to: string
  bytesMost: number
  /** For everything together, milliseconds. */
  withinMs: number
}

export type Fetched = {
  bytes: number
  sha256: string
  /** What the other side says it is; `checkMedia` looks at what it is. Null when it says nothing. */
  mime: string | null
}

type Got = { status: number; headers: Record<string, string>; body: AsyncIterable<Buffer>; close: () => void }

const redirectsMost = 5
const silenceMs = 30_000

/**
 * Fetches a file that somebody else names the address of. Only https and public addresses, each redirect checked anew,
 * bounded in bytes and time, written beside `to`, flushed and renamed. Throws StudioError: MEDIA_ADDRESS_REFUSED,
 * MEDIA_TOO_LARGE, MEDIA_GONE, MEDIA_NOT_REACHED, MEDIA_NOT_AS_ASKED, DISK_FULL.
 */
export const safeFetch = async (wanted: Wanted, at: Reach & { signal: AbortSignal }): Promise<Fetched> => {
  const late = AbortSignal.timeout(wanted.withinMs)
  const signal = AbortSignal.any([at.signal, late])
  try {
    const got = await followed(wanted.url, { ...at, signal })
    try {
      return await taken(got, wanted, signal)
    } finally {
      got.close()
    }
  } catch (error) {
    at.signal.throwIfAborted()
    if (error instanceof StudioError) throw error
    throw late.aborted ? mediaNotReached(wanted.url, `It was not here within ${String(wanted.withinMs / 1000)} s.`) : asFetchError(error, wanted.url) // prettier-ignore
  }
}

const followed = async (address: string, at: Reach & { signal: AbortSignal }): Promise<Got> => {
  let url = checked(address, at)
  for (let hop = 0; ; hop++) {
    const got = await openGet(url, at)
    const next = got.headers['location']
    if (![301, 302, 303, 307, 308].includes(got.status) || next === undefined) return got
    got.close()
    if (hop === redirectsMost)
      throw mediaNotReached(address, `It was sent on more than ${String(redirectsMost)} times.`)
    url = checked(next, at, url)
  }
}

/** One GET to a public address; the body is still to be read. */
const openGet = async (url: URL, at: Reach & { signal: AbortSignal }): Promise<Got> => {
  const opened = openExchange({
    method: 'GET',
    url,
    headers: {},
    signal: at.signal,
    silenceMs,
    ...publicLookup(url, at),
  })
  try {
    const answer = await opened.answer
    return { status: answer.statusCode ?? 0, headers: plainHeaders(answer), body: answer, close: opened.close }
  } catch (error) {
    opened.close()
    throw error
  }
}

const checked = (address: string, reach: Reach, from?: URL): URL => {
  if (!URL.canParse(address, from)) throw addressRefused(address, 'It is no address.')
  const url = new URL(address, from)
  const isFree = isAllowed(url, reach) && url.protocol === 'http:'
  if (url.protocol !== 'https:' && !isFree) throw addressRefused(url.host || address, 'It is not https.')
  if (url.username !== '' || url.password !== '') throw addressRefused(url.host, 'A name or a password stands in it.')
  return url
}

const taken = async (got: Got, wanted: Wanted, signal: AbortSignal): Promise<Fetched> => {
  const { status, headers } = got
  if ([401, 403, 404, 410].includes(status)) throw mediaGone(wanted.url, status)
  if (status !== 200) throw mediaNotReached(wanted.url, `It was answered with ${String(status)}.`)
  const mime = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? null
  if (mime !== null && /^(text\/html|application\/(json|xhtml\+xml))$/.test(mime)) throw notAMedium(wanted.url, mime)
  if (Number(headers['content-length'] ?? 0) > wanted.bytesMost) throw mediaTooLarge(wanted.url, wanted.bytesMost)
  const part = `${wanted.to}.${randomUUID()}.part` // two workers may fetch the same
  await mkdir(dirname(wanted.to), { recursive: true })
  try {
    const kept = await written(got, { ...wanted, to: part }, signal)
    if (kept.bytes === 0) throw mediaNotReached(wanted.url, 'It was empty.')
    await rename(part, wanted.to)
    await flushFolder(dirname(wanted.to))
    return { ...kept, mime }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const written = async (got: Got, { url, to, bytesMost }: Wanted, signal: AbortSignal) => {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (body: AsyncIterable<Buffer>) {
    for await (const piece of body) {
      bytes += piece.length
      if (bytes > bytesMost) throw mediaTooLarge(url, bytesMost)
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(got.body, counted, createWriteStream(to, { flush: true }), { signal })
  return { bytes, sha256: hash.digest('hex') }
}

const flushFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => undefined) // some disks cannot; the file itself is flushed
  await handle.close()
}

const asFetchError = (error: unknown, url: string): StudioError => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StudioError({
      code: 'DISK_FULL',
      what: 'The disk is full.',
      why: wordsOf(error),
      fix: 'Free some space where BACKLOT_HOME is; the file is fetched again.',
      retry: 'later',
    })
  return mediaNotReached(url, wordsOf(error))
}
