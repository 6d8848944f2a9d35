import { readFile } from 'node:fs/promises'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import { filesIn } from '@/providers/paid/fillFiles'
import type { PaidProvider, SendingAt } from '@/providers/spec/paidProvider'
import { accountOf } from './accountOf'
import type { PaidParts } from './paidParts'

type Files = Pick<SendingAt, 'addressOf' | 'fileOf'>
type Asking = { provider: PaidProvider; request: FrozenRequest; signal: AbortSignal }

/**
 * The references of a request where the provider can read them: each is put there once for its content, never a
 * private address. Fails: REFERENCE_MISSING, or as the provider's storage fails; nothing was sent then.
 */
export const takeFiles = async (parts: PaidParts, { provider, request, signal }: Asking): Promise<Files> => {
  const { uploads } = parts.paid
  const hashes = filesIn(request.body)
  const fileOf: Files['fileOf'] = async (sha256) => {
    const { path, mime } = await found(parts, sha256)
    return { bytes: await readFile(path), mime }
  }
  if (!provider.putFile || provider.readsPut?.(request.endpoint) === false)
    return { addressOf: (sha256) => sha256, fileOf }
  const account = accountOf(provider) // what one account keeps, another may not read
  const there = await uploads.addresses(account, hashes)
  for (const sha256 of hashes.filter((hash) => !there.has(hash))) {
    const file = await found(parts, sha256)
    const at = await provider.putFile({ ...file, sha256 }, signal)
    await uploads.keep(account, sha256, at)
    there.set(sha256, at.address)
  }
  return { addressOf: (sha256) => there.get(sha256) ?? '', fileOf }
}

const found = async ({ assets }: PaidParts, sha256: string) => {
  const known = await assets.find(sha256)
  if (known && (await assets.present([known.name])))
    return { path: assets.pathOf(known.name), mime: known.mime, bytes: known.bytes }
  throw new StudioError({
    code: 'REFERENCE_MISSING',
    what: 'A picture that goes into a request is not there.',
    why: `No file of the media folder has the content ${sha256.slice(0, 12)}.`,
    fix: 'Make the step before it again; nothing was sent.',
    retry: 'afterFix',
  })
}
