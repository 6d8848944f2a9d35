import { writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Made } from '@/providers/spec/paidProvider'
import { sha256Of } from '@/stores/sha256'
import type { MadeFile, Manifest, PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PaidParts } from './paidParts'

const endings: Record<Made['kind'], string> = { picture: 'png', clip: 'mp4', sound: 'mp3', file: 'bin' }

/** The answer as it is remembered: the provider's own words, and files that came as bytes already among ours. */
export const manifestOf = async (
  { assets, scratchDir }: Pick<PaidParts, 'assets' | 'scratchDir'>,
  call: PaidGeneration,
  { requestId, raw, media, text, usage, billedNanodollars }: Answer,
): Promise<Manifest> => {
  const keep = async (bytes: Buffer, kind: Made['kind'], mime: string | undefined): Promise<string> => {
    await mkdir(scratchDir, { recursive: true })
    const ending = mime?.split('/')[1]?.replace(/[^a-z\d]/g, '') ?? endings[kind]
    const file = join(scratchDir, `${sha256Of(bytes)}.${ending === 'mpeg' ? 'mp3' : ending}`)
    await writeFile(file, bytes)
    return (await assets.keep(file, call.project.toHexString())).name
  }
  const made: MadeFile[] = []
  for (const one of media) {
    const facts = { kind: one.kind, ...(one.mime === undefined ? {} : { mime: one.mime }) }
    made.push(
      'url' in one ? { ...facts, url: one.url } : { ...facts, asset: await keep(one.bytes, one.kind, one.mime) },
    )
  }
  return { requestId, raw: JSON.stringify(raw), made, text, usage, billedNanodollars }
}
