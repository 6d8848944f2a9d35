import type { ClientSession } from 'mongodb'
import type { PayloadRequest } from 'payload'

/** The session of the transaction that this request began. */
export const sessionOf = async (req: PayloadRequest): Promise<ClientSession> => {
  const { sessions } = req.payload.db as unknown as { sessions: Record<string, ClientSession> }
  const session = sessions[String(await req.transactionID)]
  if (session) return session
  throw new TypeError('a transaction was begun for this request')
}
