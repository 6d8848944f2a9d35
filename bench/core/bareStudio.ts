import type { MongoClient } from 'mongodb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import type { ControlDb } from '@/stores/controlDb'
import { openCrew, type Crew, type CrewSettings } from '../../tests/support/crew'
import { connectTo, openTestDatabase, type TestDatabase } from '../../tests/support/testDatabase'
import { commandMeter } from '../meter'

export type BareStudio = {
  database: TestDatabase
  /** A client of its own, beside the workers: for starting and watching. */
  office: Crew
  /** A worker with a counted client of its own. */
  hire: (settings: Omit<CrewSettings, 'control' | 'folder'>) => Promise<HiredWorker>
  close: () => Promise<void>
}
export type HiredWorker = {
  crew: Crew
  control: ControlDb
  client: MongoClient
  meter: ReturnType<typeof commandMeter>
  leave: () => Promise<void>
}

/** The durable core with empty steps: real stores, real engine, real mongod, nothing of Payload. */
export const bareStudio = async (): Promise<BareStudio> => {
  const database = await openTestDatabase()
  await ensureIndexes(database.control.db)
  const { folder } = database
  return {
    database,
    office: openCrew({ control: database.control, folder, acts: {} }),
    hire: async (settings) => {
      const control = await connectTo(database.uri, { monitorCommands: true })
      const meter = commandMeter(control.client)
      const crew = openCrew({ control, folder, leaseMs: 15_000, heartbeatMs: 4000, backstopMs: 5000, ...settings })
      crew.work()
      const leave = async () => {
        await crew.stop()
        await control.client.close()
      }
      return { crew, control, client: control.client, meter, leave }
    },
    close: () => database.close(),
  }
}
