// The web part without Next: Payload's own routes and ours behind a plain server. Settings come as one line of JSON on
// stdin; it ends with its stdin. argv = host, port.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { getPayload, handleEndpoints } from 'payload'

const [host = '', port = '0'] = process.argv.slice(2)
const lines = createInterface({ input: process.stdin })
lines.once('close', () => process.exit(0))
const serve = async (settings: string): Promise<void> => {
  Object.assign(process.env, JSON.parse(settings))
  const config = await (await import('../../payload.config')).default
  await getPayload({ config })
  const reply = async (sent: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const leaving = new AbortController()
    answer.once('close', () => leaving.abort())
    const { method = 'GET', headers, url } = sent
    const body = method === 'GET' ? {} : { body: Readable.toWeb(sent) as ReadableStream, duplex: 'half' }
    const request = new Request(`http://${headers.host}${url}`, {
      method,
      headers: headers as Record<string, string>,
      signal: leaving.signal,
      ...body,
    })
    const told = await handleEndpoints({ config, request }).catch(() => new Response(null, { status: 500 }))
    answer.writeHead(told.status, Object.fromEntries(told.headers))
    if (told.body)
      Readable.fromWeb(told.body as NodeStream)
        .on('error', () => answer.destroy())
        .pipe(answer)
    else answer.end()
  }
  const server = createServer((sent, answer) => void reply(sent, answer))
  server.listen(Number(port), host)
  process.on('SIGTERM', () => server.close(() => process.exit(0)))
}
lines.once('line', (settings) => void serve(settings))
