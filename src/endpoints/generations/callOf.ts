import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { generationStatus } from '@/domain/generation/generationStatus'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { answer } from '../asked/route'
import { storesOf } from '../asked/stores'

/** How one paid call is shown after a person said something about it. */
export const callShape = z.object({
  id: z.string(),
  state: z.enum(generationStatus.names),
  priceNanodollars: z.number().int(),
})

export const callAnswer = ({ _id: id, state, priceNanodollars }: PaidGeneration): Response =>
  answer({ id, state, priceNanodollars })

/** The paid call in the address, where whoever asks may see it. Fails: CALL_UNKNOWN. */
export const callOf = async (req: PayloadRequest): Promise<PaidGeneration> => {
  const id = String(req.routeParams?.['id'])
  if (!/^[0-9a-f]{64}$/.test(id)) throw notThere()
  const { docs } = await req.payload.find({
    collection: 'generations', where: { id: { equals: id } }, limit: 1, depth: 0, pagination: false, overrideAccess: false, req,
  }) // prettier-ignore
  const call = docs.length > 0 ? await storesOf(req).paid.calls.find(id) : null
  if (!call) throw notThere()
  return call
}

const notThere = () =>
  new StudioError({
    code: 'CALL_UNKNOWN',
    what: 'There is no such paid call.',
    why: 'None of yours has this id.',
    fix: 'Look at the list of generations.',
  })
