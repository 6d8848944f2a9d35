import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'
import { until } from '../support/until'

const text =
  'INT. LIGHTHOUSE - NIGHT\n\nMARA, sixty, in a grey coat, lights a lamp in the rain.\n\nMARA\nSay that again.\n'

let studio: TestStudio
let worker: StudioWorker | undefined
let id = ''
let home = ''
beforeAll(async () => {
  studio = await openTestStudio()
  home = mkdtempSync(join(tmpdir(), 'backlot-http-'))
  const made = await studio.call('POST /api/projects', {
    body: { title: 'Lamp', slug: `lamp-${studio.name.slice(-6)}` },
  })
  id = made.body['doc'].id
})
afterAll(async () => {
  await worker?.close()
  await studio.close()
  rmSync(home, { recursive: true, force: true })
})

const call = (route: string, body?: unknown, headers?: Record<string, string>) =>
  studio.call(route, { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) })
const project = (path: string) => `/api/projects/${id}${path}`
const stateOf = async (runId: string): Promise<string> => (await call(`GET /api/runs/${runId}`)).body['state']

describe('a film made over HTTP', { timeout: 240_000 }, () => {
  it('begins with what is gathered: entries are kept, listed by pages, and told what they lack', async () => {
    const note = await call(`POST ${project('/gather')}`, { kind: 'note', text: 'A keeper hears a radio.' })
    expect(note.status).toBe(201)
    expect(note.body['items'][0]).toMatchObject({
      kind: 'note',
      source: 'user_input',
      title: 'A keeper hears a radio.',
    })
    const operator = await call(`POST ${project('/gather')}`, { kind: 'note', text: { $gt: '' } })
    expect([operator.status, operator.body['errors'][0].code]).toEqual([400, 'OPERATOR_REFUSED'])
    const wrong = await call(`POST ${project('/gather')}`, { kind: 'system.users', text: 5 })
    expect(wrong.status).toBe(422)
    expect(wrong.body['errors'][0].why).toMatch(/kind:.*text:/)
    const listed = await call(`GET ${project('/gather?limit=1')}`)
    expect(listed.body).toMatchObject({ totalDocs: 1, limit: 1, page: 1, hasNextPage: false })
    const ready = await call(`GET ${project('/readiness')}`)
    expect(ready.body).toMatchObject({ overallReady: false, threshold: 75 })
    expect((await call(`POST ${project('/qualify')}`, {})).body['errors'][0].code).toBe('NOT_READY')
  })

  it('counts down on the server: one press however often it is sent, restarted by a late edit, cancelled', async () => {
    const key = { 'idempotency-key': 'press-1' }
    const press = { countdownSeconds: 5, startAnyway: true }
    const first = await call(`POST ${project('/qualify')}`, press, key)
    expect(first.status).toBe(202)
    expect(first.body['quote'].nanodollars).toEqual({ expected: 0, atMost: 0 })
    expect((await call(`POST ${project('/qualify')}`, press, key)).body['runId']).toBe(first.body['runId'])
    expect((await call(`POST ${project('/qualify')}`, { ...press, countdownSeconds: 4 }, key)).status).toBe(409)
    expect((await call(`POST ${project('/qualify')}`, press)).body['errors'][0].code).toBe('COUNTDOWN_RUNS')
    expect((await call(`POST ${project('/gather')}`, { kind: 'note', text: 'It rains.' })).status).toBe(201)
    const moved = await call(`GET /api/runs/${first.body['runId']}`)
    expect(moved.body['state']).toBe('counting_down')
    expect(Date.parse(moved.body['startsAt'])).toBeGreaterThan(Date.parse(first.body['startsAt']))
    expect((await call(`POST ${project('/qualify/cancel')}`)).status).toBe(200)
    expect(await stateOf(first.body['runId'])).toBe('cancelled')
    expect((await call(`POST ${project('/qualify/cancel')}`)).status).toBe(409)
    const next = await call(`POST ${project('/qualify')}`, press)
    await call(`POST /api/runs/${first.body['runId']}/cancel`)
    expect(await stateOf(next.body['runId'])).toBe('counting_down')
    await call(`POST /api/runs/${next.body['runId']}/cancel`)
    expect(await stateOf(next.body['runId'])).toBe('cancelled')
    expect((await call(`POST ${project('/generate')}`, { until: 'forever' })).body['errors'][0].why).toContain('until')
  })

  it('locks what was gathered when the countdown ends, before any worker acts', async () => {
    await call(`POST ${project('/gather')}`, { kind: 'scene', title: 'INT. LIGHTHOUSE - NIGHT', text })
    const began = await call(`POST ${project('/qualify')}`, { countdownSeconds: 1, startAnyway: true })
    await until('the second is over', async () => (await call(`POST ${project('/gather')}`, { kind: 'note', text: 'late' })).status === 423 || Date.now() > Date.parse(began.body['startsAt']) + 100) // prettier-ignore
    const late = await call(`POST ${project('/gather')}`, { kind: 'note', text: 'late' })
    expect([201, 423]).toContain(late.status)
    expect((await call(`POST ${project('/qualify/cancel')}`)).status).toBe(200)
    expect((await call(`POST ${project('/gather')}`, { kind: 'note', text: 'open again' })).status).toBe(201)
  })

  it('goes on to a film that plays, each run followed by its gapless events', async () => {
    const form = new FormData()
    form.set('file', new Blob([`Title: Lamp\n\n${text}`]), 'lamp.fountain')
    expect((await studio.send(`POST ${project('/gather')}`, form)).status).toBe(201)
    const { ffmpeg, ffprobe } = foundTools()
    const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
    const log = () => undefined
    worker = await openWorker({ mongoUri: studio.uri, secret: 'of the tests', home, providers, cpuSlots: 2, only: null, log })
    const runs: string[] = []
    for (const [verb, body] of [['qualify', { countdownSeconds: 10, startAnyway: true }], ['generate', {}], ['assemble', {}]] as const) {
      const began = await call(`POST ${project(`/${verb}`)}`, body)
      expect(began.status, JSON.stringify(began.body)).toBe(202)
      if (verb === 'qualify') expect((await call(`POST ${project('/qualify/continue')}`)).status).toBe(202)
      if (verb === 'qualify') expect((await call(`POST ${project('/gather')}`, { kind: 'note', text: 'late' })).status).toBe(423)
      const runId: string = began.body['runId']
      runs.push(runId)
      await until(async () => `${verb} ends, not ${await stateOf(runId)}`, async () => ['succeeded', 'failed'].includes(await stateOf(runId)), 120_000)
      expect(await stateOf(runId)).toBe('succeeded')
      await until(`${verb} has moved the project on`, async () => !['qualifying', 'generating', 'assembling'].includes((await call(`GET ${project('')}`)).body['status']))
    }
    const done = await call(`GET ${project('?depth=1')}`)
    expect(done.body).toMatchObject({ status: 'completed', film: { url: expect.stringContaining('/api/media/file/') as string } })
    const events = await studio.text(`GET /api/runs/${runs[0] ?? ''}/events`, { 'last-event-id': '2' })
    const seqs = [...events.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))
    expect(seqs[0]).toBe(3)
    expect(seqs.every((seq, i) => seq === i + 3)).toBe(true)
  }) // prettier-ignore

  it('answers whether it is there, refuses callbacks nobody signed, and describes itself', async () => {
    expect((await call('GET /api/health')).body).toEqual({ ok: true })
    expect((await call('GET /api/ready')).status).toBe(200)
    expect((await call('POST /api/webhooks/video-complete', { scene_id: 'x' })).status).toBe(401)
    const described = await call('GET /api/openapi.json')
    expect(described.body['openapi']).toBe('3.1.0')
    expect(Object.keys(described.body['paths'])).toContain('/api/projects/{id}/qualify')
    expect((await call('GET /api/runs/%24ne')).status).toBe(404)
    expect(
      (await studio.call(`POST ${project('/generate')}`, { headers: { origin: 'https://evil.example' } })).status,
    ).toBe(401)
  })
})
