import type { ListedModel } from '@/domain/catalogue/compareListing'
import type { JsonObject } from '@/domain/catalogue/wish'
import { StudioError } from '@/domain/errors/StudioError'
import { callJson } from '../paid/callJson'
import { listOf, numberOf, objectOf, textOf } from '../paid/objectOf'
import { readFault } from '../paid/submitEnd'
import { notListed, type Listing } from '../spec/listing'
import { openaiLine, type OpenaiAccount } from './openaiLine'

/** OpenAI lists which models there are and until when; neither schemas nor prices. */
export const openaiListing = (account: OpenaiAccount): Listing => {
  const line = openaiLine(account)
  return async (names, signal) => {
    const called = await callJson({ method: 'GET', url: `${line.base}/models`, headers: line.headers, signal })
    if (called.is !== 'json' || called.status >= 300)
      throw new StudioError({
        code: 'PROVIDER_LIST_NOT_READ',
        what: 'What OpenAI lists of its models could not be read.',
        why: readFault(called, line.reader).message,
        fix: 'Look at OPENAI_API_KEY and try it again later.',
        retry: 'later',
      })
    const rows = listOf(objectOf(called.json)['data']).map(objectOf)
    return new Map(
      names.map((name) => {
        const row = rows.find((one) => one['id'] === name)
        return [name, row ? modelOf(row) : notListed]
      }),
    )
  }
}

const modelOf = (row: JsonObject): ListedModel => {
  const shutdownDate = dayOf(row)
  return { isListed: true, isDeprecated: false, shutdownDate, input: null, price: null }
}

/** As a date, or as seconds since 1970. */
const dayOf = (row: JsonObject): string | null => {
  const seconds = numberOf(row['shutdown_date'])
  if (seconds !== null) return new Date(seconds * 1000).toISOString().slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}/.exec(textOf(row['shutdown_date']) ?? '')?.[0] ?? null
}
