import type { Reply } from '../http/reply'
import { openaiError } from './openaiErrors'
import { effortsOf, modelRefused } from './openaiModels'
import type { ResponseAsked } from './responseShape'
import { schemaFault } from './strictSchema'

/** What is refused before anything is thought: models, effort, sampling, a schema that is not strict. */
export const responseRefusal = (asked: ResponseAsked, now: Date): Reply | null =>
  modelRefused(asked.model, 'words', now) ?? effortRefused(asked) ?? samplingRefused(asked) ?? schemaRefused(asked)

const effortRefused = ({ model, reasoning }: ResponseAsked): Reply | null => {
  const efforts = effortsOf(model)
  const effort = reasoning?.effort ?? null
  if (effort === null || efforts.includes(effort)) return null
  return openaiError(400, {
    message: `Unsupported value: '${effort}' is not supported with this model. Supported values are: ${efforts.join(', ')}.`,
    param: 'reasoning.effort',
    code: 'unsupported_value',
  })
}

/** Models that think take no sampling, unless they are told not to think. */
const samplingRefused = (asked: ResponseAsked): Reply | null => {
  const param = (['temperature', 'top_p'] as const).find((name) => asked[name] !== null && asked[name] !== undefined)
  if (param === undefined || asked.reasoning?.effort === 'none') return null
  const message = `Unsupported parameter: '${param}' is not supported with this model.`
  return openaiError(400, { message, param, code: 'unsupported_parameter' })
}

const schemaRefused = ({ text }: ResponseAsked): Reply | null => {
  const format = text?.format
  if (format?.type !== 'json_schema' || format.strict === false) return null
  const fault = schemaFault(format.schema)
  if (fault === null) return null
  return openaiError(400, {
    message: `Invalid schema for response_format '${format.name}': ${fault}`,
    param: 'text.format.schema',
    code: 'invalid_json_schema',
  })
}
