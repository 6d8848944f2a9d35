import { MongoClient } from 'mongodb'
import type { ErrorStory } from '@/domain/errors/StudioError'
import { alertsStore } from './alertsStore'

/** An alert of the studio itself, told by a program that has no connection of its own; waits half a minute for a database that is away. Told again it is counted. */
export const countAlertAt = async (mongoUri: string, { code, what, why, fix }: ErrorStory): Promise<void> => {
  const client = new MongoClient(mongoUri, { maxPoolSize: 1 })
  try {
    const event = new Date().toISOString()
    await alertsStore({ db: client.db() }).raise({ project: null, cause: `${code} ${what}`, event, severity: 'warning', code, what, why, fix })
  } finally {
    await client.close()
  }
} // prettier-ignore
