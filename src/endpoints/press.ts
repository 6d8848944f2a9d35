import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import { projectStatus } from '@/domain/project/projectStatus'
import type { RunKind } from '@/domain/run/runPlan'
import { freeQuote } from '@/domain/money/freeQuote'
import type { Press } from '@/stores/press'
import { answer, bodyOf, route } from './asked'
import { projectOf, type AskedProject } from './projectOf'
import { readinessNow } from './readiness'
import { storesOf } from './stores'

const accept = z.strictObject({ hash: z.string(), nanodollars: z.number().int().min(0) })
export const qualifyShape = z.strictObject({
  countdownSeconds: z.number().int().min(0).max(10).default(10),
  startAnyway: z.boolean().default(false),
  accept: accept.optional(),
})
export const generateShape = z.strictObject({
  until: z.literal('clips', { error: 'previs costs nothing and runs through: must be clips' }).optional(),
  models: z.literal('previs', { error: 'must be previs' }).optional(),
  accept: accept.optional(),
})
export const assembleShape = z.strictObject({
  fill: z.literal('previs', { error: 'must be previs: a scene without a clip gets an animatic' }).optional(),
})
export const holdShape = z.strictObject({ form: z.string().regex(/^[\w-]{1,80}$/) })

type Wish = { kind: RunKind; countdownMs: number; body: unknown }

/** Records the press; a worker plans the run when its time has come. The same Idempotency-Key answers the same run. */
const press = async (req: PayloadRequest, project: AskedProject, { kind, countdownMs, body }: Wish): Promise<Press> => {
  const key = req.headers.get('idempotency-key')
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) throw keyRefused()
  const { presses } = storesOf(req)
  const by = req.user && 'email' in req.user ? req.user.email : ''
  const named = key === null ? null : `${kind}:${by}:${key}`
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([kind, body]))
    .digest('hex')
  const again = named === null ? null : await presses.byKey(project.id, { key: named, bodyHash })
  if (again) return again
  await refuseBusy(req, project, kind)
  return presses.add({ projectId: project.id, slug: project.slug, kind, countdownMs, by, bodyHash, key: named })
}

const working: Record<RunKind, ProjectStatus> = {
  qualify: 'qualifying',
  generate: 'generating',
  assemble: 'assembling',
}

const refuseBusy = async (req: PayloadRequest, { id, status }: AskedProject, kind: RunKind): Promise<void> => {
  const [running] = (await storesOf(req).runs.openOf(id)).filter(({ state }) => state !== 'failed')
  if (running)
    throw new StudioError({
      code: 'RUN_IS_OPEN',
      what: 'The button does nothing now.',
      why: `Run ${running._id} (${running.kind}) of this project is under way.`,
      fix: 'Wait until it has ended, or cancel it.',
    })
  projectStatus.move(status, working[kind])
}

/** POST …/qualify: the countdown begins. Fails: NOT_READY, RUN_IS_OPEN, COUNTDOWN_RUNS, IDEMPOTENCY_CONFLICT. */
export const qualify = route({
  method: 'post',
  path: '/:id/qualify',
  handler: async (req) => {
    const project = await projectOf(req)
    const body = await bodyOf(req, qualifyShape)
    const { overallReady, departments, threshold } = await readinessNow(req, project)
    if (!overallReady && !body.startAnyway) throw notReady(departments.filter(({ ready }) => !ready), threshold)
    const made = await press(req, project, { kind: 'qualify', countdownMs: body.countdownSeconds * 1000, body })
    return answer({ runId: made._id, startsAt: made.startsAt, quote: freeQuote('qualify', new Date().toISOString()) }, 202)
  },
}) // prettier-ignore

const starts = (kind: 'generate' | 'assemble', shape: z.ZodType) =>
  route({
    method: 'post',
    path: `/:id/${kind}`,
    handler: async (req) => {
      const project = await projectOf(req)
      const body = await bodyOf(req, shape)
      const made = await press(req, project, { kind, countdownMs: 0, body })
      return answer({ runId: made._id, quote: freeQuote(kind, new Date().toISOString()) }, 202)
    },
  })
export const generate = starts('generate', generateShape)
export const assemble = starts('assemble', assembleShape)

/** Ends the countdown now: gather is locked before this answers. */
export const continueQualify = route({
  method: 'post',
  path: '/:id/qualify/continue',
  handler: async (req) => {
    const made = await storesOf(req).presses.continueNow((await projectOf(req)).id)
    if (!made) throw noCountdown()
    return answer({ runId: made._id, startsAt: made.startsAt }, 202)
  },
})

export const cancelQualify = route({
  method: 'post',
  path: '/:id/qualify/cancel',
  handler: async (req) => {
    const made = await storesOf(req).presses.cancel((await projectOf(req)).id)
    if (!made) throw noCountdown()
    return answer({ runId: made._id, state: 'cancelled' })
  },
})

const holdMs = 15_000

/** A form with unsaved edits holds the countdown for 15 s; it renews this while it is open. */
export const holdQualify = route({
  method: 'post',
  path: '/:id/qualify/hold',
  handler: async (req) => {
    const project = await projectOf(req)
    const { form } = await bodyOf(req, holdShape)
    const heldUntil = await storesOf(req).presses.hold(project.id, form, holdMs)
    if (!heldUntil) throw noCountdown()
    return answer({ heldUntil })
  },
})

/** Gather is open again; what was made stays. */
export const reopenGather = route({
  method: 'post',
  path: '/:id/gather/reopen',
  handler: async (req) => {
    const project = await projectOf(req)
    await refuseBusy(req, { ...project, status: 'gathering' }, 'qualify')
    if (project.status !== 'gathering') projectStatus.move(project.status, 'gathering')
    await storesOf(req).gather.reopen(project.slug)
    await req.payload.update({ collection: 'projects', id: project.id, data: { status: 'gathering' }, overrideAccess: true, req })
    return answer({ stale: {} })
  },
}) // prettier-ignore

const noCountdown = () =>
  new StudioError({
    code: 'NO_COUNTDOWN',
    what: 'There is no countdown.',
    why: 'None was started, or it is over.',
    fix: 'Look at the project’s runs, or press the button again.',
  })
const keyRefused = () =>
  new StudioError({
    code: 'IDEMPOTENCY_KEY_REFUSED',
    what: 'The request was not carried out.',
    why: 'Its Idempotency-Key is empty, longer than 200 characters or holds others than visible ASCII.',
    fix: 'Send a short key of letters and digits.',
  })
const notReady = (lacking: { name: string; score: number; missing: { what: string }[] }[], threshold: number) =>
  new StudioError({
    code: 'NOT_READY',
    what: 'The project is not ready to be qualified.',
    why: lacking.map(({ name, score, missing }) => `${name} has ${String(score)} of ${String(threshold)} points (${missing[0]?.what ?? ''})`).join(' '), // prettier-ignore
    fix: 'Gather what is missing (GET …/readiness lists it), or send startAnyway: true.',
  })
