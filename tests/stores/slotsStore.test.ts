import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { machineName } from '@/stores/owner'
import { slotsStore } from '@/stores/slotsStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

const slotsOf = (owner: string, leaseMs = 60_000) => slotsStore(database.control, owner, leaseMs)

describe('the places of a pool', () => {
  it('are never more than its size, when twenty race for them again and again', async () => {
    let held = 0
    let most = 0
    const racer = async (n: number) => {
      const slots = slotsOf(`stage-${n}/1/x`)
      for (let turn = 0; turn < 8; turn++) {
        const slot = await slots.take('cpu:race', 3, `step ${n}`)
        if (!slot) continue
        most = Math.max(most, ++held)
        await sleep(5)
        held--
        await slots.free(slot)
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => racer(n)))
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(3)
    expect(await slotsOf('stage/1/x').held('cpu:race')).toBe(0)
  })
  it('are all there for one who comes alone', async () => {
    const slots = slotsOf('stage/1/x')
    const taken = await Promise.all(Array.from({ length: 5 }, (_, n) => slots.take('cpu:five', 4, `step ${n}`)))
    expect(taken.filter(Boolean)).toHaveLength(4)
    await slots.free(taken.find(Boolean)!)
    expect(await slots.take('cpu:five', 4, 'the fifth')).not.toBeNull()
  })
  it('become more when the pool grows', async () => {
    const slots = slotsOf('stage/1/x')
    expect(await slots.take('cpu:grows', 1, 'a')).not.toBeNull()
    expect(await slots.take('cpu:grows', 1, 'b')).toBeNull()
    expect(await slots.take('cpu:grows', 2, 'b')).not.toBeNull()
  })
  it('are kept while their worker renews them', async () => {
    const mine = slotsOf('stage/1/x', 1500)
    await mine.take('cpu:kept', 1, 'a')
    for (let i = 0; i < 4; i++) {
      await sleep(500)
      await mine.renew()
      expect(await slotsOf('other/1/x').take('cpu:kept', 1, 'b')).toBeNull()
    }
  })
  it('are free again one lease after their worker fell silent', async () => {
    await slotsOf('stage/1/x', 100).take('cpu:silent', 1, 'a')
    await sleep(150)
    expect(await slotsOf('other/1/x').take('cpu:silent', 1, 'b')).not.toBeNull()
  })
  it('stay with the new holder when the former one frees or renews late', async () => {
    const former = slotsOf('stage/1/x', 100)
    const slot = await former.take('cpu:late', 1, 'a')
    await sleep(150)
    const next = slotsOf('other/1/x')
    await next.take('cpu:late', 1, 'b')
    await former.renew()
    await former.free(slot!)
    expect(await next.held('cpu:late')).toBe(1)
    expect(await slotsOf('third/1/x').take('cpu:late', 1, 'c')).toBeNull()
  })
  it('that were given back are not renewed, also when the giving back was lost', async () => {
    const mine = slotsOf('stage/1/x', 150)
    const slot = await mine.take('cpu:lost', 1, 'a')
    await mine.free(slot!)
    const slots = database.control.db.collection<{ _id: string }>('slots')
    const until = new Date(Date.now() + 150)
    await slots.updateOne({ _id: slot!.id }, { $set: { holder: 'a', owner: 'stage/1/x', until } })
    await sleep(100)
    await mine.renew()
    await sleep(100)
    expect(await mine.held('cpu:lost')).toBe(0)
  })
  it('of a process that ended on this machine are free at once', async () => {
    await slotsOf(`${machineName()}/${process.pid}/before`).take('cpu:dead', 1, 'a')
    await slotsOf('elsewhere/1/x').take('cpu:alive', 1, 'a')
    const self = slotsOf(`${machineName()}/${process.pid}/now`)
    await self.freeDead()
    expect(await self.take('cpu:dead', 1, 'b')).not.toBeNull()
    expect(await self.take('cpu:alive', 1, 'b')).toBeNull()
  })
})
