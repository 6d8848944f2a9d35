import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Caught = { headers: Record<string, string>; body: string; path: string }

/** A listener for callbacks: what came, raw; `answer` says what it is answered with. */
export const catchCallbacks = async (answer: (n: number) => number = () => 200) => {
  const caught: Caught[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      caught.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(pieces).toString('utf8'),
        path: request.url ?? '',
      })
      response.writeHead(answer(caught.length)).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caught,
    next: (count: number) => until(() => caught.length >= count),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Waits until something holds; fails after 15 s. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 15_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came')
    await new Promise((done) => setTimeout(done, 10))
  }
}
