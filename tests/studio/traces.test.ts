import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { runsStore } from '@/stores/runsStore'
import { traces } from '@/studio/traces'
import { workerTraces } from '@/studio/workerTraces'
import { picture, projectId } from '../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

type Span = { name: string; traceId: string; spanId: string; parentSpanId?: string; kind: number; status: { code?: number }; attributes: { key: string; value: Record<string, unknown> }[] } // prettier-ignore
type Sent = { resourceSpans: { resource: { attributes: { key: string; value: { stringValue: string } }[] }; scopeSpans: { spans: Span[] }[] }[] } // prettier-ignore

let database: TestDatabase
let collector: Server
let endpoint: string
let sent: Sent[]
beforeAll(async () => {
  database = await openTestDatabase()
  collector = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (request.url === '/v1/traces') sent.push(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Sent)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}/`
})
afterAll(async () => {
  collector.closeAllConnections()
  collector.close()
  await database.close()
})
beforeEach(() => {
  sent = []
})

const spans = () => sent.flatMap(({ resourceSpans }) => resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans))) // prettier-ignore
const named = (name: string) => spans().find((span) => span.name === name)!
const runId = '01K5TRACES0000000000000000'
const [from, to] = [new Date(Date.now() - 500), new Date()]

describe('traces', () => {
  it('are one for each run, whichever program tells of it; requests of nobody’s run stand alone', async () => {
    const [web, worker] = [traces(endpoint, 'backlot-web')!, traces(endpoint, 'backlot-worker')!]
    web.tell({ name: 'press generate', is: 'asked', runId, from, to, facts: {} })
    web.tell({ name: 'GET /api/scenes', is: 'asked', runId: null, from, to, facts: {} })
    worker.tell({ name: 'scene.plan', is: 'work', runId, from, to, facts: { node: 3 }, failed: 'a reason' })
    worker.tell({ name: 'run generate', is: 'run', runId, from, to, facts: {} })
    await Promise.all([web.close(), worker.close()])
    const services = sent.flatMap(({ resourceSpans }) => resourceSpans.map(({ resource }) => resource.attributes[0]?.value.stringValue)) // prettier-ignore
    expect(services.sort()).toEqual(['backlot-web', 'backlot-worker'])
    const root = named('run generate')
    expect(root.parentSpanId ?? '').toBe('')
    for (const name of ['press generate', 'scene.plan'])
      expect(named(name)).toMatchObject({ traceId: root.traceId, parentSpanId: root.spanId })
    expect(named('GET /api/scenes').traceId).not.toBe(root.traceId)
    expect(named('scene.plan').status.code).toBe(2)
    expect(named('scene.plan').attributes).toContainEqual({ key: 'backlot.run', value: { stringValue: runId } })
  })

  it('hold every stay of a paid call, under the run that waits for it', async () => {
    const { control } = database
    const outbox = outboxStore(control)
    const told = traces(endpoint, 'backlot-worker')!
    const worker = workerTraces({ traces: told, runs: runsStore(control, outbox), known: () => undefined })
    const { calls } = openPaidStores(control, { outbox, secret: 'a secret', onMove: worker.moved })
    const intent = newPaidCall(picture('A trace'), { owner: 'studio', project: projectId, scene: null, runId, accounts: [] }) // prettier-ignore
    await inTransaction(control, (tx) => calls.attach(intent, runId, tx))
    const claimed = await calls.move((await calls.find(intent._id))!, { evidence: 'claimed', by: 'worker', set: { submittedAt: new Date(), attemptId: 'a1' }, inc: { fence: 1 } }) // prettier-ignore
    const there = await calls.move(claimed!, { evidence: 'accepted', by: 'worker', set: { requestId: 'r1' } })
    await calls.move(there!, { evidence: 'answered', by: 'inbox' })
    worker.served({ job: 'startRun', data: { runId }, began: from })
    await told.close()
    const names = spans().map(({ name }) => name)
    expect(names).toEqual(['fal: waits for a place', 'fal: request', 'fal: at the provider', 'job startRun'])
    expect(new Set(spans().map(({ traceId }) => traceId)).size).toBe(1)
    expect(named('fal: request')).toMatchObject({ kind: 3 })
    expect(JSON.stringify(named('fal: at the provider'))).toContain(intent._id)
    expect(JSON.stringify(sent)).not.toContain('A trace')
  })

  it('are nothing where no collector is named, and hold nobody up where none answers', async () => {
    expect(traces(undefined, 'backlot-web')).toBeNull()
    const away = traces('http://127.0.0.1:9', 'backlot-web')!
    away.tell({ name: 'lost', is: 'work', runId: null, from, to, facts: {} })
    const began = performance.now()
    await away.close()
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
