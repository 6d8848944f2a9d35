import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { projectSlugSchema } from '@/domain/project/projectSlug'
import { sessionOf } from '@/stores/sessionOf'
import { actsStore, type ProjectAct } from '@/stores/life/actsStore'
import { projectOf, type AskedProject } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { refuseWhileBusy } from './refuseWhileBusy'

const copyShape = z.strictObject({ title: z.string().trim().min(1).max(200), slug: projectSlugSchema })
type CopyWish = z.infer<typeof copyShape>

const says = {
  duplicate: 'Copies the whole project; its files are shared.',
  episode: 'Begins a further episode with the cast, places, things, bible, look and prompts.',
}

/** The new project is there at once and empty; a worker fills it. GET /api/acts/:id says how far it is. */
const copies = (kind: 'duplicate' | 'episode') =>
  route({
    method: 'post',
    path: `/:id/${kind}`,
    tells: {
      says: says[kind],
      body: copyShape,
      ok: 202,
      gives: z.object({ actId: z.string(), project: z.object({ id: z.string(), slug: z.string() }) }),
      errors: [409],
    },
    handler: async (req) => {
      const project = await projectOf(req)
      const wish = await bodyOf(req, copyShape)
      await refuseWhileBusy(req, project)
      await refuseTaken(req, wish.slug)
      const { _id: actId, target } = await begin(req, { kind, project, wish })
      return answer({ actId, project: target }, 202)
    },
  })
export const duplicate = copies('duplicate')
export const episode = copies('episode')

type Beginning = { kind: 'duplicate' | 'episode'; project: AskedProject; wish: CopyWish }

/** The new project, the wish and its job are there together or not at all. */
const begin = async (req: PayloadRequest, { kind, project, wish }: Beginning): Promise<ProjectAct> => {
  const { payload } = req
  const { control, outbox } = storesOf(req)
  const of = await payload.findByID({ collection: 'projects', id: project.id, depth: 0, overrideAccess: false, req })
  await initTransaction(req)
  try {
    const { logline, settings } = of
    const made = await payload.create({
      collection: 'projects',
      data: { ...wish, status: 'gathering', settings, ...(kind === 'duplicate' ? { logline } : {}) },
      overrideAccess: false,
      req,
    })
    if (kind === 'episode')
      await payload.db.updateOne({ collection: 'projects', id: made.id, data: { episodeOf: project.id }, req })
    const by = req.user && 'email' in req.user ? req.user.email : ''
    const target = { id: made.id, slug: wish.slug }
    const act = await actsStore(control, outbox).add(
      { kind, projectId: project.id, slug: project.slug, target, by },
      await sessionOf(req),
    )
    await commitTransaction(req)
    return act
  } catch (error) {
    await killTransaction(req)
    throw error
  }
} // prettier-ignore

const refuseTaken = async ({ payload }: PayloadRequest, slug: string): Promise<void> => {
  const { totalDocs } = await payload.count({ collection: 'projects', where: { slug: { equals: slug } } })
  if (totalDocs > 0)
    throw new StudioError({
      code: 'SLUG_TAKEN',
      what: `The slug “${slug}” belongs to another film.`,
      why: 'A slug names two databases and a folder.',
      fix: 'Give the new project another one.',
      field: 'slug',
    })
}
