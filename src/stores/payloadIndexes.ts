import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CreateIndexesOptions } from 'mongodb'
import { makeIndexes, type WantedIndex } from './ensureIndexes'

type Model = MongooseAdapter['collections'][string]

const indexesOf = ({ collection, schema }: Model): WantedIndex[] =>
  schema.indexes().map(([key, { background: _, ...options }]) => [collection.name, key as Record<string, 1 | -1>, options as CreateIndexesOptions]) // prettier-ignore

/** Versions are asked for by their document and their time, never by what stood in a field. */
const isOfVersions = ([, key]: WantedIndex): boolean => !Object.keys(key)[0]?.startsWith('version.')

/** Makes the indexes Payload wants of its collections; Mongoose makes the same one by one, and those of each field of every version. */
export const ensurePayloadIndexes = async ({ collections, versions, connection }: MongooseAdapter): Promise<void> => {
  if (!connection.db) return
  const wanted = Object.values(collections).flatMap(indexesOf)
  const ofVersions = Object.values(versions).flatMap(indexesOf).filter(isOfVersions)
  await makeIndexes(connection.db, [...wanted, ...ofVersions])
}
