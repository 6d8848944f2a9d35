import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCrew, planOfActs, storeRun } from '../support/crew'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { until } from '../support/until'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

describe('the work loop', () => {
  it('has a step in one hand, also when a place comes free while another is looked for', async () => {
    const began: string[] = []
    let taken = 0
    const crew = openCrew({
      ...database,
      cpuSlots: 2,
      placesBy: (slots) => ({
        ...slots,
        take: async (...wish) => {
          if (++taken === 2) await until('the second step is at work', () => began.length === 2)
          return slots.take(...wish)
        },
      }),
      acts: {
        film: async ({ input }) => {
          began.push(input['node']!)
          await sleep(input['node'] === '1' ? 150 : 0)
          return {}
        },
      },
    })
    const plan = planOfActs([9, 5].map((rank) => ({ act: 'film', slot: 'cpu' as const, rank })))
    const runId = await storeRun(crew.stores, plan)
    await crew.engine.start(runId)
    crew.work()
    await until('the run has succeeded', async () => (await crew.stores.runs.find(runId))?.state === 'succeeded')
    await crew.stop()
    expect(began).toEqual(['0', '1'])
    expect(await crew.slots.held('cpu:stage')).toBe(0)
    expect((await crew.stores.steps.of(runId)).map(({ fence }) => fence)).toEqual([1, 1])
  })

  it('begins every step once, however many places come free at the same moment', async () => {
    const began: string[] = []
    // twenty rows of six, each row after the one before
    const rowBefore = (i: number) => (i < 6 ? [] : Array.from({ length: 6 }, (_, n) => i - (i % 6) - 6 + n))
    // all that are at work end in the same moment
    let gate: Promise<void> | null = null
    const act = async ({ input }: { input: { node?: string } }) => {
      began.push(input.node!)
      await (gate ??= sleep(15).then(() => void (gate = null)))
      return {}
    }
    const crew = openCrew({ ...database, freeLanes: 6, acts: { quick: act } })
    const plan = planOfActs(Array.from({ length: 120 }, (_, i) => ({ act: 'quick', needs: rowBefore(i) })))
    const runId = await storeRun(crew.stores, plan)
    await crew.engine.start(runId)
    crew.work()
    await until('the run has succeeded', async () => (await crew.stores.runs.find(runId))?.state === 'succeeded')
    await crew.stop()
    expect(began).toHaveLength(120)
    expect(new Set((await crew.stores.steps.of(runId)).map(({ fence }) => fence))).toEqual(new Set([1]))
  })
})
