import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { World } from '../world/openWorld'
import type { Reply } from './reply'

/** Sends an answer whole. */
export const send = (response: ServerResponse, method: string, reply: Reply): void => {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length })
  response.end(method === 'HEAD' ? undefined : reply.body)
}

/** Sends it a byte at a time. */
export const drip = async (
  world: World,
  response: ServerResponse,
  { reply, ms }: { reply: Reply; ms: number },
): Promise<void> => {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length })
  for (const byte of reply.body) {
    if (response.destroyed || !(await world.sleep(ms))) return
    response.write(Buffer.from([byte]))
  }
  response.end()
}

/** Sends a JSON text of so many bytes that never says anything. */
export const sendHuge = async (response: ServerResponse, bytes: number): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"x":"')
  const piece = Buffer.alloc(65_536, 'x')
  for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end('"}')
}
