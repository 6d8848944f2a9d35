import type { Standing, Ticket } from '../spec/paidProvider'
import { callJson, type Called } from '../paid/callJson'
import { numberOf, objectOf, textOf } from '../paid/objectOf'
import { refusalIn, untold, type Answered } from '../paid/submitEnd'
import { told } from '../paid/told'
import { underBase } from '../paid/underBase'
import { falAnswer, falFailure, saysCancelled } from './falAnswer'
import type { FalLine } from './falAccount'

type Completed = { error: string | null; errorType: string | null; inferenceS: number | null }

/** Asks for the state and, when it is over, for the result. fal's own words for a state are only three. */
export const falCheck = async (line: FalLine, ticket: Ticket, signal: AbortSignal): Promise<Standing> => {
  const statusUrl = underBase(ticket.statusUrl ?? null, [line.queue])
  if (statusUrl === null) return noAddress(line)
  const called = await callJson({ method: 'GET', url: statusUrl, headers: line.headers, signal })
  if (called.is !== 'json' || called.status >= 300)
    return isGone(called) ? gone(line, called) : untold(called, line.reader)
  const body = objectOf(called.json)
  const id = textOf(body['request_id'])
  if (id !== null && id !== ticket.requestId) return otherRequest(line)
  const position = numberOf(body['queue_position'])
  switch (body['status']) {
    case 'IN_QUEUE':
      return { is: 'open', running: false, ...(position === null ? {} : { position }) }
    case 'IN_PROGRESS':
      return { is: 'open', running: true }
    case 'COMPLETED': {
      const completed = {
        error: textOf(body['error']),
        errorType: textOf(body['error_type']),
        inferenceS: numberOf(objectOf(body['metrics'])['inference_time']),
      }
      return falResult(line, { ticket, completed, signal })
    }
    default:
      return untold(called, line.reader)
  }
}

const falResult = async (
  line: FalLine,
  { ticket, completed, signal }: { ticket: Ticket; completed: Completed; signal: AbortSignal },
): Promise<Standing> => {
  if (saysCancelled(completed)) return { is: 'cancelled' }
  const url = underBase(ticket.resultUrl ?? null, [line.queue])
  if (url === null) return noAddress(line)
  const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
  if (called.is !== 'json') return isGone(called) ? gone(line, called) : untold(called, line.reader)
  return called.status < 300 ? answered(called, { ticket, completed }) : unanswered(line, called, completed)
}

const answered = (
  { json, headers }: Answered,
  { ticket, completed }: { ticket: Ticket; completed: Completed },
): Standing => ({
  is: 'answered',
  answer: falAnswer({ requestId: ticket.requestId, json, headers, inferenceS: completed.inferenceS }),
})

/** The account's troubles say nothing of the request: what was made is still there. */
const ofAccount = [401, 402, 403, 429]

const unanswered = (line: FalLine, called: Answered, { error, errorType }: Completed): Standing => {
  const { status, headers, json } = called
  if (status === 404 && error === null) return gone(line, called)
  if (status === 400 && /still in progress/i.test(JSON.stringify(json))) return { is: 'open', running: true }
  // a 5xx is the model's own only when the status says that it failed; else the way there is broken
  if (ofAccount.includes(status) || (status >= 500 && error === null)) return untold(called, line.reader)
  const words = { ...objectOf(json), ...(errorType === null ? {} : { error_type: errorType }) }
  return falFailure({ status, json: words, headers }, line.reader.secrets)
}

const isGone = (called: Called) => 'status' in called && (called.status === 404 || called.status === 410)

const gone = (line: FalLine, called: Called): Standing => ({
  is: 'gone',
  error: { ...('status' in called ? refusalIn(called, line.reader) : notKnown), class: 'expired' },
})

const notKnown = { message: 'fal knows this request no more.' }

const noAddress = (line: FalLine): Standing => ({
  is: 'untold',
  error: told({ class: 'unknown', message: 'The request has no address under the host of fal that is set.' }, line.reader.secrets), // prettier-ignore
})

const otherRequest = (line: FalLine): Standing => ({
  is: 'untold',
  error: told({ class: 'unknown', message: 'fal answered about another request.' }, line.reader.secrets),
})

/** Asks to stop; work that has begun may still be finished and billed. */
export const falCancel = async (
  line: FalLine,
  ticket: Ticket,
  signal: AbortSignal,
): Promise<'cancelled' | 'requested' | 'tooLate' | 'unknown'> => {
  const url = underBase(ticket.cancelUrl ?? null, [line.queue])
  if (url === null) return 'unknown'
  const called = await callJson({ method: 'PUT', url, headers: line.headers, signal })
  if (called.is !== 'json') return 'unknown'
  const status = textOf(objectOf(called.json)['status'])
  if (called.status === 400 && status === 'ALREADY_COMPLETED') return 'tooLate'
  return called.status < 300 ? 'requested' : 'unknown'
}
