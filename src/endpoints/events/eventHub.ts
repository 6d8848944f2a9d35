import type { Payload, PayloadRequest } from 'payload'
import type { StoredEvent } from '@/domain/run/runEvent'
import { watchStudio, type Said } from '@/stores/watchStudio'
import { inProcess } from '../asked/inProcess'
import { storesOf, type WebStores } from '../asked/stores'
import { toldEvent, type ToldEvent } from './toldEvent'

/** How a run stands: its newest seq, and whether nothing more comes of it. */
export type Standing = { seq: number; over: boolean }

/** One client of the studio's events. */
export type Follower = {
  runIds: readonly string[]
  /** The next event of a run, as it was committed. Never slow. */
  onEvent: (event: ToldEvent) => void
  /** A look at the database: what the client lacks of it, it reads itself. */
  onStanding: (runId: string, standing: Standing) => void
  onAlert: (id: string) => void
  onReview: (said: Said) => void
  onNotice: (person: string) => void
  onBilled: (projectId: string) => void
  /** Once in 15 s. */
  onBeat: () => void
  end: () => void
}

export type EventHub = {
  /** How many clients listen. */
  readonly size: number
  tell: (event: StoredEvent) => Promise<ToldEvent>
  standings: (runIds: readonly string[]) => Promise<Map<string, Standing>>
  /** Answers how to leave. After `close` a follower is ended at once. */
  follow: (follower: Follower) => () => void
  close: () => void
}

const lookMs = 1000
const beatMs = 15_000
/** The stream stays open so long after the last client left: browsers come back. */
const lingerMs = 5000
const over = ['succeeded', 'failed', 'cancelled']

/**
 * One change stream for all clients of this process, and one look a second at the runs that are followed, which finds
 * what the stream did not tell. Nothing is asked of the database while nobody listens.
 */
const openHub = (stores: WebStores): EventHub => {
  const followers = new Set<Follower>()
  const byRun = new Map<string, Set<Follower>>()
  let open: AbortController | null = null
  let closed = false
  let telling: Promise<unknown> = Promise.resolve()

  const tell = async (event: StoredEvent) => toldEvent(event, await stores.runs.loadPlan(event.runId))

  /** One after the other, so that every run's events stay in order; what could not be told, the next look finds. */
  const onEvent = (event: StoredEvent): void => {
    if (!byRun.has(event.runId)) return
    telling = telling
      .then(() => tell(event))
      .then((told) => byRun.get(event.runId)?.forEach((follower) => follower.onEvent(told)))
      .catch(() => undefined)
  }

  const standings = async (runIds: readonly string[]): Promise<Map<string, Standing>> => {
    const runs = await stores.runs.standings(runIds)
    const found = new Map(runs.map(({ _id, seq, state }) => [_id, { seq, over: over.includes(state) }]))
    const rest = runIds.filter((id) => !found.has(id))
    const given = rest.length === 0 ? [] : await stores.presses.givenUp(rest)
    for (const id of given) found.set(id, { seq: 0, over: true })
    return found
  }
  const look = async (): Promise<void> => {
    if (byRun.size === 0) return
    for (const [runId, standing] of await standings([...byRun.keys()]))
      byRun.get(runId)?.forEach((follower) => follower.onStanding(runId, standing))
  }

  const start = (): AbortController => {
    const ending = new AbortController()
    const each = (act: (follower: Follower) => void) => () => [...followers].forEach(act)
    const tryToLook = () => void look().catch(() => undefined) // the database is away: the next look
    watchStudio(stores.control, {
      onEvent,
      onAlert: (id) => followers.forEach((follower) => follower.onAlert(id)),
      onReview: (said) => followers.forEach((follower) => follower.onReview(said)),
      onNotice: (person) => followers.forEach((follower) => follower.onNotice(person)),
      onBilled: (projectId) => followers.forEach((follower) => follower.onBilled(projectId)),
      onOpen: tryToLook,
      signal: ending.signal,
    })
    const timers = [
      setInterval(tryToLook, lookMs),
      setInterval(
        each((follower) => follower.onBeat()),
        beatMs,
      ),
    ]
    for (const timer of timers) timer.unref()
    ending.signal.addEventListener('abort', () => timers.forEach((timer) => clearInterval(timer)))
    return ending
  }
  const stopWhenAlone = () => {
    if (followers.size > 0) return
    open?.abort()
    open = null
  }

  return {
    get size() {
      return followers.size
    },
    tell,
    standings,
    follow: (follower) => {
      if (closed) follower.end()
      else {
        followers.add(follower)
        for (const id of follower.runIds) byRun.set(id, (byRun.get(id) ?? new Set()).add(follower))
        open ??= start()
      }
      return () => {
        if (!followers.delete(follower)) return
        for (const id of follower.runIds) {
          byRun.get(id)?.delete(follower)
          if (byRun.get(id)?.size === 0) byRun.delete(id)
        }
        if (followers.size === 0) setTimeout(stopWhenAlone, closed ? 0 : lingerMs).unref()
      }
    },
    close: () => {
      closed = true
      for (const follower of [...followers]) follower.end()
      stopWhenAlone()
    },
  }
}

/** The hub of this process; one for each Payload. */
export const hubOf = (payload: Payload): EventHub => {
  const hub = hubs.get(payload) ?? openHub(storesOf({ payload } as PayloadRequest))
  hubs.set(payload, hub)
  return hub
}
const hubs = inProcess('hubs', () => new WeakMap<Payload, EventHub>())
