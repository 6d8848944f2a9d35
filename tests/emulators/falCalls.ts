import type { Emulators } from '../../emulators/startEmulators'
import { until } from './catchCallbacks'

export type FalTicket = { request_id: string; status_url: string; response_url: string; cancel_url: string }

/** fal's queue by plain HTTP: one call, one request. */
export const falCalls = ({ env }: Emulators) => {
  const authorization = `Key ${env['FAL_KEY']}`
  const get = async (url: string) => {
    const answer = await fetch(url, { headers: { authorization } })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown }
  }
  const post = (endpoint: string, input: unknown, webhook?: string) =>
    fetch(`${env['FAL_QUEUE_URL']}/${endpoint}${webhook ? `?fal_webhook=${encodeURIComponent(webhook)}` : ''}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
  const submit = async (endpoint: string, input: unknown, webhook?: string) =>
    (await (await post(endpoint, input, webhook)).json()) as FalTicket
  const finished = (ticket: FalTicket) => until(async () => (await get(ticket.status_url)).status === 200)
  const result = async (ticket: FalTicket) => {
    await finished(ticket)
    const { status, headers, body } = await get(ticket.response_url)
    return { status, payload: body, units: headers.get('x-fal-billable-units'), requestId: ticket.request_id }
  }
  return {
    get,
    post,
    submit,
    finished,
    result,
    made: async (endpoint: string, input: unknown) => result(await submit(endpoint, input)),
    cancel: (url: string) => fetch(url, { method: 'PUT', headers: { authorization } }),
    platform: async (path: string) => (await get(`${env['FAL_PLATFORM_URL']}/${path}`)).body,
  }
}
