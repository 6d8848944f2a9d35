import type { JsonObject } from '@/domain/catalogue/wish'
import type { SendingAt } from '../spec/paidProvider'
import { filesIn, fillFiles } from './fillFiles'

/** The body with every file inside of it, as a data address. A file of ours that is missing is a fault of ours: it throws. */
export const inlineFiles = async (body: JsonObject, fileOf: SendingAt['fileOf']): Promise<JsonObject> => {
  const inside = new Map<string, string>()
  for (const sha256 of filesIn(body)) {
    const { bytes, mime } = await fileOf(sha256)
    inside.set(sha256, `data:${mime};base64,${bytes.toString('base64')}`)
  }
  return fillFiles(body, (sha256) => inside.get(sha256) ?? null)
}
