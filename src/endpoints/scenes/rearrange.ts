import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { inTransaction, type Tx } from '@/stores/controlDb'
import { storesOf } from '../asked/stores'

/** What every change of the order answers: how many scenes got another number, and how many that were made show something else now. */
export const rearranged = z.object({ renumbered: z.number().int().min(0), stale: z.number().int().min(0) })

type Rearranging = {
  project: string
  /** Writes what changes beside the order; answers the ids in the new order, and which scenes are not what they were. */
  body: (tx: Tx, order: readonly string[]) => Promise<{ order: readonly string[]; changed: readonly string[] }>
}

/** Changes the order of a film in one transaction. Fails: RUN_IS_OPEN, WRITE_CONFLICT. */
export const rearrange = async (req: PayloadRequest, { project, body }: Rearranging): Promise<z.infer<typeof rearranged>> => {
  const { control, runs, scenes } = storesOf(req)
  const [running] = (await runs.openOf(project)).filter(({ state }) => state !== 'failed')
  if (running)
    throw new StudioError({
      code: 'RUN_IS_OPEN',
      what: 'The order of the scenes was not changed.',
      why: `Run ${running._id} (${running.kind}) is working on them.`,
      fix: 'Wait until it has ended, or cancel it.',
    })
  const done = await inTransaction(control, async (tx) => {
    const { order, changed } = await body(tx, await scenes.inOrder(project, tx.session))
    return { renumbered: await scenes.renumber(order, tx.session), changed }
  })
  const { totalDocs: stale } = await req.payload.count({
    collection: 'scene-states',
    where: { scene: { in: [...done.changed] }, status: { equals: 'completed' } },
    req,
  })
  return { renumbered: done.renumbered, stale }
} // prettier-ignore

/** Scenes whose neighbour before is another one now. */
export const newNeighbours = (before: readonly string[], after: readonly string[]): string[] => {
  const previous = new Map(before.map((id, at) => [id, before[at - 1]]))
  return after.filter((id, at) => previous.has(id) && previous.get(id) !== after[at - 1])
}
