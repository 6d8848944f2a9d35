import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { projectStatus, type ProjectStatus } from '@/domain/project/projectStatus'
import { workingStatus } from '@/domain/project/workingStatus'
import type { RunKind } from '@/domain/run/runPlan'
import type { PressOptions, Press } from '@/stores/press'
import type { AskedProject } from '../asked/projectOf'
import { storesOf } from '../asked/stores'
import { tracesOf } from '../asked/tracesOf'
import { refuseActs } from '../projects/refuseWhileBusy'

/** `options`: what the run shall carry. */
type Wish = { kind: RunKind; countdownMs: number; body: unknown; options?: PressOptions }

/** Records the press; a worker plans the run when its time has come. The same Idempotency-Key answers the same run. */
export const press = async (
  req: PayloadRequest,
  project: AskedProject,
  { kind, countdownMs, body, options = {} }: Wish,
): Promise<Press> => {
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
  await refuseActs(req, project.id)
  const from = new Date()
  const made = await presses.add({
    projectId: project.id,
    slug: project.slug,
    kind,
    countdownMs,
    by,
    bodyHash,
    key: named,
    options,
  })
  tracesOf(req.payload)?.tell({
    name: `press ${kind}`,
    is: 'asked',
    runId: made._id,
    from,
    to: new Date(),
    facts: { kind, project: project.id },
  })
  return made
}

/** Fails: RUN_IS_OPEN, STATUS_MOVE_REFUSED. */
export const refuseBusy = async (
  req: PayloadRequest,
  { id, status, archived }: AskedProject,
  kind: RunKind,
): Promise<void> => {
  const to = workingStatus[kind]
  if (kind !== 'export' && archived) throw putAway()
  if (to === null) return // it changes nothing and may go on beside whatever runs
  const open = await storesOf(req).runs.openOf(id)
  const [running] = open.filter((run) => run.state !== 'failed' && workingStatus[run.kind] !== null)
  if (running)
    throw new StudioError({
      code: 'RUN_IS_OPEN',
      what: 'The button does nothing now.',
      why: `Run ${running._id} (${running.kind}) of this project is under way.`,
      fix: 'Wait until it has ended, or cancel it.',
    })
  projectStatus.move(await settled(req, { id, status }), to)
}

const working: ReadonlySet<string | null> = new Set(Object.values(workingStatus))
const settleMs = { limit: 5000, look: 100 }

/** The status a worker moves a project to when its run has ended, which whoever follows the run may be quicker than. */
const settled = async (req: PayloadRequest, { id, status }: Pick<AskedProject, 'id' | 'status'>): Promise<ProjectStatus> => {
  const until = Date.now() + settleMs.limit
  let now = status
  while (working.has(now) && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, settleMs.look))
    now = (await req.payload.findByID({ collection: 'projects', id, depth: 0, select: { status: true }, req })).status
  }
  return now
} // prettier-ignore

const putAway = () =>
  new StudioError({
    code: 'PROJECT_ARCHIVED',
    what: 'The button does nothing now.',
    why: 'The project is archived.',
    fix: 'Take it out again: POST …/unarchive.',
  })

const keyRefused = () =>
  new StudioError({
    code: 'IDEMPOTENCY_KEY_REFUSED',
    what: 'The request was not carried out.',
    why: 'Its Idempotency-Key is empty, longer than 200 characters or holds others than visible ASCII.',
    fix: 'Send a short key of letters and digits.',
  })
