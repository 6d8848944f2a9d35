import { openMongod } from '@/host/mongod/openMongod'
import { foundTools } from '../host/foundTools'
import { removeHome } from './removeHome'
import { testsHome } from './testsHome'

/**
 * Holds the database all tests share while any of them runs, so that it does not end and start again between two of
 * them; nobody waits for it here, and what is wrong with it is told by the first test that opens it.
 */
export default function holdDatabase(): () => Promise<void> {
  const home = testsHome()
  const held = (async () => openMongod({ home, mongodPath: foundTools().mongod, log: () => undefined }))().catch(() => null)
  return async () => {
    await (await held)?.close()
    if (process.env['BACKLOT_TESTS_HOME']) await removeHome(home)
  }
} // prettier-ignore
