import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { PaidProvider, SendingAt, Submitted } from '@/providers/spec/paidProvider'
import { answers, breaksOff, drops, endless, openProviderServer, silent, type Doing, type ProviderServer } from './providerServer' // prettier-ignore

export type Contract = {
  name: string
  key: string
  open: (base: string) => PaidProvider
  request: FrozenRequest
  /** A good day's answer to the POST. */
  takes: (base: string) => Doing
  takenAs: 'accepted' | 'answered'
}

export const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

export const sendingAt = (more: Partial<SendingAt> = {}): SendingAt => ({
  key: 'g'.repeat(64),
  attemptId: '01JD0000000000000000000000',
  callbackUrl: 'https://studio.example.org/api/webhooks/x?g=1&a=2&t=3',
  addressOf: (sha256) => `https://v3.fal.media/files/${sha256}.png`,
  fileOf: () => Promise.resolve({ bytes: picture, mime: 'image/png' }),
  signal: new AbortController().signal,
  ...more,
})

const page = '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body>no</body></html>'

/** What every adapter keeps to: one submit is one POST, and what is said of it is true. */
export const paidProviderContract = (contract: Contract) => {
  describe(`${contract.name}, as every provider that is paid`, () => {
    let server: ProviderServer
    let provider: PaidProvider
    const sent: { name: string; end: Submitted; posts: number }[] = []
    const submit = async (doing: Doing, more: Partial<SendingAt> = {}) => {
      server.does(doing)
      const end = await provider.submit(contract.request, sendingAt(more))
      sent.push({ name: expect.getState().currentTestName ?? '', end, posts: server.posts().length })
      return end
    }
    const classOf = (end: Submitted) => ('error' in end ? `${end.is}: ${end.error.class}` : end.is)

    beforeAll(async () => {
      server = await openProviderServer()
      provider = contract.open(server.url)
    })
    afterAll(() => server.close())

    it('takes what it is asked on a good day', async () => {
      const end = await submit(contract.takes(server.url))
      expect(end.is).toBe(contract.takenAs)
      expect(server.seen.map(({ method }) => method)).toEqual(['POST'])
    })

    it.each<[string, Doing]>([
      ['a socket that drops', drops],
      ['an answer that breaks off', breaksOff],
      ['a 500', answers(500, { error: { message: 'boom' }, detail: 'boom' })],
      ['a 502 with a page', answers(502, page, { 'content-type': 'text/html' })],
      ['a 503', answers(503, { detail: 'runner_scheduling_failure' }, { 'retry-after': '1' })],
      ['a 504', answers(504, { detail: 'request_timeout' }, { 'x-fal-request-timeout-type': 'user' })],
      ['a 408', answers(408, {})],
      ['a page instead of JSON', answers(200, page, { 'content-type': 'text/html' })],
      ['an empty answer', answers(200, '')],
      ['half a JSON', answers(200, '{"request_id": "1')],
      ['JSON of another shape', answers(200, { hello: ['world'] })],
      ['a name that is a whole letter', answers(200, { request_id: 'a b'.repeat(9999), id: 'a b'.repeat(9999), task_id: 'a b', status: 'starting' })], // prettier-ignore
      ['a list', answers(200, [1, 2, 3])],
      ['null', answers(200, 'null')],
      ['JSON nested ten thousand deep', answers(200, '['.repeat(10_000) + ']'.repeat(10_000))],
      ['200 MB of JSON', endless],
      ['being sent elsewhere', (seen, res) => void res.writeHead(307, { location: seen.path }).end()],
    ])('does not know whether %s means that it was taken, and asks no second time', async (_name, doing) => {
      expect(classOf(await submit(doing))).toBe('unknown: ambiguous')
      expect(server.posts()).toHaveLength(1)
    })

    it('does not know it of silence, either, when its time is over', async () => {
      const end = await submit(silent, { signal: AbortSignal.timeout(300) })
      expect(classOf(end)).toBe('unknown: ambiguous')
      expect(server.posts()).toHaveLength(1)
    })

    it('knows that what was refused was not taken', async () => {
      const slow = await submit(answers(429, { detail: 'slow down' }, { 'retry-after': '7' }))
      expect(slow).toMatchObject({ is: 'refused', error: { class: 'rate', status: 429, afterMs: 7000 } })
      expect(classOf(await submit(answers(401, { detail: 'no key' })))).toBe('refused: auth')
      expect(classOf(await submit(answers(402, { detail: 'no credit' })))).toBe('refused: billing')
      expect(classOf(await submit(answers(422, { detail: 'no' })))).toBe('refused: validation')
    })

    it('knows that what was never sent was not taken', async () => {
      server.does(drops)
      const stopped = await provider.submit(contract.request, sendingAt({ signal: AbortSignal.abort() }))
      expect(classOf(stopped)).toBe('refused: unreachable')
      const nobody = contract.open('http://127.0.0.1:1')
      expect(classOf(await nobody.submit(contract.request, sendingAt()))).toBe('refused: unreachable')
      const noName = contract.open('http://nowhere.invalid')
      expect(classOf(await noName.submit(contract.request, sendingAt()))).toBe('refused: unreachable')
      const noTls = contract.open(server.url.replace('http:', 'https:'))
      expect(classOf(await noTls.submit(contract.request, sendingAt()))).toBe('refused: unreachable')
      expect(server.seen).toEqual([])
    })

    it('sends nothing for an endpoint that leads elsewhere', async () => {
      server.does(contract.takes(server.url))
      for (const endpoint of ['../admin/keys', 'a b', 'x?y=1', '/'])
        expect(classOf(await provider.submit({ ...contract.request, endpoint }, sendingAt()))).toBe(
          'refused: validation',
        )
      expect(server.seen).toEqual([])
    })

    it('tells nobody its key', async () => {
      const end = await submit(answers(400, { detail: `bad key ${contract.key}`, error: { message: `bad key ${contract.key}` } })) // prettier-ignore
      expect(JSON.stringify(end)).not.toContain(contract.key)
      expect(server.seen[0]!.path).not.toContain(contract.key)
    })

    it('tests its key without a POST', async () => {
      server.does(answers(200, { data: {}, prices: [] }))
      expect(await provider.testKey(new AbortController().signal)).toMatchObject({ ok: true })
      server.does(answers(401, { detail: `wrong ${contract.key}` }))
      const wrong = await provider.testKey(new AbortController().signal)
      expect(wrong.ok).toBe(false)
      expect(wrong.says).not.toContain(contract.key)
      expect(server.posts()).toEqual([])
    })

    it('asked once each time, over everything above', () => {
      expect(sent.filter(({ posts }) => posts !== 1)).toEqual([])
      expect(sent.length).toBeGreaterThan(20)
    })
  })
}
