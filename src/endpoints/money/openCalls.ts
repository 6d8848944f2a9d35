import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { staff } from '@/access/roles'
import { visibleProjects } from '@/access/visibleProjects'
import { generationStatus } from '@/domain/generation/generationStatus'
import { isQuiet } from '@/domain/generation/waitUntil'
import type { OpenCall } from '@/stores/openCallsStore'
import { answer, queryOf, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { namesOf } from '../tidings/namesOf'

const query = z.strictObject({
  project: z
    .string()
    .regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a project' })
    .optional(),
})
const callShape = z.object({
  id: z.string(),
  project: z.object({ id: z.string(), title: z.string() }),
  scene: z.object({ id: z.string(), name: z.string() }).nullable(),
  what: z.string(),
  provider: z.string(),
  model: z.string(),
  take: z.number().int(),
  state: z.enum(generationStatus.names),
  priceNanodollars: z.number().int(),
  billedNanodollars: z.number().int(),
  sentAt: moment,
  updatedAt: moment,
  evidence: z.array(z.string()),
  /** Nobody is asked before. */
  quietUntil: moment.nullable(),
  decisions: z.array(z.object({ action: z.string(), by: z.string(), reason: z.string(), at: moment })),
})

const closedMs = 7 * 86_400_000

/**
 * GET /api/generations/open: calls that were possibly charged and whose end nobody knows, of the projects whoever asks
 * may see; and those of the last week that closed, by evidence or by a person's word.
 */
export const openCalls = route({
  method: 'get',
  path: '/open',
  only: staff,
  tells: {
    says: 'Calls that may have been charged and whose end is not known, and those that closed in the last week.',
    query,
    ok: 200,
    gives: z.object({ open: z.array(callShape), closed: z.array(callShape) }),
    errors: [403],
  },
  handler: async (req) => {
    const { project } = queryOf(req, query)
    const projects = await within(req, project)
    const { openCalls: calls } = storesOf(req)
    const [open, closed] = await Promise.all([
      calls.open(projects),
      calls.closed(projects, new Date(Date.now() - closedMs)),
    ])
    const names = await namesOf(req, [...open, ...closed].flatMap(pointersOf))
    return answer({ open: open.map((one) => shown(one, names)), closed: closed.map((one) => shown(one, names)) })
  },
})

/** The projects asked for, as far as they may be seen; null: all there are. */
const within = async (req: PayloadRequest, project: string | undefined): Promise<string[] | null> => {
  const seen = await visibleProjects(req)
  if (project === undefined) return seen
  return seen === null || seen.includes(project) ? [project] : []
}

const pointersOf = ({ project, scene }: OpenCall): string[] => [
  `projects ${project.toHexString()}`,
  ...(scene ? [`scenes ${scene.toHexString()}`] : []),
]

const shown = (call: OpenCall, names: ReadonlyMap<string, string>): z.input<typeof callShape> => {
  const { _id: id, project, scene, what, provider, model, take, state, priceNanodollars, billedNanodollars } = call
  const nameOf = (collection: string, of: string) => names.get(`${collection} ${of}`) ?? of
  return {
    id,
    project: { id: project.toHexString(), title: nameOf('projects', project.toHexString()) },
    scene: scene && { id: scene.toHexString(), name: nameOf('scenes', scene.toHexString()) },
    what,
    provider,
    model,
    take,
    state,
    priceNanodollars,
    billedNanodollars,
    sentAt: (call.submittedAt ?? call.createdAt).toISOString(),
    updatedAt: call.updatedAt.toISOString(),
    quietUntil: isQuiet(call, new Date()) ? (call.quietUntil?.toISOString() ?? null) : null,
    evidence: call.evidence,
    decisions: call.decisions.map(({ action, by, reason, at }) => ({ action, by, reason, at: at.toISOString() })),
  }
}
