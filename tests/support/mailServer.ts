import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = Email & { envelopeTo: string[]; secure: boolean; raw: string }
export type MailServer = {
  port: number
  mails: Received[]
  /** Breaks every connection, as a server that dies. */ breakOff: () => void
  close: () => Promise<void>
}

/** A real SMTP server on this machine that keeps what it takes. `more` makes it refuse, dawdle or die. */
export const openMailServer = async (more: SMTPServerOptions = {}): Promise<MailServer> => {
  const mails: Received[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        void PostalMime.parse(raw).then((email) => {
          const envelopeTo = session.envelope.rcptTo.map(({ address }) => address)
          mails.push({ ...email, envelopeTo, secure: session.secure, raw })
          done()
        })
      })
    },
    ...more,
  })
  server.on('error', () => undefined) // a client that breaks off is part of the play
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    breakOff: () => sockets.forEach((socket) => void socket.destroy()),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
