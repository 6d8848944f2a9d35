import type { Json } from '@/domain/catalogue/wish'
import type { Answer, Failed } from '../spec/paidProvider'
import { madeIn } from '../paid/madeIn'
import { numberOf, objectOf, textOf } from '../paid/objectOf'
import { told } from '../paid/told'
import { falError } from './falError'

type Finished = { requestId: string; json: Json; headers: Record<string, string>; inferenceS: number | null }

/** What a model of fal made; words are its `output` or `text`. */
export const falAnswer = ({ requestId, json, headers, inferenceS }: Finished): Answer => {
  const { raw, media } = madeIn(json, 'objects')
  const body = objectOf(raw)
  return {
    requestId,
    raw,
    media,
    text: textOf(body['output']) ?? textOf(body['text']),
    usage: {
      ...unitsIn(headers),
      ...(inferenceS === null ? {} : { inference_seconds: inferenceS }),
      ...countsIn(json),
    },
    billedNanodollars: null,
  }
}

/** A request that ended badly. Billed is only said when fal says it, in its header. */
export const falFailure = (
  failure: { status: number; json: Json; headers: Record<string, string> },
  secrets: string[],
): Failed => {
  const usage = unitsIn(failure.headers)
  const units = usage['billable_units']
  return {
    is: 'failed',
    error: told(falError(failure), secrets),
    billed: units === undefined ? null : units > 0,
    usage,
    raw: failure.json,
  }
}

/** fal has no state for it: a cancelled request is a completed one with this error. */
export const saysCancelled = ({ error, errorType }: { error: string | null; errorType: string | null }): boolean =>
  /cancel/i.test(errorType ?? '') || /^(the )?(request )?(was )?cancell?ed/i.test(error ?? '')

const unitsIn = (headers: Record<string, string>): Record<string, number> => {
  const units = Number(headers['x-fal-billable-units'] ?? Number.NaN)
  return Number.isFinite(units) && units >= 0 ? { billable_units: units } : {}
}

const countsIn = (json: Json): Record<string, number> => {
  const body = objectOf(json)
  const told = [body['usage'], body['usage_info']].flatMap((usage) => Object.entries(objectOf(usage)))
  return Object.fromEntries(
    told.flatMap(([name, value]) => {
      const count = numberOf(value)
      return count === null ? [] : [[name, count]]
    }),
  )
}
