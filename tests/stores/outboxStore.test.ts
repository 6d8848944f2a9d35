import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outboxDesk } from '@/jobs/outboxDesk'
import { inTransaction } from '@/stores/controlDb'
import { outboxStore, type OutboxRow } from '@/stores/outboxStore'
import { machineName, newOwner } from '@/stores/owner'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { until } from '../support/until'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})
const rows = () => database.control.db.collection<OutboxRow>('outbox')
beforeEach(async () => {
  await rows().deleteMany({})
})

const desk = (handlers: Record<string, (data: any) => Promise<void>>, log: string[] = []) => {
  const end = new AbortController()
  const outbox = outboxStore(database.control)
  const open = outboxDesk({
    outbox,
    handlers: new Map(Object.entries(handlers)),
    until: end.signal,
    log: (line) => void log.push(line),
  })
  return {
    outbox,
    end: async () => {
      end.abort()
      await open.drained()
    },
  }
}

describe('the outbox', () => {
  it('gives the oldest first, each to one worker', async () => {
    const outbox = outboxStore(database.control)
    for (let n = 0; n < 10; n++) await outbox.add('note', { n })
    expect((await outbox.take(1000))?.data).toEqual({ n: 0 })
    const rest = await Promise.all(Array.from({ length: 20 }, () => outbox.take(1000)))
    expect(rest.flatMap((row) => (row ? [row.data['n'] as number] : [])).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
  it('gives a row again when whoever took it never came back', async () => {
    const outbox = outboxStore(database.control)
    await outbox.add('note', {})
    await outbox.take(80)
    expect(await outbox.take(80)).toBeNull()
    await sleep(120)
    expect(await outbox.take(80)).toMatchObject({ tries: 2 })
  })
  it('gives a row again at once when the program of this machine that took it is gone', async () => {
    const machine = machineName()
    const gone = outboxStore(database.control, `${machine}/4999999/x`)
    const alive = outboxStore(database.control, newOwner(process.pid))
    await gone.add('note', { n: 1 })
    await gone.add('note', { n: 2 })
    await gone.take(60_000)
    const mine = await alive.take(60_000)
    await alive.freeDead()
    expect(await alive.take(60_000)).toMatchObject({ data: { n: 1 }, tries: 2 })
    expect(await alive.take(60_000)).toBeNull()
    expect(mine?.data).toEqual({ n: 2 })
  })
  it('holds nothing of a transaction that was not committed', async () => {
    const outbox = outboxStore(database.control)
    const failing = inTransaction(database.control, async ({ session }) => {
      await outbox.add('note', {}, session)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await outbox.open()).toBe(0)
  })
  it('pauses longer after each failure', async () => {
    const outbox = outboxStore(database.control)
    const pauses: number[] = []
    for (const tries of [1, 2, 3, 9]) {
      await outbox.add('note', {})
      const row = (await outbox.take(1000))!
      const at = Date.now()
      await outbox.failed({ ...row, tries }, 'no', true)
      pauses.push(Math.round(((await rows().findOne({ _id: row._id }))!.notBefore.getTime() - at) / 1000))
    }
    expect(pauses).toEqual([2, 4, 8, 64])
  })
})

describe('the desk', () => {
  it('does what stands in the outbox, in order, once, and clears it away', async () => {
    const done: number[] = []
    const outbox = outboxStore(database.control)
    for (let n = 0; n < 20; n++) await outbox.add('note', { n })
    const one = desk({ note: async ({ n }: { n: number }) => void done.push(n) })
    await until('all is done', async () => (await rows().countDocuments()) === 0)
    expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n))
    await one.end()
  })
  it('is told of a new row within a moment', async () => {
    let at = 0
    const one = desk({ note: async () => void (at = performance.now()) })
    await sleep(300)
    const began = performance.now()
    await one.outbox.add('note', {})
    await until('it is done', () => at > 0)
    expect(at - began).toBeLessThan(900)
    await one.end()
  })
  it('lets others pass a row that fails, and tries that again', async () => {
    const outbox = outboxStore(database.control)
    let tries = 0
    const done: string[] = []
    await outbox.add('bad', {})
    await outbox.add('good', {})
    const log: string[] = []
    const bad = async () => {
      if (++tries === 1) throw new Error('the lamp burst')
      done.push('bad')
    }
    const one = desk({ bad, good: async () => void done.push('good') }, log)
    await until('both are done', async () => (await rows().countDocuments()) === 0)
    expect(done).toEqual(['good', 'bad'])
    expect(log).toEqual(['bad: the lamp burst'])
    await one.end()
  })
  it('gives up after eight tries and leaves the row for people to see', async () => {
    const outbox = outboxStore(database.control)
    const _id = await outbox.add('bad', {})
    await rows().updateOne({ _id }, { $set: { tries: 7 } })
    const one = desk({ bad: () => Promise.reject(new Error('never')) })
    await until('it is given up', async () => (await rows().findOne({ _id }))?.state === 'failed')
    expect(await rows().findOne({ _id })).toMatchObject({ error: 'never', tries: 8 })
    await one.end()
  })
  it('gives up on what ends its program each time', async () => {
    const _id = await outboxStore(database.control).add('poison', {})
    await rows().updateOne({ _id }, { $set: { tries: 8 } })
    let ran = false
    const one = desk({ poison: async () => void (ran = true) })
    await until('it is given up', async () => (await rows().findOne({ _id }))?.state === 'failed')
    expect(ran).toBe(false)
    await one.end()
  })
  it('takes nothing more when it ends, and finishes what it took', async () => {
    const outbox = outboxStore(database.control)
    for (let n = 0; n < 3; n++) await outbox.add('slow', { n })
    let done = 0
    const one = desk({
      slow: async () => {
        await sleep(150)
        done++
      },
    })
    await sleep(80)
    await one.end()
    expect(done).toBe(1)
    expect(await rows().countDocuments({ tries: 0 })).toBe(2)
  })
})
