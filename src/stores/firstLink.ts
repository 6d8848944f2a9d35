import { MongoClient } from 'mongodb'
import { linksStore } from './linksStore'

/** The secret of a new one-time link for the first person of a shared studio; null where somebody can sign in. */
export const firstLink = async (mongoUri: string): Promise<string | null> => {
  const client = new MongoClient(mongoUri, { maxPoolSize: 1 })
  try {
    const links = linksStore({ db: client.db() })
    return (await links.isAnybodyThere()) ? null : (await links.make({ kind: 'first' })).token
  } finally {
    await client.close()
  }
}
