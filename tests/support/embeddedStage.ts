import type { StepContext } from '@/pipeline/defineStep'
import type { Tx } from '@/stores/controlDb'
import { runsStore } from '@/stores/runsStore'
import { outboxStore } from '@/stores/outboxStore'
import type { ContractStage, ContractWorker } from '../contracts/engineContract'
import { openCrew, storeRun } from './crew'
import type { TestDatabase } from './testDatabase'

type Effect = { _id: string; runId: string; times: number }

/** The embedded engine on a real database: workers with connections of their own. */
export const embeddedStage = async (database: TestDatabase): Promise<ContractStage> => {
  const { control, folder } = database
  const { db } = control
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    await db.collection(name).deleteMany({})
  const effects = db.collection<Effect>('effects')
  const settledKeys = new Set<string>()
  const runs = runsStore(control, outboxStore(control))

  const worker: ContractStage['worker'] = async (wishes) => {
    const own = await database.connect()
    const crew = openCrew({
      control: own,
      folder,
      settledAmong: (keys) => Promise.resolve(keys.filter((key) => settledKeys.has(key))),
      ...wishes,
    })
    let gone = false
    const end = async () => {
      if (gone) return
      gone = true
      await crew.stop()
      await own.client.close()
    }
    const kill = async () => {
      gone = true
      crew.freeze()
      await own.client.close(true)
      void crew.stop() // what it still tries fails: its connection is closed
    }
    const { engine, work, freeze } = crew
    const made: ContractWorker = { engine, work, freeze, stateOf: (runId) => runs.loadState(runId), stop: end, kill }
    return made
  }

  return {
    worker,
    settledKeys,
    storeRun: (plan) => storeRun({ runs } as never, plan),
    effect: ({ runId, input, take, stores }: StepContext) => ({
      write: async ({ session }: Tx) => {
        const _id = `${runId}/${input['node']}:${take}`
        const change = { $set: { runId }, $inc: { times: 1 } }
        await stores.control.db.collection<Effect>('effects').updateOne({ _id }, change, { upsert: true, session })
      },
    }),
    effectsOf: async (runId) =>
      Object.fromEntries(
        (await effects.find({ runId }).sort({ _id: 1 }).toArray()).map(({ _id, times }) => [_id.split('/')[1], times]),
      ),
    heldSlots: () => db.collection('slots').countDocuments({ $expr: { $gte: ['$until', '$$NOW'] } }),
    loseEngineData: async () => {
      for (const name of ['slots', 'agendaJobs', 'outbox']) await db.collection(name).deleteMany({})
    },
    payloads: async (runId) => {
      const [plans, events, steps, outbox, slots] = await Promise.all([
        db
          .collection('run_plans')
          .find({ _id: runId as never })
          .toArray(),
        db.collection('run_events').find({ runId }).sort({ seq: 1 }).toArray(),
        db.collection('steps').find({ runId }).sort({ _id: 1 }).toArray(),
        db.collection('outbox').find({ 'data.runId': runId }).toArray(),
        db
          .collection('slots')
          .find({ holder: { $regex: `^${runId}` } })
          .toArray(),
      ])
      return JSON.stringify({ events, steps, outbox, slots, plans })
    },
    errorOf: async (runId) => (await runs.find(runId))?.error ?? null,
    close: () => Promise.resolve(),
  }
}
