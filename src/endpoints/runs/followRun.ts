import { followEvents } from '../events/followEvents'
import { lastRefused } from '../events/place'
import { stillMay } from '../events/stillMay'
import { route } from '../asked/route'
import { runOf } from './findRun'

/**
 * GET …/events: the run's own gapless events as server-sent ones, from the first or after Last-Event-ID, until the run
 * is over or whoever follows goes. `id` is the sequence number, `event` `step` or `run`; `cost` and `alert` come
 * between them without an id of their own.
 */
export const followRun = route({
  method: 'get',
  path: '/:id/events',
  tells: { says: 'Its events as they come (server-sent).', ok: 200, gives: 'text/event-stream', errors: [422] },
  handler: async (req) => {
    const { run, press } = await runOf(req)
    const { _id: id, project } = run ?? press
    const last = req.headers.get('last-event-id') ?? '0'
    if (!/^\d{1,15}$/.test(last)) throw lastRefused('it is no number')
    if (Number(last) > (run?.seq ?? 0)) throw lastRefused('the run has no such event')
    const seqs = new Map([[id, Number(last)]])
    return followEvents(req, {
      seqs,
      projects: new Set([project.toHexString()]),
      alertsSince: null,
      noticesOf: null,
      isMine: (alert) => alert.run === id,
      tellsReview: false,
      idLine: (runId) => (runId === '' ? '' : `id: ${String(seqs.get(runId) ?? 0)}\n`),
      endsWithRuns: true,
      stillMay: () => stillMay(req, [id]),
    })
  },
})
