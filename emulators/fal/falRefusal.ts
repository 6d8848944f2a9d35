import type { z } from 'zod'
import type { InputRefused } from '../media/InputRefused'
import { jsonReply, type Reply } from '../http/reply'

/** One row of fal's `detail`: where, what, of which kind. */
export type FalDetail = {
  loc: (string | number)[]
  msg: string
  type: string
  url?: string
  input?: unknown
  ctx?: unknown
}

/** zod's words to those of fal's validation. */
export const detailsOf = (error: z.ZodError, given: unknown): FalDetail[] =>
  error.issues.flatMap((issue) => {
    const loc = ['body', ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        loc: [...loc, key],
        msg: 'Extra inputs are not permitted',
        type: 'extra_forbidden',
      }))
    const input = inputAt(given, issue.path)
    if (input === undefined) return [{ loc, msg: 'Field required', type: 'missing' }]
    return [{ loc, msg: issue.message, type: kindOf(issue.code), input }]
  })

const inputAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<PropertyKey, unknown>)[step] : undefined,
    given,
  )

const kinds: Record<string, string> = {
  invalid_type: 'type_error',
  invalid_value: 'literal_error',
  too_small: 'greater_than_equal',
  too_big: 'less_than_equal',
  invalid_format: 'string_pattern_mismatch',
}
const kindOf = (code: string): string => kinds[code] ?? 'value_error'

const help = (type: string) => `https://docs.fal.ai/errors#${type}`

/** What a completed request holds whose input was wrong, or named what cannot be read. */
export const refusedInput = ({ kind, field, input }: InputRefused): FalDetail => ({
  loc: ['body', field],
  msg: inputWords[kind] ?? 'The input could not be used.',
  type: kind,
  url: help(kind),
  input,
})

const inputWords: Record<string, string> = {
  file_download_error: 'Failed to download the file. Please check that the URL is publicly accessible.',
  image_load_error:
    'Failed to load the image. Please ensure the image file is not corrupted and is in a supported format.',
  image_too_large: 'Image is too large.',
}

export const policyDetail: FalDetail = {
  loc: ['body', 'prompt'],
  msg: 'The content could not be processed because it contained material flagged by a content checker.',
  type: 'content_policy_violation',
  url: help('content_policy_violation'),
}

/** fal's own machinery failing. */
export const falFailure = (status: number): Reply => {
  if (status === 404) return jsonReply(404, { detail: 'Not Found' })
  const kinds: Record<number, string> = { 503: 'runner_scheduling_failure', 504: 'request_timeout', 429: 'rate_limit' }
  const kind = kinds[status] ?? 'internal_error'
  return jsonReply(
    status,
    { detail: status === 429 ? 'Too many requests' : 'Something went wrong on our side', error_type: kind },
    { 'x-fal-error-type': kind },
  )
}

export const falLocked = (): Reply =>
  jsonReply(403, {
    detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
  })
