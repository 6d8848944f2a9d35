import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepParts, type KeptParts, type Part } from '@/cli/keepParts'
import { addressOf, webPart } from '@/cli/webPart'
import { webPort } from '@/cli/webPort'
import { workerPart } from '@/cli/workerPart'
import { dataHolder } from '@/host/mongod/dataHolder'
import { mongodHome } from '@/host/mongod/mongodHome'
import { readEnv } from '@/studio/settings'
import { openMachine, type FoundPrograms, type Machine } from '@/studio/openMachine'
import { tellRestart } from '@/studio/tellRestart'
import { bundle } from '../../scripts/setup/bundle.mjs'
import { foundTools } from '../host/foundTools'
import { eventsOf } from '../support/eventsOf'
import { removeHome } from '../support/removeHome'
import { until } from '../support/until'

const text = `INT. LIGHTHOUSE - NIGHT

MARA, sixty, in a grey coat, lights a lamp in the rain.

MARA
Say that again.
`

const folder = mkdtempSync(join(tmpdir(), 'backlot-journey-'))
const home = join(folder, 'home')
const cache = resolve('node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const bundles = mkdtempSync(join(cache, 'web-'))
const host = '127.0.0.1'
const open: Record<string, Part> = {}
let machine: Machine
let parts: KeptParts
let base = ''

beforeAll(async () => {
  const script = join(bundles, 'childWeb.mjs')
  const { program } = await programs(script)
  const tools = foundTools()
  const found = Object.fromEntries(
    Object.entries(tools).map(([name, path]) => [name, { path, from: 'test', version: '' }]),
  ) as FoundPrograms
  const env = readEnv({ BACKLOT_HOME: home })
  machine = await openMachine({ env, found, log: () => undefined, onRestart: (why) => void tellRestart(machine, why) })
  const port = await webPort(host, 0)
  base = addressOf(host, port)
  const settings = {
    MONGODB_URI: machine.mongoUri,
    PAYLOAD_SECRET: machine.secret,
    BACKLOT_HOME: home,
    LOG_LEVEL: 'silent',
  }
  const root = resolve('.')
  const started = { root, home, found, startedAt: 0, program }
  const say = (line: string): void => {
    if (process.env['CREW_LOG']) console.log(line)
  }
  const remember = (name: string, part: Part) => (open[name] = part)
  parts = keepParts(
    [
      {
        name: 'web',
        start: () =>
          remember(
            'web',
            webPart({ root, argv: [script, host, String(port)], host, port, settings: Promise.resolve(settings), say }),
          ),
      },
      {
        name: 'worker',
        start: () => remember('worker', workerPart({ started, settings: Promise.resolve(settings), say })),
      },
    ],
    { onEnd: (_, why) => void tellRestart(machine, why) },
  )
  await parts.ready
}, 120_000)
afterAll(async () => {
  await parts?.close()
  await machine?.close()
  rmSync(bundles, { recursive: true, force: true })
  await removeHome(home, folder)
}, 60_000)

/** The web part of this test, and the program a worker runs. */
const programs = async (script: string): Promise<{ program: string }> => {
  await build({
    entryPoints: [resolve('tests/chaos/childWeb.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: resolve('tsconfig.json'),
    logLevel: 'silent',
  })
  return { program: join(await bundle(resolve('.')), 'main.mjs') }
}

/** Asked again for as long as the studio is being started again; every press carries its key. */
const ask = async (route: string, body?: unknown, key?: string): Promise<Record<string, any>> => {
  const [method = 'GET', path = ''] = route.split(' ')
  const headers = {
    ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  }
  const sent = body instanceof FormData ? body : body === undefined ? null : JSON.stringify(body)
  return until(
    `${route} is answered`,
    async () => {
      const answer = await fetch(`${base}${path}`, { method, headers, body: sent }).catch(() => null)
      const read =
        answer && answer.status < 500 ? ((await answer.json().catch(() => null)) as Record<string, any>) : null
      if (!read) await sleep(100)
      if (read && !answer?.ok) throw new Error(`${route}: ${JSON.stringify(read)}`)
      return read
    },
    60_000,
  )
}

const killers = {
  web: () => open['web']?.pid,
  worker: () => open['worker']?.pid,
  mongod: () => dataHolder(mongodHome(home)),
}
type Victim = keyof typeof killers

/** Kills these while the run goes; what comes first holds the run up, so that the others die in the middle of it, too. */
const killDuring = async (runId: string, victims: readonly Victim[]): Promise<void> => {
  const stateOf = async (): Promise<string> => (await ask(`GET /api/runs/${runId}`))['state']
  await until('the run goes', async () => (await stateOf()) === 'running', 30_000)
  for (const victim of victims) {
    const pid = killers[victim]()
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    await sleep(200)
  }
}

/** All that a studio knows of a film, without what differs from one making to the next: ids and moments. */
const documentsOf = async (id: string): Promise<string> => {
  // the names of generations hold the project's id; how many there are is compared below
  const scrubbed = ({ generations: _, ...doc }: Record<string, unknown>) =>
    JSON.stringify(doc, null, 1)
      .replaceAll(/\b[0-9a-f]{24}\b|\b[0-9A-HJKMNP-TV-Z]{26}\b/g, 'ID')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'WHEN')
  const found: string[] = []
  for (const collection of ['scenes', 'scene-states', 'characters', 'locations', 'props', 'screenplays', 'story-bible', 'style-guides']) {
    const { docs } = await ask(`GET /api/${collection}?depth=0&limit=100&where[project][equals]=${id}`)
    found.push(collection, ...(docs as Record<string, unknown>[]).map(scrubbed).sort())
  }
  const { totalDocs } = await ask(`GET /api/generations?limit=1&depth=0&where[project][equals]=${id}`)
  return [...found, `${totalDocs} pictures, sounds and clips were made`].join('\n')
} // prettier-ignore

type Made = { film: string; documents: string; events: Record<string, number[]> }

/** Gather, qualify, shoot, edit, shoot again, assemble; `victims` die during each of the four runs. */
const makeFilm = async (slug: string, victims: readonly (readonly Victim[])[]): Promise<Made> => {
  const settings = { resolution: '360p' }
  const { doc } = await ask('POST /api/projects', { title: 'Lamp', slug, ...settings })
  const id: string = doc.id
  const form = new FormData()
  form.set('file', new Blob([`Title: Lamp\n\n${text}`]), 'lamp.fountain')
  await ask(`POST /api/projects/${id}/gather`, form)
  const events: Record<string, number[]> = {}
  const make = async (verb: string, body: unknown, turn: number): Promise<void> => {
    const began = Date.now()
    const { runId } = await ask(`POST /api/projects/${id}/${verb}`, body, `${verb}-${turn}`)
    if (victims[turn]) await killDuring(runId, victims[turn])
    const ended = async () => ['succeeded', 'failed'].includes((await ask(`GET /api/runs/${runId}`))['state'])
    const told = async () => `${verb} has ended: ${JSON.stringify(await ask(`GET /api/runs/${runId}`))}`
    await until(told, ended, 180_000)
    const run = await ask(`GET /api/runs/${runId}`)
    expect(run['state'], JSON.stringify(run['error'])).toBe('succeeded')
    const settled = async () => !String((await ask(`GET /api/projects/${id}?depth=0`))['status']).endsWith('ing')
    await until(`${verb} has moved the project on`, settled, 30_000)
    if (process.env['CREW_LOG']) console.log(slug, verb, Date.now() - began)
    const stream = eventsOf(await fetch(`${base}/api/runs/${runId}/events`))
    await stream.ended
    events[`${turn} ${verb}`] = stream.events.flatMap(({ id: seq }) => (seq === '' ? [] : [Number(seq)]))
  }
  await make('qualify', { countdownSeconds: 0, startAnyway: true }, 0)
  await make('generate', {}, 1)
  const { docs } = await ask(`GET /api/scenes?where[project][equals]=${id}&sort=sequenceNumber&depth=0`)
  await ask(`PATCH /api/scenes/${docs[0].id}`, { durationS: 6 })
  await make('generate', {}, 2)
  await make('assemble', {}, 3)
  const done = await ask(`GET /api/projects/${id}?depth=1`)
  const bytes = await (await fetch(`${base}${done['film'].url}`)).arrayBuffer()
  const film = createHash('sha256').update(Buffer.from(bytes)).digest('hex')
  return { film, documents: (await documentsOf(id)).replaceAll(slug, 'SLUG'), events }
}

describe('a film made over HTTP while web, worker and database are killed in turn', () => {
  it('is the same film, of the same documents, as an undisturbed one', async () => {
    const calm = await makeFilm('lamp-calm', [])
    const wild = await makeFilm('lamp-wild', [['web'], ['worker'], ['mongod'], ['worker', 'web']])
    expect(wild.film).toBe(calm.film)
    expect(wild.documents).toBe(calm.documents)
    for (const seqs of Object.values(wild.events)) expect(seqs).toEqual(seqs.map((_, i) => i + 1))
    const { docs } = await ask('GET /api/alerts?limit=50')
    const told = new Map((docs as { code: string; times: number }[]).map(({ code, times }) => [code, times]))
    expect(told.get('WEB_PART_ENDED')).toBe(2)
    expect(told.get('WORKER_ENDED')).toBe(2)
    expect(told.get('DATABASE_RESTARTED')).toBe(1)
  }, 500_000) // prettier-ignore
})
