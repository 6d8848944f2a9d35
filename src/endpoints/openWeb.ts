import type { Payload } from 'payload'
import { controlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { migrateStudio, type StudioMigration } from '@/stores/migrateStudio'
import { metersOf } from './about/metrics'
import { tracesOf } from './asked/tracesOf'
import { watchRequests, type Answered } from './about/requests'
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
    watchRequests(payload, onAnswer(payload))
    openCallbackServer(payload)
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        hubOf(payload).close()
        void tracesOf(payload)?.close()
      })
  }

/** Every answered request is counted, and told to whoever gathers traces. */
const onAnswer = (payload: Payload): ((one: Answered) => void) => {
  const traces = tracesOf(payload)
  const { answered } = metersOf(payload)
  if (!traces) return answered
  return (one) => {
    answered(one)
    const { method, route, status, seconds } = one
    const to = new Date()
    const facts = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status }
    const failed = status >= 500 ? String(status) : undefined
    traces.tell({
      name: `${method} ${route}`,
      is: 'asked',
      runId: null,
      from: new Date(to.getTime() - seconds * 1000),
      to,
      facts,
      failed,
    })
  }
}
