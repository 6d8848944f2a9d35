import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { oneOffKinds } from '@/domain/oneOff/oneOff'
import { runStatus } from '@/domain/run/runStatus'
import { runView } from '@/domain/run/runView'
import { enqueue } from '@/queue/enqueue'
import { cancelRun, resumeRun } from '@/queue/jobs'
import type { Press } from '@/stores/press'
import { answer, bodyOf, route } from '../asked/route'
import { moment, runKindShape, storyShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { handedFiles, handedShape } from '../film/handed'
import { capShape } from '../press/capShape'
import { changeCap } from './changeCap'
import { runOf } from './findRun'

const pressed = ({ _id, kind, project, state, startsAt, error, options }: Press) => ({
  id: _id,
  kind,
  project: project.toHexString(),
  state: state === 'starting' || state === 'planned' ? 'pending' : state,
  startsAt,
  progress: { done: 0, total: 0, percent: 0, etaS: null },
  steps: [],
  notices: [],
  error,
  startedAt: null,
  endedAt: null,
  seq: 0,
  title: '',
  scenes: [],
  ...(options?.oneOff ? { oneOff: options.oneOff } : {}),
})

const when = moment.nullable()
const stepShape = z.object({
  id: z.string(),
  says: z.string(),
  state: z.enum(['pending', 'ready', 'running', 'waiting', 'succeeded', 'failed', 'cancelled', 'dead']),
  attempts: z.number().int(),
  startedAt: when,
  endedAt: when,
  error: storyShape.nullable(),
  needs: z.array(z.number().int()),
  scene: z.string().nullable(),
  worker: z.string().nullable(),
  againAt: when,
})
const progressShape = z.object({
  done: z.number().int(),
  total: z.number().int(),
  percent: z.number().int().min(0).max(100),
  etaS: z.number().nullable(),
})
const oneOffShape = z.object({
  kind: z.enum(oneOffKinds),
  prompt: z.string(),
  model: z.string(),
  reference: z.string().nullable(),
  seconds: z.number().nullable(),
  larger: z.object({ factor: z.int(), width: z.int(), height: z.int() }).optional(),
  take: z.int(),
})
const runShape = z.object({
  id: z.string(),
  kind: runKindShape,
  project: z.string(),
  state: z.enum(runStatus.names),
  startsAt: moment.optional(),
  progress: progressShape,
  steps: z.array(stepShape),
  notices: z.array(z.string()),
  error: storyShape.nullable(),
  startedAt: when,
  endedAt: when,
  /** Up to here its events are in this answer. */
  seq: z.number().int(),
  /** Of its project. */
  title: z.string(),
  /** Clip names of the scenes its steps work on. */
  scenes: z.array(z.object({ id: z.string(), clip: z.string() })),
  /** Of a hand-off, or of one picture or clip, that is ready. */
  files: z.array(handedShape).optional(),
  /** What is made outside of the scenes. */
  oneOff: oneOffShape.optional(),
})

export const showRun = route({
  method: 'get',
  path: '/:id',
  tells: { says: 'How far a run is.', ok: 200, gives: runShape },
  handler: async (req) => {
    const { run, press } = await runOf(req)
    const title = await titleOf(req, (run ?? press).project.toHexString())
    if (press) return answer({ ...pressed(press), title })
    const { runs, steps, handed, scenes } = storesOf(req)
    const [state, list] = await Promise.all([runs.loadState(run._id), steps.of(run._id)])
    const filmed = [...new Set(state.plan.nodes.flatMap(({ input }) => input['scene'] ?? []))]
    const { _id: id, kind, state: stage, notices, error, startedAt, endedAt } = run
    const told = { id, kind, project: run.project.toHexString(), state: stage, notices, error, startedAt, endedAt }
    const view = {
      ...runView(told, { state, steps: list, now: new Date() }),
      title,
      scenes: await scenes.named(filmed),
    }
    if (kind !== 'export' && kind !== 'oneOff') return answer(view)
    const { oneOff } = run.options
    return answer({ ...view, files: handedFiles(await handed.filesOf(id)), ...(oneOff ? { oneOff } : {}) })
  },
})

const titleOf = async (req: PayloadRequest, id: string): Promise<string> =>
  (await req.payload.findByID({ collection: 'projects', id, depth: 0, select: { title: true }, req })).title

const saysOf = {
  cancel: 'Cancels it once the work in flight has landed.',
  resume: 'Goes on at the failed step. `cap`: what the run may cost from now on, where it has a cap.',
  retry: 'The same as resume.',
}

const resumeShape = z.strictObject({ cap: capShape.optional() })

const recap = async (req: PayloadRequest, runId: string): Promise<void> => {
  const { cap } = await bodyOf(req, resumeShape)
  if (cap !== undefined) await changeCap(req, { runId, cap })
}

/** POST …/cancel, …/resume, …/retry: the wish is recorded; a worker carries it out. Fails: CAP_REFUSED. */
const steers = (verb: 'cancel' | 'resume' | 'retry') =>
  route({
    method: 'post',
    path: `/:id/${verb}`,
    tells: {
      says: saysOf[verb],
      ...(verb === 'cancel' ? {} : { body: resumeShape }),
      ok: 202,
      gives: z.object({ runId: z.string() }),
      errors: [403],
    },
    handler: async (req) => {
      const { run, press } = await runOf(req)
      if (verb !== 'cancel') await recap(req, (run ?? press)._id)
      if (press && verb === 'cancel')
        await storesOf(req).presses.cancel(press.project.toHexString(), { runId: press._id })
      if (run) await enqueue(verb === 'cancel' ? cancelRun : resumeRun, { runId: run._id }, { req })
      return answer({ runId: (run ?? press)._id }, 202)
    },
  })
export const steerRun = [steers('cancel'), steers('resume'), steers('retry')]
