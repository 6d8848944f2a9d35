// Makes the HTTP server of the web part hold out: whoever sends slowly is cut off, nobody holds all connections, and
// every request says from which address it came, whatever it claims itself.
import http from 'node:http'

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
}
const connectionsMax = 2000
const connectionsPerAddress = 256

/** Wraps node's createServer, which Next calls once, before Next is loaded. */
export const guardServer = () => {
  const { createServer } = http
  http.createServer = (...given) => {
    const listener = given.find((one) => typeof one === 'function')
    const server = createServer({ ...limits, ...given.find((one) => typeof one === 'object') }, listener)
    server.maxConnections = connectionsMax
    limitPerAddress(server)
    server.prependListener('request', (request) => {
      request.headers['x-backlot-address'] = request.socket.remoteAddress ?? ''
    })
    return server
  }
}

const limitPerAddress = (server) => {
  const open = new Map()
  server.on('connection', (socket) => {
    const from = socket.remoteAddress ?? ''
    const count = (open.get(from) ?? 0) + 1
    if (count > connectionsPerAddress) return socket.destroy()
    open.set(from, count)
    socket.once('close', () => (open.get(from) === 1 ? open.delete(from) : open.set(from, open.get(from) - 1)))
  })
} // prettier-ignore
