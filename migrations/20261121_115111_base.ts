import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { StudioError } from '@/domain/errors/StudioError'

/**
 * The base all later migrations stand on. MongoDB needs no tables: Payload makes collections and indexes when it
 * connects. What it does need is a replica set, so a database without transactions is refused before anything is kept.
 */
export const up = ({ session }: MigrateUpArgs): Promise<void> => {
  if (session?.inTransaction()) return Promise.resolve()
  throw new StudioError({
    code: 'NO_TRANSACTIONS',
    what: 'This database cannot be used.',
    why: 'It is no replica set, so a change over several documents could be stored by half.',
    fix: 'Start mongod with --replSet, run rs.initiate() once, and add ?replicaSet=NAME to MONGODB_URI.',
    retry: 'afterFix',
  })
}

/** Nothing was changed, so there is nothing to take back. */
export const down = (_: MigrateDownArgs): Promise<void> => Promise.resolve()
