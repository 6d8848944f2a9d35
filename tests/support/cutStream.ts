import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The studio behind a line that cuts every stream of events after so many milliseconds; everything else comes whole. */
export const cutStream = async (address: string, everyMs: number): Promise<{ address: string; cuts: () => number; close: () => Promise<void> }> => {
  const { hostname, port } = new URL(address)
  const streams = new Set<ServerResponse>()
  let cuts = 0
  const server = createServer((asked, answer) => {
    const sent = request({ hostname, port, method: asked.method, path: asked.url, headers: { ...asked.headers, host: `${hostname}:${port}`, ...(asked.headers.origin ? { origin: address } : {}) } }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(answer)
      if (asked.url?.includes('/events')) streams.add(answer)
    })
    sent.on('error', () => answer.destroy())
    answer.on('close', () => {
      streams.delete(answer)
      sent.destroy()
    })
    asked.pipe(sent)
  })
  const timer = setInterval(() => {
    for (const stream of streams) {
      cuts++
      stream.destroy()
    }
  }, everyMs)
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cuts: () => cuts,
    close: async () => {
      clearInterval(timer)
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
} // prettier-ignore
