import { createServer, type AddressInfo } from 'node:net'
import { StudioError } from '@/domain/errors/StudioError'

type PortField = 'PORT' | 'WEBHOOK_PORT'
type Wished = { host: string; wished: number; field: PortField }

/** The port callbacks get for themselves; null where none is wished. Fails as `webPort`. */
export const callbackPort = async (
  { HOST, WEBHOOK_PORT: wished }: { HOST: string; WEBHOOK_PORT?: number | undefined },
  taken: number,
): Promise<number | null> => {
  if (wished === undefined) return null
  if (wished !== 0 && wished === taken)
    throw refused({ code: 'EADDRINUSE' } as NodeJS.ErrnoException, { host: HOST, wished, field: 'WEBHOOK_PORT' })
  return webPort(HOST, wished, 'WEBHOOK_PORT')
}

/**
 * The port the web part gets: the wished one when it is free, or for 0 any free one.
 * Fails: PORT_TAKEN, PORT_FORBIDDEN, HOST_NOT_HERE.
 */
export const webPort = (host: string, wished: number, field: PortField = 'PORT'): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, { host, wished, field })))
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port: wished, exclusive: true }, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const refused = (error: NodeJS.ErrnoException, { host, wished, field }: Wished): StudioError => {
  const what = `The studio cannot open on ${host}, port ${String(wished)}.`
  if (error.code === 'EADDRINUSE')
    return new StudioError({
      code: 'PORT_TAKEN',
      what,
      why: 'Another program uses this port; it may be a studio that is open already.',
      fix: `End that program, or choose another port: ${field}=3001 npm run dev (${field}=0 takes any free one).`,
      field,
    })
  if (error.code === 'EACCES')
    return new StudioError({
      code: 'PORT_FORBIDDEN',
      what,
      why: 'This user may not open a port that low.',
      fix: `Choose one above 1023: ${field}=3000 npm run dev.`,
      field,
    })
  return new StudioError({
    code: 'HOST_NOT_HERE',
    what,
    why: `This machine has no such address (${error.code ?? error.message}).`,
    fix: 'Leave HOST out, or set it to 127.0.0.1.',
    field: 'HOST',
  })
}
