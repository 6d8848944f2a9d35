import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { falProvider } from '@/providers/fal/falProvider'
import type { PaidProvider, Ticket } from '@/providers/spec/paidProvider'
import { sendingAt } from '../../contracts/paidProvider'
import { fixture } from '../../contracts/fixture'
import { answers, drops, openProviderServer, routes, type Doing, type ProviderServer } from '../../contracts/providerServer' // prettier-ignore

let server: ProviderServer
let fal: PaidProvider
let ticket: Ticket
const signal = new AbortController().signal
const says = (name: string) => fixture('fal', name, server.url)

beforeAll(async () => {
  server = await openProviderServer()
  const { url } = server
  fal = falProvider({ key: 'k:s', queueUrl: `${url}/queue`, restUrl: `${url}/rest`, platformUrl: `${url}/v1` })
  const requestUrl = `${url}/queue/fal-ai/nano-banana/requests/req-1`
  ticket = { requestId: 'req-1', statusUrl: `${requestUrl}/status`, resultUrl: requestUrl, cancelUrl: `${requestUrl}/cancel` } // prettier-ignore
})
afterAll(() => server.close())

const request = {
  provider: 'fal' as const,
  endpoint: 'fal-ai/nano-banana/edit',
  model: 'fal/nano-banana-edit',
  version: '1',
  body: {
    prompt: 'A pier at dusk.',
    image_urls: [`file:${'a'.repeat(64)}`],
    nested: { start: `file:${'b'.repeat(64)}` },
  },
}
const status = (doing: Doing, result: Doing = drops) =>
  server.does(routes({ 'GET /queue/fal-ai/nano-banana/requests/req-1/status': doing, 'GET /queue/fal-ai/nano-banana/requests/req-1': result })) // prettier-ignore
const check = () => fal.check(ticket, signal)

