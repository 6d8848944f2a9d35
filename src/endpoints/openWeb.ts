import type { Payload } from 'payload'
import { controlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { metersOf } from './about/metrics'
import { watchRequests } from './about/requests'
import { hubOf } from './events/eventHub'

/**
 * Before the web part answers: the indexes that keep presses and runs unique are there, also when no worker ever was.
 * When it is told to end, open streams of events end first; a server waits for them.
 */
export const openWeb = async (payload: Payload): Promise<void> => {
  await ensureIndexes(controlDb(payload).db)
  watchRequests(payload, metersOf(payload).answered)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => hubOf(payload).close())
}
