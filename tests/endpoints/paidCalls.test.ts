import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { KeyTester } from '@/endpoints/keys/testKey'
import { controlDb } from '@/stores/controlDb'
import { keyTester } from '@/studio/keyTester'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { planOfActs, storeRun } from '../support/crew'
import { openPaidStage, picture, picturePrice, type PaidStage } from '../support/paidStage'
import { until } from '../support/until'

let studio: TestStudio
let stage: PaidStage
let tester: KeyTester

beforeAll(async () => {
  studio = await openTestStudio({ custom: { testKey: ((...asked) => tester(...asked)) satisfies KeyTester } })
})
afterEach(() => stage.close())
afterAll(() => studio.close())

const open = async (plan: PlanGiven = {}, { places, pictures = 1 }: { places?: number; pictures?: number } = {}) => {
  const database = { control: controlDb(studio.payload), folder: join(studio.mediaDir, '..') }
  stage = await openPaidStage(database, { plan, ...(places === undefined ? {} : { places }) })
  const worker = stage.worker({
    paint: async ({ callPaid, input }) => {
      const { asset } = await callPaid(picture(`A pier at dusk, ${String(input['node'])}`))
      return { gives: { asset }, files: asset ? [asset.name] : [] }
    },
  })
  const runId = await storeRun(worker.stores, planOfActs(Array.from({ length: pictures }, () => ({ act: 'paint' }))))
  await worker.engine.start(runId)
  const call = async () => (await stage.parts.paid.calls.calls.find().toArray())[0]
  const stands = (state: string) => until(`the call is ${state}`, async () => ((await call())?.state === state ? call() : undefined)) // prettier-ignore
  const ends = (stageName: string) => until(`the run is ${stageName}`, async () => (await worker.stateOf(runId)).stage === stageName) // prettier-ignore
  const say = (id: string, verb: string, body: unknown = {}) => studio.call(`POST /api/generations/${id}/${verb}`, { body }) // prettier-ignore
  const held = async () => (await stage.parts.paid.budget.standing((await call())!.accounts[0]!)).reserved
  return { worker, runId, call, stands, ends, say, held }
}

