import { join, resolve } from 'node:path'

/** Home of the database all tests share: below BACKLOT_HOME, or in memory where `npm test` found room there. */
export const testsHome = (): string =>
  process.env['BACKLOT_TESTS_HOME'] ?? join(resolve(process.env['BACKLOT_HOME'] ?? '.backlot'), 'tests')
