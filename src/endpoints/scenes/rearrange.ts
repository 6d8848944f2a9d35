import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { inTransaction, type Tx } from '@/stores/controlDb'
import { storesOf } from '../asked/stores'

const namedMost = 50

/** What every change of the order answers, done or only asked for: the scenes that get another number, and those that were made and show something else now; the first of each by name. */
export const rearranged = z.object({
  renumbered: z.number().int().min(0),
  stale: z.number().int().min(0),
  moves: z.array(z.object({ id: z.string(), clipName: z.string(), from: z.number(), to: z.number().int() })),
  staleScenes: z.array(z.string()),
})
/** `dry`: says what would happen, and does nothing. */
export const dryShape = { dry: z.literal(true, { error: 'must be true, or left out' }).optional() }

type Rearranging = {
  project: string
  dry: boolean
  /** The ids in the new order, and which scenes are not what they were. With a transaction it writes what changes beside the order; without one it writes nothing. */
  body: (tx: Tx | null, order: readonly string[]) => Promise<{ order: readonly string[]; changed: readonly string[] }>
}

/** Changes the order of a film in one transaction, or tells what that would do. Fails: RUN_IS_OPEN, WRITE_CONFLICT. */
export const rearrange = async (req: PayloadRequest, { project, dry, body }: Rearranging): Promise<z.infer<typeof rearranged>> => {
  const { control, runs, scenes } = storesOf(req)
  const [running] = (await runs.openOf(project)).filter(({ state }) => state !== 'failed')
  if (running)
    throw new StudioError({
      code: 'RUN_IS_OPEN',
      what: 'The order of the scenes was not changed.',
      why: `Run ${running._id} (${running.kind}) is working on them.`,
      fix: 'Wait until it has ended, or cancel it.',
    })
  const tell = async () => {
    const { order, changed } = await body(null, await scenes.inOrder(project))
    return { moves: await scenes.moves(order), changed }
  }
  const write = () =>
    inTransaction(control, async (tx) => {
      const { order, changed } = await body(tx, await scenes.inOrder(project, tx.session))
      return { moves: await scenes.renumber(order, tx.session), changed }
    })
  const { moves, changed } = dry ? await tell() : await write()
  const { docs: stale } = await req.payload.find({
    collection: 'scene-states',
    where: { scene: { in: [...changed] }, status: { equals: 'completed' } },
    select: { clipName: true }, depth: 0, pagination: false, req,
  })
  return {
    renumbered: moves.length,
    stale: stale.length,
    moves: moves.slice(0, namedMost),
    staleScenes: stale.slice(0, namedMost).map(({ clipName }) => clipName ?? ''),
  }
} // prettier-ignore

/** Scenes whose neighbour before is another one now. */
export const newNeighbours = (before: readonly string[], after: readonly string[]): string[] => {
  const previous = new Map(before.map((id, at) => [id, before[at - 1]]))
  return after.filter((id, at) => previous.has(id) && previous.get(id) !== after[at - 1])
}
