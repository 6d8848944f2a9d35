import type { PayloadRequest } from 'payload'
import { storesOf } from '../asked/stores'
import { alertsSeen, type SeenAlert } from './alertsSeen'
import { hubOf, type Standing } from './eventHub'
import { outlet } from './outlet'
import { reviewSeen } from './reviewSeen'
import { unreadOf } from './unreadOf'
import { said, type ToldEvent } from './toldEvent'

export type Following = {
  /** What is followed, with the seq up to which it was told. */
  seqs: Map<string, number>
  /** Of these runs; their bills are told. */
  projects: ReadonlySet<string>
  /** Alerts from this moment on, those a person has not dismissed when null. */
  alertsSince: Date | null
  /** Which alerts belong here. */
  isMine: (alert: SeenAlert) => boolean
  /** Whether what is said about films is told, too. */
  tellsReview: boolean
  /** Whose notifications are counted; null: nobody's. */
  noticesOf: string | null
  /** The `id:` line of what was told last. */
  idLine: (runId: string, alertsAt: number) => string
  /** Whether the stream ends with its runs. */
  endsWithRuns: boolean
  /** Whether whoever follows still may; asked once a minute. */
  stillMay: () => Promise<boolean>
}

const pageSize = 200
const beatsPerCheck = 4

/**
 * Follows runs: first what the client lacks, read from the database at the pace it takes it, then each event as it is
 * committed. Every run's events come gapless and once.
 */
export const followEvents = (req: PayloadRequest, following: Following): Response => {
  const { seqs, idLine } = following
  const stores = storesOf(req)
  const hub = hubOf(req.payload)
  const lacking = new Set<string>(seqs.keys())
  const standing = new Map<string, Standing>()
  let leave: () => void = () => undefined
  let pumping = false
  let alertsAt = following.alertsSince?.getTime() ?? Date.now()
  let beats = 0
  const out = outlet(() => leave())

  const tellEvent = ({ runId, seq, text }: ToldEvent): void => {
    seqs.set(runId, seq)
    out.write(idLine(runId, alertsAt) + text)
  }
  const tellAlerts = (alerts: SeenAlert[]): void => {
    for (const alert of alerts.filter(following.isMine)) {
      alertsAt = Math.max(alertsAt, Date.parse(alert.updatedAt))
      out.write(idLine('', alertsAt) + said('alert', alert))
    }
  }
  const tellCost = async (project: string): Promise<void> => {
    const { nanodollars } = await stores.generations.spent(project)
    out.write(said('cost', { project, nanodollars }))
  }
  const tellUnread = async (): Promise<void> => {
    out.write(said('notice', { unread: await unreadOf(req) }))
  }
  /** What is lacking of one run, page by page. */
  const catchUp = async (runId: string): Promise<void> => {
    for (;;) {
      const page = await stores.runs.eventsOf(runId, seqs.get(runId) ?? 0, pageSize)
      for (const event of page) {
        if (!(await out.room())) return
        tellEvent(await hub.tell(event))
      }
      if (page.length < pageSize) return
    }
  }
  const isOver = (runId: string): boolean => {
    const known = standing.get(runId)
    return known?.over === true && (seqs.get(runId) ?? 0) >= known.seq
  }
  const endWhenOver = (): void => {
    if (!following.endsWithRuns || lacking.size > 0 || ![...seqs.keys()].every(isOver)) return
    out.write(`retry: ${String(60_000)}\n\n`) // nothing more comes: a browser need not ask soon
    out.end()
  }
  const pump = async (): Promise<void> => {
    if (pumping) return
    pumping = true
    try {
      for (const runId of lacking) {
        if (!out.isOpen()) return
        lacking.delete(runId)
        await catchUp(runId)
      }
      endWhenOver()
    } catch {
      // the database is away: the next look calls again
    } finally {
      pumping = false
    }
  }
  const lacks = (runId: string): void => {
    lacking.add(runId)
    void pump()
  }
  const checkRight = async (): Promise<void> => {
    if (!(await following.stillMay())) out.end()
  }

  const begin = async (): Promise<void> => {
    out.write('retry: 2000\n\n')
    for (const [runId, known] of await hub.standings([...seqs.keys()])) standing.set(runId, known)
    for (const project of following.projects) await tellCost(project)
    if (following.noticesOf !== null) await tellUnread()
    tellAlerts(await alertsSeen(req, following.alertsSince))
    await pump()
  }
  leave = hub.follow({
    runIds: [...seqs.keys()],
    onEvent: (event) => {
      const isNext = event.seq === (seqs.get(event.runId) ?? 0) + 1
      if (isNext && !pumping && lacking.size === 0 && out.hasRoom()) tellEvent(event)
      else if (event.seq > (seqs.get(event.runId) ?? 0)) lacks(event.runId)
    },
    onStanding: (runId, known) => {
      standing.set(runId, known)
      if (known.seq > (seqs.get(runId) ?? 0) || lacking.size > 0) lacks(runId)
      else endWhenOver()
    },
    onAlert: (id) => void alertsSeen(req, id).then(tellAlerts, () => undefined),
    onReview: (one) => {
      if (following.tellsReview)
        void reviewSeen(req, one).then(
          (seen) => seen && out.write(said('review', seen)),
          () => undefined,
        )
    },
    onNotice: (person) => void (person === following.noticesOf ? tellUnread().catch(() => undefined) : undefined),
    onBilled: (project) =>
      void (following.projects.has(project) ? tellCost(project).catch(() => undefined) : undefined),
    onBeat: () => {
      if (out.hasRoom()) out.write(': still here\n\n')
      beats++
      if (beats % beatsPerCheck === 0) void checkRight().catch(() => undefined)
    },
    end: out.end,
  })
  req.signal?.addEventListener('abort', out.end, { once: true })
  void begin().catch(() => undefined) // the next look goes on
  return new Response(out.body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
