import { randomUUID } from 'node:crypto'
import type { ClientSession, Db, Document, MongoClient } from 'mongodb'
import type { Payload } from 'payload'
import type { TogetherWrites } from './togetherWrites'

/** The control database: Payload's own client and what Backlot keeps beside Payload's collections. */
export type ControlDb = { client: MongoClient; db: Db; payload: Payload }

/** One transaction over Payload documents (`req`) and any database of the same replica set (`session`). */
export type Tx = {
  session: ClientSession
  req: { transactionID: string }
  /** Where many finish in one transaction: writes nobody reads in it are made together. */
  together?: TogetherWrites
}

export const controlDb = (payload: Payload): ControlDb => {
  const connection = (payload.db as unknown as { connection: { getClient(): MongoClient; name: string } }).connection
  const client = connection.getClient()
  return { client, db: client.db(connection.name), payload }
}

/**
 * Runs `body` in one majority transaction. The driver calls it again after a transient conflict, so it must hold
 * nothing but database work: no provider call, no file.
 */
export const inTransaction = async <T>({ client, payload }: ControlDb, body: (tx: Tx) => Promise<T>): Promise<T> => {
  const session = client.startSession()
  const sessions = (payload.db as unknown as { sessions: Record<string, ClientSession> }).sessions
  try {
    return await session.withTransaction(async () => {
      const transactionID = randomUUID()
      sessions[transactionID] = session
      try {
        return await body({ session, req: { transactionID } })
      } finally {
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Payload keeps sessions in a plain object
        delete sessions[transactionID]
      }
    })
  } finally {
    await session.endSession()
  }
}

export const isDuplicateKey = (error: unknown): boolean => (error as { code?: number } | null)?.code === 11000

/** Somebody was quicker: that is an answer, not an error. */
export const ignoreDuplicate = (error: unknown): null => {
  if (isDuplicateKey(error)) return null
  throw error
}

/** A collection whose `_id` is text. */
export const textCollection = <T extends Document>(db: Db, name: string) => db.collection<T & { _id: string }>(name)
