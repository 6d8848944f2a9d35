import type { Json, JsonObject } from '@/domain/catalogue/wish'
import type { Made, Submitted } from '../spec/paidProvider'
import { markOf } from '../paid/madeIn'
import { idOf, listOf, objectOf, textOf } from '../paid/objectOf'
import type { Answered } from '../paid/submitEnd'
import { tokensIn } from '../paid/tokensIn'

/** Pictures come as base64 inside of the answer; it is kept without them. `unnamed`: its id where the answer has none. */
export const imagesEnd = ({ json, headers }: Answered, unnamed: string): Submitted | null => {
  const body = objectOf(json)
  const rows = listOf(body['data']).map(objectOf)
  const media = rows.flatMap((row) => madeOf(row, body))
  if (media.length === 0) return null
  const requestId = idOf(headers['x-request-id']) ?? unnamed
  const raw: Json = { ...body, data: rows.map(withoutBytes) }
  return { is: 'answered', answer: { requestId, raw, media, text: null, usage: tokensIn(body['usage']), billedNanodollars: null } } // prettier-ignore
}

const madeOf = (row: JsonObject, body: JsonObject): Made[] => {
  const [inside, url] = [textOf(row['b64_json']), textOf(row['url'])]
  const [width, height] = (textOf(body['size']) ?? '').split('x').map(Number)
  const facts = {
    kind: 'picture' as const,
    mime: `image/${textOf(body['output_format']) ?? 'png'}`,
    ...(width && height ? { width, height } : {}),
  }
  if (inside !== null) return [{ ...facts, bytes: Buffer.from(inside, 'base64') }]
  return url === null ? [] : [{ ...facts, url }]
}

const withoutBytes = (row: JsonObject): JsonObject => {
  const inside = textOf(row['b64_json'])
  return inside === null ? row : { ...row, b64_json: markOf(Buffer.from(inside, 'base64')) }
}
