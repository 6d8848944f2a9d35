import { setMaxListeners } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCdn, type Cdn } from '../media/openCdn'
import { openPlan, type OpenPlan } from '../plan/openPlan'
import type { PlanGiven } from '../plan/planShape'
import { openLedger, type Ledger } from './ledger'

/** One HTTP request as it was seen at the wire. `status` null: the connection was cut without an answer. */
export type SeenRequest = {
  n: number
  at: string
  method: string
  path: string
  query: string
  bytes: number
  bodyHash: string
  status: number | null
}

/** What all emulated providers share: time, the plan of the day, the ledger, the files. */
export type World = {
  /** Where this process listens, without a slash at its end; set before the first request. */
  origin: string
  folder: string
  plan: OpenPlan
  ledger: Ledger
  cdn: Cdn
  /** Bytes of a shape: made anew from what was asked, or, with stock media, once for each shape. */
  bytesOf: (shape: unknown, make: () => Promise<Buffer>) => Promise<Buffer>
  requests: SeenRequest[]
  signal: AbortSignal
  now: () => Date
  /** Moves the clock that ages files, results and bills; nothing waits for it. */
  advance: (seconds: number) => void
  /** Waits so long as the provider would take, divided by `speed`. False when everything is closed meanwhile. */
  takes: (providerSeconds: number) => Promise<boolean>
  /** Waits real milliseconds. */
  sleep: (ms: number) => Promise<boolean>
  close: () => Promise<void>
}

export type WorldSettings = {
  plan?: PlanGiven
  speed?: number
  /** Everything of one size and length is the same file: for measurements, where drawing would take the processor. */
  stockMedia?: boolean
}

export const openWorld = async ({ plan, speed = 100, stockMedia = false }: WorldSettings): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'emulators-'))
  const ended = new AbortController()
  setMaxListeners(0, ended.signal) // one for everything that is under way
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const sleep = (ms: number) => sleepUntil(ms, ended.signal)
  const world: World = {
    origin: '',
    folder,
    plan: openPlan(plan),
    ledger: openLedger(now),
    cdn: openCdn({ folder, now, origin: () => world.origin }),
    bytesOf: stockMedia ? openStock() : (_, make) => make(),
    requests: [],
    signal: ended.signal,
    now,
    advance: (seconds) => (ahead += seconds * 1000),
    takes: (providerSeconds) => sleep((providerSeconds * 1000) / speed),
    sleep,
    close: async () => {
      ended.abort()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
  return world
}

const openStock = (): World['bytesOf'] => {
  const made = new Map<string, Promise<Buffer>>()
  return (shape, make) => {
    const key = JSON.stringify(shape)
    const bytes = made.get(key) ?? make()
    made.set(key, bytes)
    bytes.catch(() => made.delete(key))
    return bytes
  }
}

const sleepUntil = (ms: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((done) => {
    if (signal.aborted) {
      done(false)
      return
    }
    const over = (awake: boolean) => () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      done(awake)
    }
    const stop = over(false)
    const timer = setTimeout(over(true), ms)
    signal.addEventListener('abort', stop, { once: true })
  })
