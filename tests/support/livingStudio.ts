import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'
import { until } from './until'

type Answer = Awaited<ReturnType<TestStudio['call']>>

/** A studio with a worker beside it, and one film in it, asked over HTTP. */
export type LivingStudio = {
  studio: TestStudio
  worker: StudioWorker
  id: string
  call: (route: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Presses a button and waits until its run has ended and everything it means is done. */
  run: (verb: string, body?: object) => Promise<{ id: string; ran: string[]; reused: string[] }>
  /** Nothing is left to be done. */
  settled: () => Promise<void>
  hire: () => Promise<StudioWorker>
  close: () => Promise<void>
}

export const openLivingStudio = async (screenplay: string): Promise<LivingStudio> => {
  const studio = await openTestStudio()
  const home = mkdtempSync(join(tmpdir(), 'backlot-living-'))
  const { ffmpeg, ffprobe } = foundTools()
  const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
  const log = () => undefined
  const hire = () =>
    openWorker({ mongoUri: studio.uri, secret: 'of the tests', home, providers, cpuSlots: 2, only: null, log })
  const call: LivingStudio['call'] = (route, body, headers) =>
    studio.call(route, { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) })
  const made = await call('POST /api/projects', {
    title: 'Lamp',
    slug: `lamp-${studio.name.slice(-6)}`,
    settings: { resolution: '360p' },
  })
  const id = made.body['doc'].id as string
  const form = new FormData()
  form.set('file', new Blob([screenplay]), 'lamp.fountain')
  await studio.send(`POST /api/projects/${id}/gather`, form)

  const settled = async () => {
    await until('the outbox is empty', async () => (await film.worker.stores.outbox.open()) === 0, 60_000)
  }
  const run: LivingStudio['run'] = async (verb, body = {}) => {
    const began = await call(`POST /api/${verb.includes('/') ? verb : `projects/${id}/${verb}`}`, body)
    if (began.status !== 202) throw new Error(`${verb}: ${JSON.stringify(began.body)}`)
    const runId = began.body['runId'] as string
    const state = async () => (await call(`GET /api/runs/${runId}`)).body['state'] as string
    await until(
      async () => `${verb} ends, not ${await state()}`,
      async () => ['succeeded', 'failed'].includes(await state()),
      180_000,
    )
    if ((await state()) !== 'succeeded') throw new Error(JSON.stringify((await call(`GET /api/runs/${runId}`)).body))
    await settled()
    const { plan, nodes, reused } = await film.worker.stores.runs.loadState(runId)
    const told = (again: boolean) =>
      plan.nodes.flatMap(({ step }, at) => (nodes[at] === 'done' && (reused[at] === true) === again ? [step] : []))
    return { id: runId, ran: told(false), reused: told(true) }
  }
  const film: LivingStudio = {
    studio,
    worker: await hire(),
    id,
    call,
    run,
    settled,
    hire,
    close: async () => {
      await film.worker.close()
      await studio.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
  return film
}
