import type { z } from 'zod'
import { jsonReply, type Reply } from '../http/reply'
import { newName } from '../world/random'

type Told = { message: string; type?: string; param?: string | null; code?: string | null }

/** OpenAI's own shape of an error. */
export const openaiError = (
  status: number,
  { message, type = 'invalid_request_error', param = null, code = null }: Told,
): Reply => jsonReply(status, { error: { message, type, param, code } }, { 'x-request-id': newName('req_') })

const failures: Record<number, Told> = {
  401: { message: 'Incorrect API key provided.', code: 'invalid_api_key' },
  404: { message: 'Invalid URL', code: 'unknown_url' },
  429: { message: 'Rate limit reached. Please try again later.', type: 'requests', code: 'rate_limit_exceeded' },
  503: { message: 'The server is overloaded. Please try again later.', type: 'service_unavailable_error' },
}

export const openaiFailure = (status: number): Reply =>
  openaiError(
    status,
    failures[status] ?? { message: 'The server had an error while processing your request.', type: 'server_error' },
  )

export const openaiNoBalance = (): Reply =>
  openaiError(429, {
    message: 'You exceeded your current quota, please check your plan and billing details.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  })

/** The first thing that is wrong with a request. */
export const openaiRefusal = (error: z.ZodError): Reply => {
  const issue = error.issues[0]
  if (issue?.code === 'unrecognized_keys') return unknownParameter(issue.keys[0] ?? '')
  const param = issue?.path.join('.') ?? ''
  return openaiError(400, {
    message: `Invalid value for '${param}': ${issue?.message ?? 'it cannot be used'}.`,
    param,
    code: issue?.code === 'invalid_type' ? 'invalid_type' : 'invalid_value',
  })
}

const insteads: Record<string, string> = { max_tokens: 'max_output_tokens', max_completion_tokens: 'max_output_tokens' }

const unknownParameter = (param: string): Reply =>
  insteads[param] === undefined
    ? openaiError(400, { message: `Unknown parameter: '${param}'.`, param, code: 'unknown_parameter' })
    : openaiError(400, {
        message: `Unsupported parameter: '${param}'. Use '${insteads[param]}' instead.`,
        param,
        code: 'unsupported_parameter',
      })
