import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { SendingAt, Submitted, Ticket } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { fillFiles } from '../paid/fillFiles'
import { idOf, objectOf, textOf } from '../paid/objectOf'
import { isPath, noSuchEndpoint } from '../paid/isPath'
import { submitEnd, type Answered } from '../paid/submitEnd'
import { underBase } from '../paid/underBase'
import type { FalLine } from './falAccount'

/** How long fal keeps what it made, seconds: we copy at once, this is for bad days. */
const keptS = 7 * 24 * 3600

/** One POST to the queue. fal knows no idempotency key: `at.key` stays with us. */
export const falSubmit = async (line: FalLine, request: FrozenRequest, at: SendingAt): Promise<Submitted> => {
  if (!isPath(request.endpoint)) return noSuchEndpoint(request.endpoint)
  const callback = at.callbackUrl === null ? '' : `?${new URLSearchParams({ fal_webhook: at.callbackUrl }).toString()}`
  const called = await callJson({
    method: 'POST',
    url: `${line.queue}/${request.endpoint}${callback}`,
    headers: {
      ...line.headers,
      'x-fal-object-lifecycle-preference': JSON.stringify({ expiration_duration_seconds: keptS }),
    },
    json: fillFiles(request.body, at.addressOf),
    signal: at.signal,
  })
  return submitEnd(called, line.reader, (answer) => accepted(line, answer))
}

const accepted = (line: FalLine, { json }: Answered): Submitted | null => {
  const body = objectOf(json)
  const requestId = idOf(body['request_id'])
  if (requestId === null) return null
  const given = { statusUrl: body['status_url'], resultUrl: body['response_url'], cancelUrl: body['cancel_url'] }
  const addresses = Object.entries(given).flatMap(([name, value]) => {
    const address = underBase(textOf(value), [line.queue])
    return address === null ? [] : [[name, address]]
  })
  // an id its own addresses do not hold is none to wait for: it says nothing of what became of the request
  if (addresses.some(([, address]) => !address?.includes(`/requests/${encodeURIComponent(requestId)}`))) return null
  return { is: 'accepted', ticket: { requestId, ...(Object.fromEntries(addresses) as Partial<Ticket>) } }
}

/** The addresses of a request known only by its id: owner and app, whatever path the model has below them. */
export const falTicket = (line: FalLine, known: { endpoint: string; requestId: string }): Ticket => {
  const [owner = '', app = ''] = known.endpoint.split('/')
  const resultUrl = `${line.queue}/${owner}/${app}/requests/${encodeURIComponent(known.requestId)}`
  return {
    requestId: known.requestId,
    resultUrl,
    statusUrl: `${resultUrl}/status`,
    cancelUrl: `${resultUrl}/cancel`,
  }
}
