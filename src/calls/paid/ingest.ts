import { mkdir, rename, rm, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { storyOf } from '@/domain/errors/storyOf'
import type { Asset } from '@/domain/generation/generationKey'
import { priceOfTokens } from '@/domain/money/priceOfTokens'
import { backoffMs } from '@/domain/generation/paidPace'
import { checkMedia } from '@/providers/paid/checkMedia'
import { safeFetch } from '@/providers/paid/safeFetch'
import type { Expected, MadeFile, PaidGeneration } from '@/stores/paid/paidGeneration'
import { manifestOf } from './manifestOf'
import type { PaidParts } from './paidParts'

const badMost = 3
/** With pauses that grow, a few minutes; a person may fetch it again after that. */
const notReachedMost = 8
const bytesMost: Record<Expected['kind'], number> = { picture: 200e6, clip: 2e9, sound: 500e6 }
const fetchMs = 300_000

/**
 * Steps G and H: what was made is fetched, looked at to its end and kept; then state, money and whoever waits, in one
 * transaction. Bad three times or gone, the call is DEAD and its manifest stays.
 */
export const ingest = async (parts: PaidParts, call: PaidGeneration, signal: AbortSignal): Promise<void> => {
  const { manifest, expects } = call
  if (!manifest) return
  try {
    const asset = expects ? await fileOf(parts, { call, expects, files: manifest.made }, signal) : null
    const answer = { text: manifest.text, usage: manifest.usage, requestId: manifest.requestId }
    const processingMs = Date.now() - (call.submittedAt ?? call.createdAt).getTime()
    const set = { asset, answer, error: null, processingMs, dueAt: null, ...booking(parts, call) }
    await parts.paid.end(call, { evidence: 'stored', by: 'ingester', set }, spentOf(parts, call))
  } catch (error) {
    signal.throwIfAborted()
    await notKept(parts, { call, error }, signal)
  }
}

/** By the answer where it says so; by the tokens it counted, else by our price, where the provider lists no bills; else when its bill comes. */
const spentOf = ({ providerOf }: PaidParts, call: PaidGeneration): number | null => {
  if (call.booked !== 'none') return null
  const told = call.manifest?.billedNanodollars ?? null
  const counted = call.tokenPrices ? priceOfTokens(call.tokenPrices, call.manifest?.usage ?? {}) : null
  const listsBills = providerOf(call.provider, call.project.toHexString())?.bills !== undefined
  return told ?? (listsBills ? null : (counted ?? call.expectedNanodollars))
}

const booking = (parts: PaidParts, call: PaidGeneration): Partial<PaidGeneration> => {
  const spent = spentOf(parts, call)
  if (spent === null) return {}
  const told = call.manifest?.billedNanodollars ?? null
  return { billedNanodollars: spent, booked: told === null ? 'reckoned' : 'billed' }
}

type Wanted = { call: PaidGeneration; expects: Expected; files: readonly MadeFile[] }

const fileOf = async (parts: PaidParts, { call, expects, files }: Wanted, signal: AbortSignal): Promise<Asset> => {
  const file = files.find(({ kind }) => kind === expects.kind) ?? files[0]
  if (!file) throw nothingMade()
  await mkdir(parts.scratchDir, { recursive: true })
  const to = join(parts.scratchDir, `${call._id.slice(0, 24)}-${String(call.fence)}-${String(call.badFetches)}`)
  try {
    await brought(parts, { file, to, expects }, signal)
    const { ending, mime: _mime, bytes: _bytes, fps: _fps, ...facts } = await checkMedia(to, expects, { film: parts.film, signal }) // prettier-ignore
    const named = `${to}.${ending}`
    await rename(to, named)
    return await parts.assets.keep(named, call.project.toHexString(), facts)
  } finally {
    await rm(to, { force: true })
  }
}

const brought = async (
  { assets, allowHosts }: PaidParts,
  { file, to, expects }: { file: MadeFile; to: string; expects: Expected },
  signal: AbortSignal,
): Promise<void> => {
  if ('asset' in file) await copyFile(assets.pathOf(file.asset), to)
  else await safeFetch({ url: file.url, to, bytesMost: bytesMost[expects.kind], withinMs: fetchMs }, { allowHosts, signal }) // prettier-ignore
}

type Bad = { call: PaidGeneration; error: unknown }

/** What may pass by itself is tried again; what is bad is fetched anew three times, once with a fresh address. */
const notKept = async (parts: PaidParts, { call, error }: Bad, signal: AbortSignal): Promise<void> => {
  const { calls } = parts.paid
  const isBad = error instanceof StudioError && (error.retry !== 'later' || error.code === 'MEDIA_BROKEN')
  const isOver = isBad ? call.badFetches + 1 >= badMost : call.badFetches >= notReachedMost
  if (isOver) {
    const set = { error: storyOf(error), errorClass: 'expired' as const, mayBeCharged: true, dueAt: null }
    await parts.paid.end(call, { evidence: 'unusable', by: 'ingester', set }, spentOf(parts, call))
    return
  }
  const fresh = isBad && error.code === 'MEDIA_GONE' ? await freshManifest(parts, call, signal) : null
  const dueAt = new Date(Date.now() + backoffMs(call.badFetches + 1, parts.pace))
  await calls.postpone(call, dueAt, { inc: { badFetches: 1 }, ...(fresh ? { set: { manifest: fresh } } : {}) })
}

const freshManifest = async (parts: PaidParts, call: PaidGeneration, signal: AbortSignal) => {
  const provider = parts.providerOf(call.provider, call.project.toHexString())
  const standing = call.ticket && (await provider?.check(call.ticket, signal))
  return standing?.is === 'answered' ? manifestOf(parts, call, standing.answer) : null
}

const nothingMade = () =>
  new StudioError({
    code: 'MEDIA_GONE',
    what: 'The provider says it is done, and names no file.',
    why: 'Its answer holds none.',
    fix: 'Ask for another take.',
  })
