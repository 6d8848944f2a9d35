import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metersOf } from '@/endpoints/about/metrics'
import { routeName, watchRequests, type Answered } from '@/endpoints/about/requests'
import { hubOf } from '@/endpoints/events/eventHub'
import { logLines } from '@/stores/logLines'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { presenceStore } from '@/stores/presenceStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { until } from '../support/until'

let studio: TestStudio
let shared: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
  shared = await openTestStudio({ singleUser: false, custom: { metricsToken: 'a token of the tests' } })
})
afterAll(async () => {
  for (const one of [studio, shared]) {
    hubOf(one.payload).close()
    await one.close()
  }
})
const valueOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  )

describe('the figures of a studio', () => {
  it('say what there is to do, who is there and what they did', async () => {
    const control = controlDb(studio.payload)
    await outboxStore(control).add('note', {})
    const steps = [{ step: 'scene.plan', outcome: 'done', count: 3, seconds: 1.5 }]
    await presenceStore(control).sayHere('stage/1/x', { steps, memoryBytes: 5e7, beganAt: new Date().toISOString() })
    metersOf(studio.payload).answered({ method: 'GET', route: '/api/scenes', status: 200, seconds: 0.02 })
    const text = await studio.text('GET /api/metrics')
    expect(valueOf(text, 'backlot_mongo_up')).toBe(1)
    expect(valueOf(text, 'backlot_workers')).toBe(1)
    expect(valueOf(text, 'backlot_outbox_rows{state="open"}')).toBe(1)
    expect(valueOf(text, 'backlot_runs{state="running"}')).toBe(0)
    expect(valueOf(text, 'backlot_worker_steps_total{worker="stage/1/x",step="scene.plan",outcome="done"}')).toBe(3)
    expect(valueOf(text, 'backlot_http_request_seconds_count{method="GET",route="/api/scenes",status="200"}')).toBe(1)
    expect(valueOf(text, 'backlot_process_resident_memory_bytes')).toBeGreaterThan(1e7)
  })

  it('say what was spent, held back, and may have been charged without anybody knowing', async () => {
    const { db } = controlDb(studio.payload)
    const call = { paid: true, priceNanodollars: 500_000_000, mayBeCharged: false, booked: 'none' }
    const states = ['STORED', 'UNKNOWN', 'DECIDE', 'FAILED', 'FAILED', 'SUBMITTED']
    await db
      .collection('generations')
      .insertMany(
        states.map((state, i) => ({ ...call, _id: `call ${String(i)}` as never, state, mayBeCharged: i === 4 })),
      )
    await db.collection('budget').insertMany([
      { _id: 'a'.repeat(24) as never, limit: 9e9, reserved: 1e9, spent: 2.5e9 },
      { _id: '01K00000000000000000000000' as never, limit: 9e9, reserved: 1e9, spent: 2.5e9 },
    ])
    await db.collection('orphan_spend').insertOne({ nanodollars: 250_000_000 })
    await presenceStore(controlDb(studio.payload)).sayHere('stage/2/x', {
      steps: [], paid: [{ provider: 'fal', evidence: 'claimed', count: 7 }], memoryBytes: 1, beganAt: new Date().toISOString(),
    }) // prettier-ignore
    const text = await studio.text('GET /api/metrics')
    const values = ['at_risk_usd', 'spent_usd', 'reserved_usd', 'orphan_spend_usd'].map((name) => valueOf(text, `backlot_money_${name}`)) // prettier-ignore
    expect(values).toEqual([1.5, 2.5, 1, 0.25])
    expect(valueOf(text, 'backlot_paid_unknown')).toBe(2)
    expect(valueOf(text, 'backlot_paid_calls{state="STORED"}')).toBe(1)
    expect(valueOf(text, 'backlot_worker_paid_submissions_total{worker="stage/2/x",provider="fal"}')).toBe(7)
  })

  it('are told to producers and to who has the token, and to nobody else', async () => {
    const ask = async (headers: Record<string, string> = {}) =>
      (await shared.response('GET /api/metrics', headers)).status
    expect(await ask()).toBe(401)
    expect(await ask({ authorization: 'Bearer a token of the test' })).toBe(401)
    expect(await ask({ authorization: 'Bearer a token of the tests' })).toBe(200)
    expect((await studio.response('GET /api/metrics', { origin: 'https://evil.example' })).status).toBe(401)
  })
})

describe('the requests of a server', () => {
  let server: Server
  afterAll(() => server.close())

  it('are counted by route, numbered, and told to a log that shows no secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backlot-log-'))
    const lines: string[] = []
    const heard: Answered[] = []
    const logger = {
      info: (line: object, msg: string) => lines.push(JSON.stringify({ ...line, msg })),
      debug: () => undefined,
    }
    const stop = watchRequests({ logger } as never, (one) => heard.push(one))
    // the door of /api numbers its own answers; what lies beside it is numbered here
    server = createServer((request, answer) => {
      if (request.url !== '/x') answer.setHeader('X-Request-Id', 'given-by-the-door')
      answer.writeHead(request.url === '/x' ? 404 : 200).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const answer = await fetch(`${base}/api/runs/01M7ZYD8TKH7ES0C3VCWE48ZK4/events?token=abcdef`)
    const page = await fetch(`${base}/x`)
    expect(page.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/)
    const mine = () => heard.filter(({ route }) => route === '/api/runs/:id/events' || route === 'nothing')
    await until('both are counted', () => mine().length === 2)
    stop()
    expect((await fetch(`${base}/x`)).headers.get('x-request-id')).toBeNull()
    expect(mine()[0]).toMatchObject({ method: 'GET', status: 200 })
    const told = JSON.parse(lines.find((line) => line.includes('/api/runs/:id/events')) ?? '{}')
    expect(answer.headers.get('x-request-id')).toBe(told.requestId)
    const file = join(folder, 'web.log')
    const log = logLines({ file, secrets: ['lighthouse-9'] })
    log.write('{"msg":"it was lighthouse-9"}\n')
    expect(readFileSync(file, 'utf8')).toBe('{"msg":"it was [hidden]"}\n')
    rmSync(folder, { recursive: true })
  })

  it('have few names', () => {
    expect(routeName('/api/scenes/65f000000000000000000001?depth=0', 200)).toBe('/api/scenes/:id')
    expect(routeName('/api/media/file/poster-12.jpg', 200)).toBe('/api/media/file/:name')
    expect(routeName('/wp-login.php', 404)).toBe('nothing')
  })
})
