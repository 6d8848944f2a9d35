import type { PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import type { JobDeclaration } from './declareJob'

type Sessions = {
  sessions: Record<string, unknown>
  connection: { collection(name: string): { insertOne(row: object, options: object): Promise<unknown> } }
}

/** Inserts one outbox row in the transaction of `req` and does nothing else: no job for what was not committed, nor before it was. */
export const enqueue = async <T>(job: JobDeclaration<T>, data: T, { req }: { req: PayloadRequest }): Promise<void> => {
  const db = req.payload.db as unknown as Sessions
  const id = await req.transactionID
  const session = id === undefined ? undefined : db.sessions[id]
  const row = {
    _id: ulid(),
    job: job.name,
    data: job.data.parse(data),
    state: 'open',
    tries: 0,
    notBefore: new Date(0),
    at: new Date(),
  }
  await db.connection.collection('outbox').insertOne(row, session ? { session } : {})
}
