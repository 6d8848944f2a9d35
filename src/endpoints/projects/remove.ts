import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { z } from 'zod'
import { personHas } from '@/access/hasRole'
import { StudioError } from '@/domain/errors/StudioError'
import { sessionOf } from '@/stores/sessionOf'
import { actsStore } from '@/stores/life/actsStore'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { refuseActs } from './refuseWhileBusy'

const deleteShape = z.strictObject({ slug: z.string().max(100) })

/** POST …/delete: from its answer on the project is gone for everybody; a worker clears up. The ledger stays. */
export const deleteProject = route({
  method: 'post',
  path: '/:id/delete',
  tells: {
    says: 'Deletes the project: its slug, typed, is the confirmation.',
    body: deleteShape,
    ok: 202,
    gives: z.object({ actId: z.string() }),
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req, { leaving: true })
    if (!personHas(req.user, [])) throw notAllowed()
    const { slug } = await bodyOf(req, deleteShape)
    if (slug !== project.slug) throw notTyped(project.slug)
    await refuseActs(req, project.id)
    const { control, outbox } = storesOf(req)
    await initTransaction(req)
    try {
      await req.payload.db.updateOne({ collection: 'projects', id: project.id, data: { leaving: true }, req })
      const by = req.user && 'email' in req.user ? req.user.email : ''
      const wish = { kind: 'delete' as const, projectId: project.id, slug: project.slug, target: null, by }
      const { _id: actId } = await actsStore(control, outbox).add(wish, await sessionOf(req))
      await commitTransaction(req)
      return answer({ actId }, 202)
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
})

const notTyped = (slug: string) =>
  new StudioError({
    code: 'NAME_NOT_TYPED',
    what: 'Nothing was deleted.',
    why: 'The slug that was typed is not the project’s.',
    fix: `Send { "slug": "${slug}" } to delete it for good.`,
    field: 'slug',
  })
const notAllowed = () =>
  new StudioError({
    code: 'NOT_ALLOWED',
    what: 'Nothing was deleted.',
    why: 'Only a producer may delete a project.',
    fix: 'Ask a producer.',
  })
