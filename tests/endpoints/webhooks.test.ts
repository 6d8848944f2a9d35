import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import { controlDb } from '@/stores/controlDb'
import { callbackReader } from '@/studio/callbackReader'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { planOfActs, storeRun } from '../support/crew'
import { openPaidStage, picture, type quick, type PaidStage } from '../support/paidStage'
import { until } from '../support/until'

let studio: TestStudio
let server: Server
let url: string
let stage: PaidStage
let reader: CallbackReader
const arrived: { path: string; status: number; body: Buffer; headers: Record<string, string> }[] = []

beforeAll(async () => {
  studio = await openTestStudio({ custom: { readCallback: ((...call) => reader(...call)) satisfies CallbackReader } })
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces)
      const headers = request.headers as Record<string, string>
      const path = request.url ?? ''
      void studio.raw(`POST ${path}`, { body }, headers).then(({ status }) => {
        arrived.push({ path, status, body, headers })
        response.writeHead(status).end()
      })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
afterEach(() => stage.close())
afterAll(async () => {
  server.close()
  await studio.close()
})

/** Nobody asks: only callbacks bring anything. */
const open = async (
  plan: PlanGiven = {},
  pace: Partial<typeof quick> = { askLeastMs: 60_000 },
  isKeyOfStudio = true,
) => {
  arrived.length = 0
  const database = { control: controlDb(studio.payload), folder: join(studio.mediaDir, '..') }
  stage = await openPaidStage(database, { plan, pace, publicUrl: url })
  const { FAL_KEY, ...others } = stage.settings
  reader = callbackReader(isKeyOfStudio && FAL_KEY ? { ...others, FAL_KEY } : others)
  const worker = stage.worker({
    paint: async ({ callPaid }) => {
      const { asset } = await callPaid(picture('A pier at dusk'))
      return { gives: { asset }, files: asset ? [asset.name] : [] }
    },
  })
  const runId = await storeRun(worker.stores, planOfActs([{ act: 'paint' }]))
  await worker.engine.start(runId)
  const over = () => until('the run is over', async () => (await worker.stateOf(runId)).stage === 'succeeded')
  const inbox = () => stage.parts.paid.control.db.collection('inbox').find().toArray()
  const calls = () => stage.parts.paid.calls.calls.find().toArray()
  return { worker, runId, over, inbox, calls }
}
const again = (path: string, { body, headers }: (typeof arrived)[number]) =>
  studio.raw(`POST ${path}`, { body: new Uint8Array(body) }, headers)

describe('a callback of fal', () => {
  it('brings the picture without anybody asking, and told ten times it is taken once', async () => {
    const { over, inbox, calls } = await open({ rules: [{ do: 'repeat', times: 10 }] })
    await over()
    await until('all came', () => arrived.length === 10)
    expect(arrived.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    await until('it is applied', async () => (await inbox())[0]?.end === 'applied')
    expect(await inbox()).toMatchObject([{ provider: 'fal', end: 'applied', dueAt: null }])
    expect(await calls()).toMatchObject([{ state: 'STORED' }])
    expect(stage.emulators.requests().filter(({ method, path }) => method === 'GET' && path.includes('status'))).toEqual([]) // prettier-ignore
    expect(stage.emulators.ledger()).toHaveLength(1)
  })

  it('is checked without any key of the studio: a film may pay with its own', async () => {
    const { over, inbox } = await open({}, { askLeastMs: 60_000 }, false)
    await over()
    await until('it is applied', async () => (await inbox())[0]?.end === 'applied')
    expect(arrived.map(({ status }) => status)).toEqual([200])
  })

  it('finds its call when the answer to the POST was lost', async () => {
    const { over, calls } = await open({ rules: [{ do: 'resetAfter' }] })
    await over()
    expect(stage.emulators.ledger()).toHaveLength(1)
    const [call] = await calls()
    expect(call).toMatchObject({ state: 'STORED', requestId: stage.emulators.ledger()[0]!.requestId })
    expect(call!.submits).toHaveLength(1)
  })

  it('is refused when it is forged, altered, out of its time, without its token, too large, or for nobody', async () => {
    const { over, inbox, calls } = await open()
    await over()
    const attempt = (await calls())[0]!.attemptId!
    const good = await until('its callback was answered', () => arrived.find(({ path }) => path.includes(attempt)))
    const kept = await inbox()
    const { path, headers, body } = good
    const refused = async (what: Partial<typeof good>, to = path) => (await again(to, { ...good, ...what })).status
    expect(await refused({ headers: { ...headers, 'x-fal-webhook-signature': 'ab'.repeat(64) } })).toBe(401)
    expect(await refused({ body: Buffer.concat([body, Buffer.from(' ')]) })).toBe(401)
    expect(await refused({ headers: { ...headers, 'x-fal-webhook-timestamp': '1700000000' } })).toBe(401)
    expect(await refused({ headers: { 'content-type': 'application/json' } })).toBe(401)
    expect(await refused({}, path.replace(/t=.{6}/, 't=AAAAAA'))).toBe(401)
    expect(await refused({}, path.replace(/k=\w{4}/, 'k=0000'))).toBe(401)
    expect(await refused({}, path.replace('/fal', '/tasks').split('?')[0])).toBe(401)
    expect(await refused({ headers: {}, body: Buffer.from('{"scene_id":"x"}') }, '/api/webhooks/video-complete')).toBe(401) // prettier-ignore
    expect(await refused({ body: Buffer.alloc(5_100_000), headers: { ...headers, 'content-length': '5100000' } })).toBe(413) // prettier-ignore
    expect(await inbox()).toEqual(kept)
    // signed by fal, and for no call of ours: kept aside
    expect(await refused({}, '/api/webhooks/fal')).toBe(200)
    expect(await inbox()).toHaveLength(2)
  })

  it('is refused by a clock that is ten minutes off, and the picture comes by asking', async () => {
    for (const minutes of [-10, 10]) {
      const { over, inbox, calls } = await open({}, { askLeastMs: 300 })
      const right = reader
      const off = (now: Date) => new Date(now.getTime() + minutes * 60_000)
      reader = (provider, call, keysOf) => right(provider, { ...call, now: off(call.now) }, keysOf)
      await over()
      await until('it came', () => arrived.length > 0)
      expect(new Set(arrived.map(({ status }) => status))).toEqual(new Set([401]))
      expect(await inbox()).toEqual([])
      expect(await calls()).toMatchObject([{ state: 'STORED' }])
      expect(stage.emulators.ledger()).toHaveLength(1)
      if (minutes < 0) await stage.close()
    }
  })

  it('that never comes is not waited for', async () => {
    const { over } = await open({ rules: [{ do: 'lost' }] }, { askLeastMs: 20 })
    await over()
    expect(arrived).toEqual([])
  })
})

describe('a call nobody knows the end of', () => {
  const lost: PlanGiven = {
    rules: [
      { do: 'resetAfter', nth: 1 },
      { do: 'lost', nth: 1 },
      { do: 'never', nth: 1 },
    ],
  }
  const undecided = async () => {
    const made = await open(lost, { askLeastMs: 20, graceLeastMs: 200 })
    const call = await until('it waits for a decision', async () => (await made.calls()).find(({ state }) => state === 'DECIDE')) // prettier-ignore
    const decide = (action: string, id = call._id) =>
      studio.call(`POST /api/generations/${id}/decide`, { body: { action, reason: 'I looked.' } })
    return { ...made, call, decide }
  }

  it('is shown with its price, and sent again only by a person’s word, flagged', async () => {
    const { call, decide, over, calls } = await undecided()
    expect(stage.emulators.ledger()).toHaveLength(1)
    expect(await decide('buy it')).toMatchObject({ status: 422 })
    expect(await decide('resubmit', 'f'.repeat(64))).toMatchObject({ status: 404 })
    expect(await decide('wait')).toMatchObject({ status: 200, body: { state: 'DECIDE' } })
    expect(await decide('resubmit')).toMatchObject({ status: 200, body: { id: call._id, state: 'INTENT' } })
    expect(await decide('resubmit')).toMatchObject({ status: 409 })
    await over()
    expect(stage.emulators.ledger()).toHaveLength(2)
    const [done] = await calls()
    expect(done!.submits.map(({ flagged }) => flagged)).toEqual([false, true])
    const alerts = await stage.parts.paid.control.db.collection('alerts').find().toArray()
    expect(alerts).toMatchObject([{ code: 'GENERATION_UNKNOWN', severity: 'warning' }])
  })

  it('is written off, and what it may have cost stays held back', async () => {
    const { decide, worker, runId } = await undecided()
    expect(await decide('write_off')).toMatchObject({ status: 200, body: { state: 'FAILED' } })
    await until('the run has failed', async () => (await worker.stateOf(runId)).stage === 'failed')
    const [{ reserved }] = (await stage.parts.paid.control.db.collection('budget').find().toArray()) as unknown as [{ reserved: number }] // prettier-ignore
    expect(reserved).toBeGreaterThan(0)
    await worker.engine.resume(runId)
    await until('it has failed again', async () => (await worker.stateOf(runId)).stage === 'failed')
    expect(stage.emulators.ledger()).toHaveLength(1)
  })
})
