import { StudioError } from '@/domain/errors/StudioError'
import type { StoredEvent } from '@/domain/run/runEvent'
import type { RunPlan } from '@/domain/run/runPlan'
import { route } from '../asked/route'
import { runOf } from './runs'
import { storesOf, type WebStores } from '../asked/stores'

const lookMs = 250
const aliveMs = 15_000
const over = ['succeeded', 'failed', 'cancelled']

/**
 * GET …/events: the run's own gapless events as server-sent ones, from the first or after Last-Event-ID, until whoever
 * follows goes. `id` is the sequence number, `event` `step` or `run`.
 */
export const followRun = route({
  method: 'get',
  path: '/:id/events',
  tells: { says: 'Its events as they come (server-sent).', ok: 200, gives: 'text/event-stream', errors: [422] },
  handler: async (req) => {
    const { run, press } = await runOf(req)
    const id = run?._id ?? press?._id ?? ''
    const last = req.headers.get('last-event-id') ?? '0'
    if (!/^\d{1,15}$/.test(last)) throw lastRefused()
    const stores = storesOf(req)
    const ended = new AbortController()
    req.signal?.addEventListener('abort', () => ended.abort(), { once: true })
    const stream = new ReadableStream<Uint8Array>({
      start: (out) => void pour(stores, { id, after: Number(last), out, signal: ended.signal }),
      cancel: () => ended.abort(),
    })
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
    })
  },
})

type Pouring = { id: string; after: number; out: ReadableStreamDefaultController<Uint8Array>; signal: AbortSignal }

const pour = async (stores: WebStores, { id, after, out, signal }: Pouring): Promise<void> => {
  const text = new TextEncoder()
  const say = (words: string) => out.enqueue(text.encode(words))
  let seq = after
  let spokeAt = Date.now()
  try {
    say('retry: 2000\n\n')
    while (!signal.aborted) {
      const events = await stores.runs.eventsOf(id, seq)
      const plan = events.length > 0 ? await stores.runs.loadPlan(id) : null
      for (const event of events) say(told(event, plan))
      seq = events.at(-1)?.seq ?? seq
      if (events.length > 0) spokeAt = Date.now()
      if (events.length === 0 && (await isOver(stores, { id, seq }))) break
      if (Date.now() - spokeAt > aliveMs) {
        say(': still here\n\n')
        spokeAt = Date.now()
      }
      await new Promise((resolve) => setTimeout(resolve, events.length > 0 ? 0 : lookMs))
    }
    out.close()
  } catch (error) {
    if (!signal.aborted) out.error(error)
  }
}

/** Nothing more comes of a run that ended once its last event was told. */
const isOver = async ({ runs, presses }: WebStores, { id, seq }: { id: string; seq: number }): Promise<boolean> => {
  const run = await runs.find(id)
  if (run) return over.includes(run.state) && run.seq <= seq
  const press = await presses.find(id)
  return press === null || press.state === 'cancelled' || press.state === 'failed'
}

const told = ({ seq, at, runId, ...event }: StoredEvent & { _id?: unknown }, plan: RunPlan | null): string => {
  const { _id: _, ...rest } = event
  const step = 'node' in rest ? plan?.nodes[rest.node] : undefined
  const data = { runId, seq, at, ...rest, ...(step ? { step: step.step, says: step.says } : {}) }
  return `id: ${String(seq)}\nevent: ${step ? 'step' : 'run'}\ndata: ${JSON.stringify(data)}\n\n`
}

const lastRefused = () =>
  new StudioError({
    code: 'LAST_EVENT_REFUSED',
    what: 'The events cannot be followed.',
    why: 'Last-Event-ID is no number of an event.',
    fix: 'Send the id of the last event you had, or leave it out.',
    field: 'Last-Event-ID',
  })