describe('a picture asked of fal', () => {
  it('is not waited for under an id that its own addresses do not hold', async () => {
    server.does(answers(200, { ...says('submitted'), request_id: 'req-2' }))
    expect(await fal.submit(request, sendingAt())).toMatchObject({ is: 'unknown', error: { class: 'ambiguous' } })
  })

  it('is sent as the model wants it, with the files where fal can read them and our address to call back', async () => {
    server.does(answers(200, says('submitted')))
    const end = await fal.submit(request, sendingAt())
    expect(end).toEqual({ is: 'accepted', ticket })
    const [sent] = server.seen
    expect(sent!.path).toBe(
      `/queue/fal-ai/nano-banana/edit?fal_webhook=${encodeURIComponent('https://studio.example.org/api/webhooks/x?g=1&a=2&t=3')}`,
    )
    expect(sent!.headers).toMatchObject({
      authorization: 'Key k:s',
      'x-fal-object-lifecycle-preference': '{"expiration_duration_seconds":604800}',
    })
    expect(JSON.parse(sent!.body.toString())).toEqual({
      prompt: 'A pier at dusk.',
      image_urls: [`https://v3.fal.media/files/${'a'.repeat(64)}.png`],
      nested: { start: `https://v3.fal.media/files/${'b'.repeat(64)}.png` },
    })
  })

  it('is asked for only under the host of fal: our key goes nowhere else', async () => {
    const stolen = { status_url: 'https://evil.example/status', response_url: `${server.url}/queue.evil/x`, cancel_url: `${server.url}/queue/../v1/x` } // prettier-ignore
    server.does(answers(200, { ...says('submitted'), ...stolen }))
    expect(await fal.submit(request, sendingAt({ callbackUrl: null }))).toEqual({ is: 'accepted', ticket: { requestId: 'req-1' } }) // prettier-ignore
    server.does(drops)
    const elsewhere = { ...ticket, statusUrl: 'https://evil.example/status', cancelUrl: `${server.url}/queuer/cancel` }
    expect((await fal.check(elsewhere, signal)).is).toBe('untold')
    expect(await fal.cancel(elsewhere, signal)).toBe('unknown')
    expect(server.seen).toEqual([])
  })

  it('waits, is worked on, and is there', async () => {
    status(answers(202, says('queued')))
    expect(await check()).toEqual({ is: 'open', running: false, position: 3 })
    status(answers(202, says('running')))
    expect(await check()).toEqual({ is: 'open', running: true })
    status(answers(200, says('completed')), answers(200, says('resultImages'), { 'x-fal-billable-units': '1' }))
    expect(await check()).toEqual({
      is: 'answered',
      answer: {
        requestId: 'req-1',
        raw: says('resultImages'),
        media: [{ kind: 'picture', mime: 'image/png', width: 1344, height: 768, url: 'https://v3b.fal.media/files/b/pier.png' }], // prettier-ignore
        text: null,
        usage: { billable_units: 1, inference_seconds: 4.25 },
        billedNanodollars: null,
      },
    })
  })

  it('is told as it stands now when states go backwards: nothing here remembers', async () => {
    status(answers(200, says('completed')), answers(200, says('resultImages')))
    expect((await check()).is).toBe('answered')
    status(answers(202, says('running')))
    expect(await check()).toEqual({ is: 'open', running: true })
    status(answers(200, says('completed')), answers(400, { detail: 'Request is still in progress' }))
    expect(await check()).toEqual({ is: 'open', running: true })
  })

  it('can be a clip, or words', async () => {
    status(answers(200, says('completed')), answers(200, says('resultVideo')))
    expect(await check()).toMatchObject({ answer: { media: [{ kind: 'clip', durationS: 5.04, width: 1280 }] } })
    status(answers(200, says('completed')), answers(200, says('resultQuery')))
    expect(await check()).toMatchObject({
      answer: { media: [], text: '{"answer":"yes"}', usage: { input_tokens: 731, output_tokens: 9 } },
    })
  })

  it('keeps no bytes in what is written down of it', async () => {
    const inside = { images: [{ url: `data:image/png;base64,${Buffer.from('pier').toString('base64')}` }] }
    status(answers(200, says('completed')), answers(200, inside))
    const standing = await check()
    if (standing.is !== 'answered') throw new Error(standing.is)
    expect(standing.answer.media).toEqual([{ kind: 'picture', mime: 'image/png', bytes: Buffer.from('pier') }])
    expect(JSON.stringify(standing.answer.raw)).toMatch(/"file:[0-9a-f]{64}"/)
  })

  it('fails with the fields that are wrong, and what was refused for its content as that', async () => {
    status(answers(200, says('completedWithError')), answers(422, says('validation')))
    expect(await check()).toMatchObject({
      is: 'failed',
      billed: null,
      error: { class: 'validation', status: 422, fields: [{ path: 'image_urls', message: 'Field required' }] },
    })
    status(answers(200, says('completedWithError')), answers(422, says('policy'), { 'x-fal-billable-units': '0' }))
    expect(await check()).toMatchObject({ is: 'failed', billed: false, error: { class: 'policy', code: 'content_policy_violation' } }) // prettier-ignore
    status(answers(200, says('completedWithError')), answers(503, says('infrastructure')))
    expect(await check()).toMatchObject({ is: 'failed', billed: null, error: { class: 'transient' } })
  })

  it('is not lost when it cannot be asked for: nothing is said of it', async () => {
    for (const doing of [
      drops,
      answers(503, 'down'),
      answers(200, '<html>'),
      answers(429, {}),
      answers(200, { status: 'SOON' }),
    ]) {
      // prettier-ignore
      status(doing)
      expect((await check()).is).toBe('untold')
    }
    for (const result of [drops, answers(502, '<html>'), answers(500, {}), answers(401, {})]) {
      status(answers(200, says('completed')), result)
      expect((await check()).is).toBe('untold')
    }
    status(answers(200, says('completed')), answers(403, says('locked')))
    expect(await check()).toMatchObject({ is: 'untold', error: { class: 'billing' } })
    status(answers(202, { ...says('running'), request_id: 'req-2' }))
    expect((await check()).is).toBe('untold')
  })

  it('is gone when fal knows it no more', async () => {
    status(answers(404, { detail: 'Request not found' }))
    expect(await check()).toMatchObject({ is: 'gone', error: { class: 'expired' } })
    status(answers(200, says('completed')), answers(404, { detail: 'Not found' }))
    expect(await check()).toMatchObject({ is: 'gone' })
  })

  it('is asked to stop, and may be too late for it', async () => {
    server.does(answers(202, { status: 'CANCELLATION_REQUESTED' }))
    expect(await fal.cancel(ticket, signal)).toBe('requested')
    expect(server.seen[0]).toMatchObject({ method: 'PUT' })
    server.does(answers(400, { status: 'ALREADY_COMPLETED' }))
    expect(await fal.cancel(ticket, signal)).toBe('tooLate')
    server.does(answers(404, { status: 'NOT_FOUND' }))
    expect(await fal.cancel(ticket, signal)).toBe('unknown')
    status(answers(200, { ...says('completed'), error: 'Request was cancelled', error_type: 'request_cancelled' }))
    expect((await check()).is).toBe('cancelled')
  })

  it('stops everything when the balance is used up, and only then', async () => {
    server.does(answers(403, says('locked')))
    expect(await fal.submit(request, sendingAt())).toMatchObject({ is: 'refused', error: { class: 'billing' } })
    server.does(answers(403, { detail: 'Cannot access application' }))
    expect(await fal.submit(request, sendingAt())).toMatchObject({ is: 'refused', error: { class: 'auth' } })
  })
})