describe('one call that nobody wants any more', () => {
  it('is not sent, its money is free, and its scene says so until somebody goes on', async () => {
    const { worker, runId, stands, ends, say, held } = await open({}, { places: 0 })
    const { _id: id } = await stands('INTENT')
    expect(await held()).toBeGreaterThan(0)
    expect(await say(id, 'cancel', { why: 'x' })).toMatchObject({ status: 422 })
    expect(await say(id, 'cancel', { reason: 'Another angle.' })).toMatchObject({ status: 200, body: { state: 'CANCELLED' } }) // prettier-ignore
    expect(await say(id, 'cancel')).toMatchObject({ status: 200, body: { state: 'CANCELLED' } })
    await ends('failed')
    expect(await held()).toBe(0)
    expect(stage.emulators.ledger()).toEqual([])
    stage.parts.placesOf = () => 3
    await worker.engine.resume(runId)
    await ends('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(1)
    expect(await say(id, 'cancel')).toMatchObject({ status: 409, body: { errors: [{ code: 'CALL_NOT_STEERED' }] } })
    expect(await say('f'.repeat(64), 'cancel')).toMatchObject({ status: 404 })
  })

  it('is taken back at the provider where it still stands in line', async () => {
    const { say, worker } = await open({ rules: [{ do: 'longer', ms: 3_600_000 }] }, { pictures: 3 })
    const { calls } = stage.parts.paid.calls
    await until('all three are at fal', async () => (await calls.countDocuments({ state: 'SUBMITTED' })) === 3)
    const inLine = stage.emulators.ledger().at(-1)!.requestId
    const of = async (requestId: string) => (await calls.findOne({ requestId }))!
    expect(await say((await of(inLine))._id, 'cancel')).toMatchObject({ status: 200 })
    await until('it is cancelled', async () => (await of(inLine)).state === 'CANCELLED')
    expect(await of(inLine)).toMatchObject({ error: { code: 'CALL_CANCELLED' }, cancelAsked: true })
    const { reserved } = await stage.parts.paid.budget.standing((await of(inLine)).accounts[0]!)
    expect(reserved).toBe(2 * picturePrice)
    expect(worker.log).toEqual([])
  })
})

describe('a file that could not be kept', () => {
  it('is fetched once more by a person’s word, and paid once', async () => {
    const { worker, runId, stands, ends, say } = await open({ rules: [{ do: 'page' }] })
    const { _id: id } = await stands('DEAD')
    await ends('failed')
    await fetch(`${stage.emulators.url}/control/plan`, { method: 'POST', body: '{"rules":[]}' })
    expect(await say(id, 'reingest')).toMatchObject({ status: 200, body: { state: 'DONE' } })
    await stands('STORED')
    expect(await say(id, 'reingest')).toMatchObject({ status: 409 })
    await worker.engine.resume(runId)
    await ends('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(1)
  })
})

describe('a key', () => {
  it('is tried without spending anything: one that is sent, the project’s, the studio’s or the environment’s', async () => {
    stage = await openPaidStage({ control: controlDb(studio.payload), folder: join(studio.mediaDir, '..') })
    tester = keyTester(stage.settings)
    const { body } = await studio.call('POST /api/projects', { body: { title: 'Keys', slug: 'keys' } })
    const id = String(body['doc'].id)
    const test = (asked: unknown) => studio.call(`POST /api/projects/${id}/keys/test`, { body: asked })
    expect(await test({ provider: 'fal' })).toMatchObject({ status: 200, body: { of: 'environment', ok: true } })
    const wrong = await test({ provider: 'fal', key: 'a-key-of-nobody' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ code: 'PROVIDER_KEY_REFUSED', field: 'key' }] } })
    expect(JSON.stringify(wrong.body)).not.toContain('a-key-of-nobody')
    await studio.call(`POST /api/projects/${id}/keys`, { body: { provider: 'fal', key: 'another-wrong-key', of: 'studio' } }) // prettier-ignore
    expect(await test({ provider: 'fal' })).toMatchObject({ status: 422 })
    await studio.call(`POST /api/projects/${id}/keys`, { body: { provider: 'fal', key: stage.settings.FAL_KEY } })
    expect(await test({ provider: 'fal' })).toMatchObject({ status: 200, body: { of: 'project' } })
    expect(await test({ provider: 'bank' })).toMatchObject({ status: 422 })
    tester = keyTester({})
    expect(await test({ provider: 'openai' })).toMatchObject({ status: 422, body: { errors: [{ code: 'PROVIDER_KEY_MISSING' }] } }) // prettier-ignore
    expect(stage.emulators.ledger()).toEqual([])
    expect(stage.emulators.requests().every(({ method }) => method === 'GET')).toBe(true)
  })
})

describe('the bills', () => {
  it('are asked for now: the wish is recorded, and what they cost is told by run and as CSV', async () => {
    stage = await openPaidStage({ control: controlDb(studio.payload), folder: join(studio.mediaDir, '..') })
    const { body } = await studio.call('POST /api/projects', { body: { title: 'Bills', slug: 'bills' } })
    const id = String(body['doc'].id)
    expect(await studio.call(`POST /api/projects/${id}/reconcile`)).toMatchObject({ status: 202, body: { lastAt: null } }) // prettier-ignore
    const { db } = controlDb(studio.payload)
    expect(await db.collection('outbox').countDocuments({ job: 'reconcileBills' })).toBe(1)
    const worker = stage.worker({})
    worker.desk.reconcile()
    worker.desk.reconcile()
    await until('it is done', async () => (await db.collection('chores').findOne({}))?.['doneAt'] !== undefined)
    const told = await studio.call(`POST /api/projects/${id}/reconcile`)
    expect(Date.parse(told.body['lastAt'])).toBeGreaterThan(Date.now() - 60_000)
    expect(await studio.call(`GET /api/projects/${id}/costs?by=run`)).toMatchObject({ status: 200, body: { rows: [] } })
    expect(await studio.text(`GET /api/projects/${id}/costs?by=run&format=csv`)).toBe('run,calls,spentNanodollars,atRiskNanodollars\n') // prettier-ignore
    expect(await studio.call(`POST /api/projects/${'0'.repeat(24)}/reconcile`)).toMatchObject({ status: 404 })
  })
})
