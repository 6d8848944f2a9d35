import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker } from '@/studio/openWorker'
import type { PaidRoomSettings } from '@/studio/paidRoom'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'
import { until } from './until'

type Verb = 'qualify' | 'generate' | 'assemble'

/** A film that is made over HTTP: a studio, a worker, one project with this screenplay gathered. */
export type HttpFilm = {
  studio: TestStudio
  /** Of the project. */
  id: string
  /** Below /api/projects/:id. */
  path: (below: string) => string
  call: TestStudio['call']
  /** Presses the button and waits until its run has succeeded and the project has moved on; answers the run. */
  press: (verb: Verb, body?: object) => Promise<Record<string, any>>
  close: () => Promise<void>
}

export const openHttpFilm = async (
  title: string,
  screenplay: string,
  { paid, ...settings }: { paid?: PaidRoomSettings } & Record<string, unknown> = {},
): Promise<HttpFilm> => {
  const studio = await openTestStudio()
  const home = mkdtempSync(join(tmpdir(), 'backlot-http-'))
  const { call } = studio
  const slug = `${title.toLowerCase().replace(/\W+/g, '-')}-${studio.name.slice(-6)}`
  const made = await call('POST /api/projects', { body: { title, slug, settings } })
  const id: string = made.body['doc'].id
  const path = (below: string) => `/api/projects/${id}${below}`
  const form = new FormData()
  form.set('file', new Blob([screenplay]), 'given.fountain')
  expect((await studio.send(`POST ${path('/gather')}`, form)).status).toBe(201)
  const { ffmpeg, ffprobe } = foundTools()
  const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
  const log = () => undefined
  const worker = await openWorker({ mongoUri: studio.uri, secret: 'a secret of the tests', home, providers, cpuSlots: 2, only: null, log, ...(paid ? { paid } : {}) })
  const press: HttpFilm['press'] = async (verb, body = verb === 'qualify' ? { countdownSeconds: 0, startAnyway: true } : {}) => {
    const began = await call(`POST ${path(`/${verb}`)}`, { body })
    expect(began.status, JSON.stringify(began.body)).toBe(202)
    const run = async () => (await call(`GET /api/runs/${String(began.body['runId'])}`)).body
    await until(`${verb} ends`, async () => ['succeeded', 'failed'].includes((await run())['state']), 120_000)
    const ended = await run()
    expect(ended['state'], JSON.stringify(ended['error'])).toBe('succeeded')
    const working = async () => String((await call(`GET ${path('')}`)).body['status']).endsWith('ing')
    await until(`${verb} has moved the project on`, async () => !(await working()))
    return ended
  }
  const close = async () => {
    await worker.close()
    await studio.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { studio, id, path, call, press, close }
} // prettier-ignore
