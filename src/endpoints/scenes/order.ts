import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { dryShape, newNeighbours, rearrange, rearranged } from './rearrange'

const orderShape = z.strictObject({
  scenes: z.array(z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a scene' })).max(limits.sceneDocumentsMax),
  ...dryShape,
}) // prettier-ignore

/** Puts the scenes of the film in this order. */
export const order = route({
  method: 'post',
  path: '/:id/order',
  tells: {
    says: 'Puts the scenes in this order: all that are filmed, each once; `dry` only says what that would do.',
    body: orderShape,
    ok: 200,
    gives: rearranged,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { scenes, dry = false } = await bodyOf(req, orderShape)
    const done = await rearrange(req, {
      project: project.id,
      dry,
      body: (_, standing) => {
        checkSame(scenes, standing)
        return Promise.resolve({ order: scenes, changed: newNeighbours(standing, scenes) })
      },
    })
    return answer(done)
  },
})

const checkSame = (given: readonly string[], standing: readonly string[]): void => {
  const [once, filmed] = [new Set(given), new Set(standing)]
  const foreign = given.filter((id) => !filmed.has(id))
  const missing = standing.filter((id) => !once.has(id))
  if (foreign.length === 0 && missing.length === 0 && once.size === given.length) return
  const told = (words: string, ids: readonly string[]) =>
    ids.length === 0 ? '' : `${words}: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}. `
  throw new StudioError({
    code: 'ORDER_REFUSED',
    what: 'The order was not changed.',
    why: `${told('Not filmed here', foreign)}${told('Left out', missing)}${once.size < given.length ? 'A scene is named twice. ' : ''}`.trim(),
    fix: 'Send the ids of all scenes that are filmed, each once.',
    field: 'scenes',
  })
} // prettier-ignore
