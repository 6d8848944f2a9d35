import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { queryOf, route } from '../asked/route'
import { findRun, runUnknown, type FoundRun } from '../runs/findRun'
import { followEvents } from './followEvents'
import { lastRefused, placeToken, readPlace, type Place } from './place'
import { stillMay } from './stillMay'

const queryShape = z.strictObject({
  runs: z
    .string()
    .regex(/^([0-9A-Z]{26}(,[0-9A-Z]{26}){0,49})?$/, { error: 'must be at most 50 run ids with commas between them' })
    .default(''),
})

/**
 * GET /api/events?runs=a,b: one stream for several runs and the alerts whoever asks may see; `review` tells of a comment or an approval that was written or changed. Each event carries its
 * runId and that run's own gapless seq; `id` is one token that resumes them all. It stays open until the client goes.
 */
export const followStudio = route({
  method: 'get',
  path: '/events',
  tells: {
    says: 'Events of several runs and the alerts, as one stream (server-sent).',
    query: queryShape,
    ok: 200,
    gives: 'text/event-stream',
    errors: [404],
  },
  handler: async (req) => {
    const asked = queryOf(req, queryShape).runs
    const runIds = [...new Set(asked === '' ? [] : asked.split(','))].sort()
    const found = await Promise.all(runIds.map((id) => visible(req, id)))
    const place = placeOf(req, found, runIds)
    const seqs = new Map(runIds.map((id, i) => [id, place?.seqs[i] ?? 0]))
    const token = placeToken(runIds)
    return followEvents(req, {
      seqs,
      projects: new Set(found.map(({ run, press }) => (run ?? press).project.toHexString())),
      alertsSince: place ? new Date(place.alertsAt) : null,
      isMine: () => true,
      tellsReview: true,
      noticesOf: String(req.user?.id),
      idLine: (_, alertsAt) => `id: ${token({ seqs: [...seqs.values()], alertsAt })}\n`,
      endsWithRuns: false,
      stillMay: () => stillMay(req, runIds),
    })
  },
})

const visible = async (req: PayloadRequest, id: string): Promise<FoundRun> => {
  const found = await findRun(req, id)
  if (!found) throw runUnknown(id)
  return found
}

const placeOf = ({ headers }: PayloadRequest, found: readonly FoundRun[], runIds: string[]): Place | null => {
  const last = headers.get('last-event-id')
  if (last === null) return null
  const place = readPlace(last, runIds)
  if (found.some(({ run }, i) => (place.seqs[i] ?? 0) > (run?.seq ?? 0))) throw lastRefused('a run has no such event')
  return place
}
