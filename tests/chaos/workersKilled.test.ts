import { build } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCrew, planOfActs, storeRun, type Crew, type TestNode } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { until } from '../support/until'

// The program is bundled in the checkout, where it finds its packages.
const cache = resolve('node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const bundles = mkdtempSync(join(cache, 'child-'))
let database: TestDatabase
let office: Crew
beforeAll(async () => {
  await build({
    entryPoints: [resolve('tests/chaos/childWorker.ts')],
    outfile: join(bundles, 'childWorker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: resolve('tsconfig.json'),
  })
})
afterAll(() => {
  rmSync(bundles, { recursive: true, force: true })
})
beforeEach(async () => {
  database = await openTestDatabase()
  office = openCrew({ control: database.control, folder: database.folder, acts: {} })
})
const children = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  await database.close()
})

const leaseMs = 1000
const startWorker = async (): Promise<ChildProcess & { said: () => string }> => {
  const program = [join(bundles, 'childWorker.mjs'), database.uri, database.folder, String(leaseMs)]
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await until('the worker works', () => text.includes('works'))
  return Object.assign(child, { said: () => text })
}
const begin = async (nodes: TestNode[]): Promise<string> => {
  const runId = await storeRun(office.stores, planOfActs(nodes))
  await office.engine.start(runId)
  return runId
}
const stageOf = async (runId: string) => (await office.stateOf(runId)).stage
const effects = async () => database.control.db.collection<{ _id: string; times: number }>('effects').find().toArray()
const films = (count: number): TestNode[] =>
  Array.from({ length: count }, (_, i) => ({
    act: 'film',
    slot: i % 2 ? ('cpu' as const) : ('free' as const),
    needs: i < 6 ? [] : [i - 6],
  }))

describe('workers that are killed', () => {
  it('lose nothing and do nothing twice, and no place is held for ever', async () => {
    const runId = await begin(films(60))
    let [one, two] = await Promise.all([startWorker(), startWorker()])
    for (const share of [8, 20, 34]) {
      await until(`${share} steps are done`, async () => (await effects()).length >= share, 20_000)
      one.kill('SIGKILL')
      ;[one, two] = [two, await startWorker()]
    }
    await until('the run has succeeded', async () => (await stageOf(runId)) === 'succeeded', 30_000)
    const seen = await effects()
    expect(seen).toHaveLength(60)
    expect(seen.filter(({ times }) => times !== 1)).toEqual([])
    await until('no place is held', async () => (await office.slots.held('cpu:stage')) === 0)
  }, 60_000)

  it('leave a frozen one behind that changes nothing when it wakes', async () => {
    const frozen = await startWorker()
    const runId = await begin(films(12))
    await until('it films', () => frozen.said().includes('film'))
    frozen.kill('SIGSTOP')
    await startWorker()
    await until('the run has succeeded', async () => (await stageOf(runId)) === 'succeeded', 20_000)
    const before = { effects: await effects(), events: await office.stores.runs.eventsOf(runId, 0) }
    await sleep(leaseMs)
    frozen.kill('SIGCONT')
    await sleep(600)
    expect({ effects: await effects(), events: await office.stores.runs.eventsOf(runId, 0) }).toEqual(before)
    expect(before.effects.filter(({ times }) => times !== 1)).toEqual([])
    expect(before.effects).toHaveLength(12)
  }, 60_000)

  it('leave a frozen one behind that begins nothing of a run that was cancelled meanwhile', async () => {
    const frozen = await startWorker()
    const runId = await begin(films(60))
    await until('it films', () => frozen.said().includes('film'))
    frozen.kill('SIGSTOP')
    await office.engine.cancel(runId)
    await startWorker()
    await until('the run is cancelled', async () => (await stageOf(runId)) === 'cancelled', 20_000)
    const claimed = (await office.stores.steps.of(runId)).map(({ node }) => `film ${node}`)
    await sleep(2 * leaseMs)
    frozen.kill('SIGCONT')
    await sleep(1200)
    const filmed = frozen.said().split('\n').filter((line) => line.startsWith('film')) // prettier-ignore
    expect(filmed.filter((film) => !claimed.includes(film))).toEqual([])
    expect((await effects()).filter(({ times }) => times !== 1)).toEqual([])
  }, 60_000)

  it('are three, then the step that kills them is dead', async () => {
    const runId = await begin([{ act: 'poison' }])
    for (let worker = 0; worker < 3; worker++) {
      const child = await startWorker()
      await until('it is dead', () => child.signalCode === 'SIGKILL', 10_000)
    }
    const last = await startWorker()
    await until('the run has failed', async () => (await stageOf(runId)) === 'failed', 10_000)
    expect((await office.stores.runs.find(runId))?.error?.code).toBe('STEP_DEAD')
    expect(last.signalCode).toBeNull()
  }, 60_000)

  it('stop within a moment when they are asked to, and give back what they have', async () => {
    const runId = await begin(films(30))
    const child = await startWorker()
    await until('it films', () => child.said().split('film').length > 6)
    const began = Date.now()
    child.kill('SIGTERM')
    await until('it has ended', () => child.exitCode === 0)
    expect(Date.now() - began).toBeLessThan(5000)
    const steps = await office.stores.steps.of(runId)
    expect(steps.filter(({ state }) => state === 'running')).toEqual([])
    expect(await office.slots.held('cpu:stage')).toBe(0)
  }, 60_000)
})
