import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgetStore } from '@/stores/paid/budgetStore'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const keyOf = () => randomBytes(32).toString('hex')

describe('the budget of a project', () => {
  it('is never passed when twenty workers of two programs race for it, at 150 and more a second', async () => {
    const programs = await Promise.all([database.connect(), database.connect()])
    const cap = 200
    await budgetStore(programs[0]).limit('race', cap)
    let held = 0
    let asked = 0
    const began = performance.now()
    const worker = async (n: number) => {
      const budget = budgetStore(programs[n % 2]!)
      for (let turn = 0; turn < 20; turn++) {
        asked++
        if ((await budget.reserve(['race'], { key: keyOf(), amount: 1 })) === null) held++
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => worker(n)))
    const perSecond = (asked / (performance.now() - began)) * 1000
    expect(held).toBe(cap)
    expect(await budgetStore(programs[0]).standing('race')).toEqual({ limit: cap, reserved: cap, spent: 0 })
    expect(perSecond).toBeGreaterThan(150)
  })

  it('gives the last dollar to one of twenty', async () => {
    const budget = budgetStore(database.control)
    await budget.limit('last', 10)
    const answers = await Promise.all(Array.from({ length: 20 }, () => budget.reserve(['last'], { key: keyOf(), amount: 7 }))) // prettier-ignore
    expect(answers.filter((short) => short === null)).toHaveLength(1)
  })

  it('holds back and books once for each call, however often it is told', async () => {
    const budget = budgetStore(database.control)
    const key = keyOf()
    await budget.limit('once', 100)
    for (let i = 0; i < 3; i++) expect(await budget.reserve(['once'], { key, amount: 60 })).toBeNull()
    expect(await budget.reserve(['once'], { key: keyOf(), amount: 60 })).toBe('once')
    for (let i = 0; i < 3; i++) await budget.settle('once', { key, spent: 45 })
    expect(await budget.standing('once')).toEqual({ limit: 100, reserved: 0, spent: 45 })
  })

  it('does not get a cap back that was read before a lower one was written', async () => {
    const budget = budgetStore(database.control)
    await budget.limit('lowered', 10)
    const caps = [500, 20]
    const slow = async (): Promise<number | null> => {
      const cap = caps.shift() ?? 20
      if (cap === 500) await budget.follow('lowered', async () => 20) // somebody else was quicker
      return cap
    }
    await budget.follow('lowered', slow)
    expect(await budget.standing('lowered')).toMatchObject({ limit: 20 })
    expect(caps).toEqual([])
    await budget.follow('lowered', async () => null)
    await Promise.all([30, 30].map((cap) => budget.follow('first of all', async () => cap)))
    expect(await budget.standing('first of all')).toMatchObject({ limit: 30, reserved: 0 })
  })

  it('holds back in project and run, or in none', async () => {
    const budget = budgetStore(database.control)
    await budget.limit('film', 100)
    await budget.limit('run', 30)
    const key = keyOf()
    expect(await budget.reserve(['film', 'run'], { key, amount: 40 })).toBe('run')
    expect(await budget.standing('film')).toMatchObject({ reserved: 0 })
    expect(await budget.reserve(['film', 'run'], { key, amount: 20 })).toBeNull()
    expect(await budget.holds(['film', 'run'], key)).toBe(true)
    expect(await budget.holds(['film', 'other'], key)).toBe(false)
  })

  it('books a bill above what was held back in full, and then takes nothing more', async () => {
    const budget = budgetStore(database.control)
    const key = keyOf()
    await budget.limit('above', 100)
    await budget.reserve(['above'], { key, amount: 90 })
    await budget.settle('above', { key, spent: 120 })
    expect(await budget.standing('above')).toEqual({ limit: 100, reserved: 0, spent: 120 })
    expect(await budget.reserve(['above'], { key: keyOf(), amount: 1 })).toBe('above')
  })
})
