import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PaidProvider } from '@/providers/spec/paidProvider'

/** One request as the provider saw it; milliseconds of `performance.now()`. */
export type Seen = { id: string; name: string; at: number; endedAt: number | null }
export type WaitingProvider = { provider: PaidProvider; seen: Seen[]; close: () => Promise<void> }

const textOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

/**
 * A provider on HTTP that does nothing but wait: it takes a request, works `msOf` long on it, tells its end to the
 * callback address where it was given one, and answers who asks. Its answers are words; it bills nothing.
 */
export const waitingProvider = async (msOf: (name: string) => number): Promise<WaitingProvider> => {
  const seen: Seen[] = []
  const byId = new Map<string, Seen>()
  const take = (name: string, callback: string | null): string => {
    const one: Seen = { id: `request-${String(seen.length)}`, name, at: performance.now(), endedAt: null }
    seen.push(one)
    byId.set(one.id, one)
    setTimeout(() => {
      one.endedAt = performance.now()
      if (callback) void fetch(callback, { method: 'POST', body: one.id }).catch(() => undefined)
    }, msOf(name))
    return one.id
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://provider')
    const answer = (body: unknown) => response.end(JSON.stringify(body))
    if (request.method === 'GET') answer({ done: (byId.get(url.pathname.slice(1))?.endedAt ?? null) !== null })
    else void textOf(request).then((name) => answer({ id: take(name, url.searchParams.get('callback')) }))
  })
  const base = await listen(server)
  const answered = (requestId: string) => ({
    is: 'answered' as const,
    answer: { requestId, raw: { requestId }, media: [], text: 'made', usage: {}, billedNanodollars: null },
  })
  const provider: PaidProvider = {
    id: 'fal',
    submit: async ({ body }, { callbackUrl }) => {
      const query = callbackUrl === null ? '' : `?callback=${encodeURIComponent(callbackUrl)}`
      const sent = await fetch(`${base}/${query}`, { method: 'POST', body: String(body['prompt']) })
      return { is: 'accepted', ticket: { requestId: ((await sent.json()) as { id: string }).id } }
    },
    check: async ({ requestId }) => {
      const { done } = (await (await fetch(`${base}/${requestId}`)).json()) as { done: boolean }
      return done ? answered(requestId) : { is: 'open', running: true }
    },
    cancel: () => Promise.resolve('tooLate'),
    readCallback: ({ raw }) => {
      const requestId = raw.toString()
      return Promise.resolve({ requestId, dedupeKey: requestId, standing: answered(requestId) })
    },
    testKey: () => Promise.resolve({ ok: true, says: '' }),
  }
  return {
    provider,
    seen,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Where callbacks come in, as the web part takes them: token, one insert, answer. */
export const callbackDoor = async (
  keep: (query: URLSearchParams, raw: Buffer) => Promise<void>,
): Promise<{ url: string; close: () => void }> => {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://studio')
    void textOf(request)
      .then((text) => keep(searchParams, Buffer.from(text)))
      .then(() => response.end('{"taken":true}'))
  })
  const url = await listen(server)
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url, close }
}
