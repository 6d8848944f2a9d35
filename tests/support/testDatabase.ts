import { MongoClient, type MongoClientOptions } from 'mongodb'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { openMongod } from '@/host/mongod/openMongod'
import { controlDb, type ControlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { foundTools } from '../host/foundTools'
import { testsHome } from './testsHome'

export type TestDatabase = {
  uri: string
  control: ControlDb
  /** A connection of its own, as another program would have. */
  connect: () => Promise<ControlDb>
  /** A folder of this test's own. */
  folder: string
  close: () => Promise<void>
}

/** A client as the stores want it; Payload's documents are not there. */
export const connectTo = async (uri: string, options: MongoClientOptions = {}): Promise<ControlDb> => {
  const client = await MongoClient.connect(uri, { retryWrites: true, writeConcern: { w: 'majority' }, ...options })
  const { databaseName } = client.db()
  const db = { connection: { getClient: () => client, name: databaseName }, sessions: {} }
  return controlDb({ db } as unknown as Payload)
}

/** A database of its own on the mongod that all tests share; gone when it is closed. */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const mongod = await openMongod({ home: testsHome(), mongodPath: foundTools().mongod, log: () => undefined })
  const uri = mongod.uri.replace('/backlot?', `/test_${randomBytes(6).toString('hex')}?`)
  const folder = mkdtempSync(join(tmpdir(), 'backlot-test-'))
  const control = await connectTo(uri)
  await ensureIndexes(control.db)
  // A program killed in the middle of a transaction leaves it open, with its locks, until this time is over.
  await control.client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 5 })
  const others: ControlDb[] = []
  return {
    uri,
    control,
    folder,
    connect: async () => {
      const other = await connectTo(uri)
      others.push(other)
      return other
    },
    close: async () => {
      await control.db.dropDatabase()
      for (const { client } of [control, ...others]) await client.close()
      await mongod.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
