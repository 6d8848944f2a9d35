import { setTimeout as sleep } from 'node:timers/promises'
import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'
import { StudioError } from '@/domain/errors/StudioError'
import { ignoreDuplicate, textCollection, type ControlDb } from './controlDb'

/** One change to what is stored, up and down, each in one transaction. */
export type StudioMigration = {
  name: string
  up: (args: MigrateUpArgs) => Promise<void>
  down: (args: MigrateDownArgs) => Promise<void>
}
type Lock = { _id: string; until: Date }

type Migrating = { migrate: (args: { migrations: readonly StudioMigration[] }) => Promise<void> }

/** A migration is one transaction, which the database ends after 60 s. */
const lockMs = 120_000
const waitMs = 200

/**
 * Brings a database that an older version wrote up to date, before anything else is done in it; of several programs
 * that start at once, one does it and the others wait. Nothing to do: one read.
 * Fails: DATABASE_NEWER when a newer version has written it; and as the migration fails, which leaves no trace.
 */
export const migrateStudio = async (control: ControlDb, migrations: readonly StudioMigration[]): Promise<void> => {
  const locks = textCollection<Lock>(control.db, 'locks')
  for (;;) {
    if (await isUpToDate(control, migrations)) return
    if (await takeLock(locks)) break
    await sleep(waitMs)
  }
  try {
    // Payload looks again which are still to be done
    const db = control.payload.db as unknown as Migrating
    await db.migrate({ migrations })
  } finally {
    await locks.updateOne({ _id: 'migrate' }, { $set: { until: new Date(0) } })
  }
}

const takeLock = async (locks: ReturnType<typeof textCollection<Lock>>): Promise<boolean> => {
  const _id = 'migrate'
  await locks.updateOne({ _id }, { $setOnInsert: { until: new Date(0) } }, { upsert: true }).catch(ignoreDuplicate)
  const ranOut = { _id, $expr: { $lt: ['$until', '$$NOW'] } }
  const taken = await locks.findOneAndUpdate(ranOut, [{ $set: { until: { $add: ['$$NOW', lockMs] } } }])
  return taken !== null
}

const isUpToDate = async ({ db }: ControlDb, migrations: readonly StudioMigration[]): Promise<boolean> => {
  const done = await db
    .collection('payload-migrations')
    .find<{ name: string }>({ name: /^\d{8}_\d{6}_/ }, { projection: { name: 1 } })
    .toArray()
  const known = new Set(migrations.map(({ name }) => name))
  const foreign = done.find(({ name }) => !known.has(name))
  if (foreign) throw isNewer(foreign.name)
  return done.length === known.size
}

const isNewer = (name: string): StudioError =>
  new StudioError({
    code: 'DATABASE_NEWER',
    what: 'This database was written by a newer version of Backlot.',
    why: `It holds the change ${name}, which this version does not know.`,
    fix: 'Use the newer version, or take its changes back with it first (docs/operations.md, Upgrading).',
    retry: 'afterFix',
  })
