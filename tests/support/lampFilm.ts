import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'
import { until } from './until'

export type LampFilm = {
  studio: TestStudio
  worker: StudioWorker
  home: string
  /** Of the project. */
  id: string
  slug: string
  /** Waits until a run ended and its project settled; answers its state. */
  ended: (runId: string) => Promise<string>
  close: () => Promise<void>
}

const screenplay = `Title: Lamp

INT. LIGHTHOUSE - NIGHT

MARA, sixty, in a grey coat, lights a lamp in the rain.

MARA
Say that again.

DISSOLVE TO:

EXT. QUAY - DAWN

A boat waits in the fog.
`

/** A studio with a worker and one short film made over HTTP: two places, one line, one dissolve. */
export const openLampFilm = async (): Promise<LampFilm> => {
  const home = mkdtempSync(join(tmpdir(), 'backlot-http-'))
  const studio = await openTestStudio({ media: join(home, 'media') })
  const { ffmpeg, ffprobe } = foundTools()
  const providers = localProviders(await findMediaTools({ home, ffmpeg, ffprobe }))
  const log = () => undefined
  const worker = await openWorker({ mongoUri: studio.uri, secret: 'of the tests', home, providers, cpuSlots: 2, only: null, log }) // prettier-ignore
  const slug = `lamp-${studio.name.slice(-6)}`
  const made = await studio.call('POST /api/projects', {
    body: { title: 'Lamp', slug, settings: { resolution: '360p' } },
  })
  const id: string = made.body['doc'].id
  const form = new FormData()
  form.set('file', new Blob([screenplay]), 'lamp.fountain')
  await studio.send(`POST /api/projects/${id}/gather`, form)

  const ended = async (runId: string): Promise<string> => {
    const run = async () => (await studio.call(`GET /api/runs/${runId}`)).body
    await until(`run ${runId} ends`, async () => ['succeeded', 'failed'].includes((await run())['state']), 120_000)
    const working = ['qualifying', 'generating', 'assembling']
    await until('the project settles', async () => !working.includes((await studio.call(`GET /api/projects/${id}`)).body['status'])) // prettier-ignore
    return (await run())['state']
  }
  for (const [verb, body] of [['qualify', { countdownSeconds: 0, startAnyway: true }], ['generate', {}], ['assemble', {}]] as const) {
    const began = await studio.call(`POST /api/projects/${id}/${verb}`, { body })
    const state = await ended(began.body['runId'])
    if (state !== 'succeeded') throw new Error(`${verb} ${state}`)
  } // prettier-ignore
  const close = async () => {
    await worker.close()
    await studio.close()
    rmSync(home, { recursive: true, force: true })
  }
  return { studio, worker, home, id, slug, ended, close }
}
