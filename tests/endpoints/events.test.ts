import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubOf } from '@/endpoints/events/eventHub'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore, type RunsStore } from '@/stores/runsStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { planOfActs } from '../support/crew'
import { eventsOf } from '../support/eventsOf'
import { until } from '../support/until'

let studio: TestStudio
let runs: RunsStore
let project = ''
beforeAll(async () => {
  studio = await openTestStudio()
  const control = controlDb(studio.payload)
  runs = runsStore(control, outboxStore(control))
  const body = { title: 'Pier', slug: `pier-${studio.name.slice(-6)}` }
  project = (await studio.call('POST /api/projects', { body })).body['doc'].id
})
afterAll(async () => {
  hubOf(studio.payload).close()
  await studio.close()
})

let made = 0
/** A run of so many steps, started. */
const beginRun = async (steps: number): Promise<string> => {
  const plan = planOfActs(Array.from({ length: steps }, () => ({ act: 'film' })))
  const { runId } = await runs.create({ kind: 'generate', projectId: project, key: `k${++made}`, plan, options: {} })
  await runs.record(runId, { type: 'started' })
  return runId
}
const finish = (runId: string, node: number) => runs.record(runId, { type: 'done', node, take: 1, reused: false })
const follow = async (path: string, last?: string) =>
  eventsOf(await studio.response(`GET ${path}`, last === undefined ? {} : { 'last-event-id': last }))
const seqsIn = (events: { event: string; data: Record<string, any> }[], runId: string) =>
  events.filter(({ event, data }) => data['runId'] === runId && event !== 'alert').map(({ data }) => data['seq'])
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

describe('the events of a run', () => {
  it('reach 200 who watch, each of them gapless and once, also over going away and coming back', async () => {
    const steps = 30
    const runId = await beginRun(steps)
    const path = `/api/runs/${runId}/events`
    const watching = await Promise.all(oneTo(200).map(() => follow(path)))
    const had = watching.map(() => [] as unknown[])
    for (let node = 0; node < steps; node++) {
      await finish(runId, node)
      // some leave in the middle and come back with the last they had
      for (const [i, one] of watching.entries()) {
        if ((i + node) % 67 !== 0) continue
        await one.leave()
        had[i]!.push(...seqsIn(one.events, runId))
        watching[i] = await follow(path, one.events.findLast(({ id }) => id !== '')?.id ?? '0')
      }
    }
    await Promise.all(watching.map(({ ended }) => ended))
    for (const [i, one] of watching.entries())
      expect([...had[i]!, ...seqsIn(one.events, runId)]).toEqual(oneTo(steps + 1))
    await until('all have left', () => hubOf(studio.payload).size === 0)
    expect(watching[0]!.events.at(-1)).toMatchObject({ event: 'step', data: { step: 'test.act', says: 'film' } })
  })

  it('come as they are committed, and what it costs and what a person must know come between them', async () => {
    const steps = 12
    const runId = await beginRun(steps)
    const one = await follow(`/api/runs/${runId}/events`)
    await until('the first is told', () => seqsIn(one.events, runId).length === 1)
    const began = Date.now()
    for (let node = 0; node < steps - 1; node++) {
      await finish(runId, node)
      await until('it is told', () => seqsIn(one.events, runId).length === node + 2)
    }
    expect(Date.now() - began).toBeLessThan(7000) // not by the look once a second
    expect(one.events[0]).toEqual({ id: '', event: 'cost', data: { project, nanodollars: 0 } })
    const alert = {
      run: runId,
      project,
      what: 'It rains.',
      why: 'Clouds.',
      fix: 'Wait.',
      severity: 'info',
      code: 'RAIN',
    }
    await studio.payload.create({ collection: 'alerts', data: { ...alert, dismissed: false } as never })
    await until('the alert is told', () => one.events.some(({ event, data }) => event === 'alert' && data['code'] === 'RAIN')) // prettier-ignore
    await finish(runId, steps - 1)
    await one.ended
  })

  it('are refused after an event that is not theirs', async () => {
    const runId = await beginRun(1)
    for (const last of ['7', 'x', '-1', 'MQ'])
      expect((await studio.response(`GET /api/runs/${runId}/events`, { 'last-event-id': last })).status, last).toBe(422)
  })
})

describe('the events of several runs', () => {
  it('come as one stream that one token resumes, each run gapless, with the alerts', async () => {
    const [a, b] = [await beginRun(6), await beginRun(6)]
    const path = `/api/events?runs=${b},${a}`
    const first = await follow(path)
    for (const node of [0, 1, 2]) {
      await finish(a, node)
      await finish(b, node)
    }
    await until('the first half is told', () => [a, b].every((id) => seqsIn(first.events, id).length === 4))
    await first.leave()
    const token = first.events.findLast(({ id }) => id !== '')!.id
    for (const node of [3, 4, 5]) {
      await finish(b, node)
      await finish(a, node)
    }
    await studio.payload.create({
      collection: 'alerts',
      data: { what: 'Away.', why: 'w', fix: 'f', code: 'WHILE_AWAY', severity: 'info', dismissed: false } as never,
    })
    const second = await follow(path, token)
    await until('the rest is told', () => [a, b].every((id) => seqsIn(second.events, id).length === 3))
    for (const id of [a, b]) expect([...seqsIn(first.events, id), ...seqsIn(second.events, id)]).toEqual(oneTo(7))
    await until('the alert is told', () => second.events.some(({ data }) => data['code'] === 'WHILE_AWAY'))
    await second.leave()
  })

  it('are refused with the token of other runs, for runs nobody made, and with no list of runs', async () => {
    const [a, b] = [await beginRun(1), await beginRun(1)]
    const one = await follow(`/api/events?runs=${a}`)
    const token = (await until('something is told', () => one.events.find(({ id }) => id !== ''))).id
    await one.leave()
    const status = async (path: string, last?: string) =>
      (await studio.response(`GET ${path}`, last === undefined ? {} : { 'last-event-id': last })).status
    expect(await status(`/api/events?runs=${b}`, token)).toBe(422)
    expect(await status(`/api/events?runs=${a},${b}`, token)).toBe(422)
    expect(await status(`/api/events?runs=${a}`, '5')).toBe(422)
    expect(await status('/api/events?runs=01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(404)
    expect(await status('/api/events?runs=$ne')).toBe(422)
  })

  it('end when the program ends', async () => {
    const one = await follow('/api/events')
    await until('it listens', () => hubOf(studio.payload).size > 0)
    hubOf(studio.payload).close()
    await one.ended
    expect(hubOf(studio.payload).size).toBe(0)
  })
})
