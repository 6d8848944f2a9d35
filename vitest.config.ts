import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What takes long begins first, and first of all what mostly waits: at the end there are short ones for every worker. */
const long = [/tests\/chaos\/paidTrials/, /tests\/(chaos|e2e|engines|judges)\/|tests\/whole-film/]
const rank = ({ moduleId }: TestSpecification): number => {
  const at = long.findIndex((one) => one.test(moduleId))
  return at < 0 ? long.length : at
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

/** Most of what a test runs, it runs a few times: to optimise it costs more than it gives. Tried on Node 20 only. */
const optimisesLess = process.versions.node.startsWith('20.') ? ['--interrupt-budget=400000'] : []

export default defineConfig({
  resolve: { alias: { '@payload-config': root('./payload.config.ts'), '@': root('./src') } },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/holdDatabase.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // what a worker has loaded once, the next file does not load again: a quarter of the time goes into loading
    isolate: false,
    // what is young dies young: a larger nursery is swept less often
    execArgv: ['--max-semi-space-size=64', ...optimisesLess],
  },
})
