import type { Payload } from 'payload'
import { controlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { migrateStudio, type StudioMigration } from '@/stores/migrateStudio'
import { metersOf } from './about/metrics'
import { watchRequests } from './about/requests'
import { hubOf } from './events/eventHub'
import { openCallbackServer } from './webhooks/callbackServer'

/**
 * Before the web part answers: the database is as this version writes it, and the indexes that keep presses and runs unique are there, also when no worker ever was.
 * When it is told to end, open streams of events end first; a server waits for them.
 */
export const openWeb =
  (migrations: readonly StudioMigration[]) =>
  async (payload: Payload): Promise<void> => {
    const control = controlDb(payload)
    await migrateStudio(control, migrations)
    await ensureIndexes(control.db)
    watchRequests(payload, metersOf(payload).answered)
    openCallbackServer(payload)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => hubOf(payload).close())
  }
