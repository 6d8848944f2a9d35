import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataHolder } from '@/host/mongod/dataHolder'
import { openMongod, type OpenMongod } from '@/host/mongod/openMongod'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { foundTools } from '../host/foundTools'
import { openCrew, planOfActs, storeRun, type Acts } from '../support/crew'
import { removeHome } from '../support/removeHome'
import { connectTo } from '../support/testDatabase'
import { until } from '../support/until'

const folder = mkdtempSync(join(tmpdir(), 'backlot-chaos-'))
let mongod: OpenMongod
beforeAll(async () => {
  mongod = await openMongod({ home: folder, mongodPath: foundTools().mongod, log: () => undefined })
})
afterAll(async () => {
  await mongod.close()
  await removeHome(folder)
})
const holder = () => dataHolder({ data: join(folder, 'db', 'data'), watchdog: join(folder, 'db', 'watchdog.pid') })

describe('when the database is killed again and again', () => {
  it('all 200 steps finish, each effect is there once, no step is charged with an error', async () => {
    const control = await connectTo(mongod.uri)
    await ensureIndexes(control.db)
    const unhandled: unknown[] = []
    const note = (error: unknown) => void unhandled.push(error)
    process.on('unhandledRejection', note)
    const acts: Acts = {
      film: async ({ stores, runId, input }) => {
        await sleep(60)
        return {
          write: async ({ session }) => {
            const effects = stores.control.db.collection<{ _id: string }>('effects')
            const _id = `${runId}:${input['node']}`
            await effects.updateOne({ _id }, { $inc: { times: 1 } }, { upsert: true, session })
          },
        }
      },
    }
    const crew = openCrew({ control, folder, acts, leaseMs: 15_000, heartbeatMs: 1000, freeLanes: 4 })
    const runId = await storeRun(crew.stores, planOfActs(Array.from({ length: 200 }, () => ({ act: 'film' }))))
    await crew.engine.start(runId)
    crew.work()

    const doneNow = async () => (await crew.stores.runs.find(runId).catch(() => null))?.progress.done ?? 0
    for (const share of [20, 70, 120]) {
      await until(`${share} steps are done`, async () => (await doneNow()) >= share, 30_000)
      process.kill(holder()!, 'SIGKILL')
    }
    await until(
      'the run has ended',
      async () => (await crew.stores.runs.find(runId).catch(() => null))?.state === 'succeeded',
      40_000,
    )
    const effects = await control.db.collection<{ _id: string; times: number }>('effects').find().toArray()
    expect(effects).toHaveLength(200)
    expect(effects.filter(({ times }) => times !== 1)).toEqual([])
    const events = await crew.stores.runs.eventsOf(runId, 0)
    expect(events.filter(({ type }) => type !== 'done' && type !== 'started')).toEqual([])
    const charged = { $or: [{ errors: { $gt: 0 } }, { crashes: { $gt: 0 } }] }
    expect(await control.db.collection('steps').find(charged).toArray()).toEqual([])
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 201 }, (_, i) => i + 1))

    // The change streams come back, too: a run that another program starts is seen without waiting for a poll.
    await crew.stop()
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
    await control.client.close()
  }, 120_000)
})
