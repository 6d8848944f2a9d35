import { rmSync } from 'node:fs'
import { dataHolder } from '@/host/mongod/dataHolder'
import { mongodHome } from '@/host/mongod/mongodHome'
import { until } from './until'

/**
 * Removes a BACKLOT_HOME, or the folder around it, once its database has let go of its files: a mongod whose last
 * program is gone takes its time to end, longer still when the machine is busy.
 */
export const removeHome = async (home: string, folder = home): Promise<void> => {
  const at = mongodHome(home)
  await until('the database of the home has ended', () => dataHolder(at) === undefined, 60_000)
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
