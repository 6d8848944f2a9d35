import { timingSafeEqual } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { personHas } from '@/access/hasRole'
import { StudioError } from '@/domain/errors/StudioError'
import { paidFigures } from '@/stores/paid/paidFigures'
import { studioFigures } from '@/stores/studioFigures'
import { inProcess } from '../asked/inProcess'
import { route } from '../asked/route'
import { storesOf, type WebStores } from '../asked/stores'
import { moneyGauges } from './moneyGauges'
import { hubOf } from '../events/eventHub'
import type { Answered } from './requests'

type Meters = { registry: Registry; answered: (one: Answered) => void; measure: (req: PayloadRequest) => Promise<void> }

const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

const openMeters = (): Meters => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'backlot_' })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `backlot_${name}`, help, labelNames, registers: [registry] })
  const requests = new Histogram({
    name: 'backlot_http_request_seconds',
    help: 'Requests this process answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  })
  const gauges = {
    up: gauge('mongo_up', 'Whether the database answered.'),
    clients: gauge('event_clients', 'Streams of events this process has open.'),
    runs: gauge('runs', 'Runs by state.', ['state']),
    inFlight: gauge('steps_in_flight', 'Steps some worker is doing.'),
    outbox: gauge('outbox_rows', 'Rows of the outbox that are due, or failed for good.', ['state']),
    oldest: gauge('outbox_oldest_seconds', 'Age of the oldest row that is due.'),
    slots: gauge('slots_used', 'Places taken, by pool.', ['pool']),
    workers: gauge('workers', 'Workers that said in the last 15 s that they are there.'),
    steps: gauge('worker_steps_total', 'Ended takes of steps since the worker began, by step and outcome.', ['worker', 'step', 'outcome']),
    seconds: gauge('worker_step_seconds_sum', 'Seconds these took together.', ['worker', 'step', 'outcome']),
    memory: gauge('worker_memory_bytes', 'Resident memory of a worker.', ['worker']),
  } // prettier-ignore

  const money = moneyGauges(gauge)

  const measureStudio = async ({ control, presence }: WebStores): Promise<void> => {
    const [figures, paid, workers] = await Promise.all([studioFigures(control), paidFigures(control), presence.here()])
    money.measure(paid, workers)
    for (const { state, count } of figures.runs) gauges.runs.set({ state }, count)
    gauges.inFlight.set(figures.stepsInFlight)
    gauges.outbox.set({ state: 'open' }, figures.outbox.open)
    gauges.outbox.set({ state: 'failed' }, figures.outbox.failed)
    gauges.oldest.set(figures.outbox.oldestSeconds)
    for (const { pool, used } of figures.slots) gauges.slots.set({ pool }, used)
    gauges.workers.set(workers.length)
    for (const { _id: worker, figures: did } of workers) {
      gauges.memory.set({ worker }, did?.memoryBytes ?? 0)
      for (const { step, outcome, count, seconds } of did?.steps ?? []) {
        gauges.steps.set({ worker, step, outcome }, count)
        gauges.seconds.set({ worker, step, outcome }, seconds)
      }
    }
  }
  return {
    registry,
    answered: ({ method, route: name, status, seconds }) =>
      requests.observe({ method, route: name, status: String(status) }, seconds),
    measure: async (req) => {
      // what is not there any more must not stand with its last value
      for (const gone of [gauges.slots, gauges.steps, gauges.seconds, gauges.memory]) gone.reset()
      gauges.clients.set(hubOf(req.payload).size)
      const up = await measureStudio(storesOf(req)).then(
        () => true,
        () => false,
      )
      gauges.up.set(up ? 1 : 0)
    },
  }
}

/** The meters of this process; one set for each Payload. */
export const metersOf = (payload: Payload): Meters => {
  const known = all.get(payload) ?? openMeters()
  all.set(payload, known)
  return known
}
const all = inProcess('meters', () => new WeakMap<Payload, Meters>())

/** GET /api/metrics: for producers, and for whoever sends METRICS_TOKEN as a bearer token. */
export const metrics = route({
  method: 'get',
  path: '/metrics',
  tells: {
    says: 'Figures for Prometheus; for producers, or with METRICS_TOKEN as a bearer token.',
    ok: 200,
    gives: 'text/plain',
    errors: [401, 403],
  },
  open: true,
  handler: async (req) => {
    if (!hasToken(req) && !personHas(req.user, [])) throw refused(Boolean(req.user))
    const meters = metersOf(req.payload)
    await meters.measure(req)
    return new Response(await meters.registry.metrics(), { headers: { 'Content-Type': meters.registry.contentType } })
  },
})

const hasToken = ({ headers, payload }: PayloadRequest): boolean => {
  const wanted: unknown = payload.config.custom['metricsToken']
  const given = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (typeof wanted !== 'string' || given === undefined) return false
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const refused = (signedIn: boolean): StudioError =>
  new StudioError({
    code: signedIn ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN',
    what: 'The figures of the studio were not told.',
    why: 'They are for producers and for who has METRICS_TOKEN.',
    fix: 'Sign in as a producer, or send METRICS_TOKEN as a bearer token.',
  })
