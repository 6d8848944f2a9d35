import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** The port kept beside the data, if one was chosen yet. */
export const keptPort = (portFile: string): number | undefined => {
  try {
    const port = Number.parseInt(readFileSync(portFile, 'utf8'), 10)
    return port > 0 && port < 65_536 ? port : undefined
  } catch {
    return undefined
  }
}

/** The kept port when it is free, else a new free one, which is kept from now on. */
export const choosePort = async (portFile: string): Promise<number> => {
  const kept = keptPort(portFile)
  if (kept !== undefined && (await isFree(kept))) return kept
  for (let tries = 0; tries < 50; tries++) {
    // Below the range systems hand out to outgoing connections, so that nobody takes it by chance while mongod is down.
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    if (!(await isFree(port))) continue
    writeFileSync(`${portFile}.new`, `${String(port)}\n`)
    renameSync(`${portFile}.new`, portFile)
    return port
  }
  throw new Error('no free port between 20000 and 29999')
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => {
      done(false)
    })
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => {
        done(true)
      })
    })
  })
