import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

type Alerts = {
  connection: {
    collection(name: string): { updateMany(filter: object, update: object, options: object): Promise<unknown> }
  }
}
const alertsOf = ({ payload }: Pick<MigrateUpArgs, 'payload'>) =>
  (payload.db as unknown as Alerts).connection.collection('alerts')

/** An alert says how often it happened; those that stand happened once. */
export const up = async ({ payload, session }: MigrateUpArgs): Promise<void> => {
  await alertsOf({ payload }).updateMany({ times: { $exists: false } }, { $set: { times: 1 } }, { session })
}

/** Older programs know no such field. */
export const down = async ({ payload, session }: MigrateDownArgs): Promise<void> => {
  await alertsOf({ payload }).updateMany({}, { $unset: { times: '' } }, { session })
}
