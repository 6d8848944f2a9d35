import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { batchFile, batchOf, isBatched } from '@/domain/catalogue/batched'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { inputHashOf } from '@/stores/resultsStore'
import type { StepContext } from './defineStep'

type Context = Pick<StepContext, 'stores' | 'project' | 'scratch'>

/** A request as it is sent: one that may wait is laid down as a file of its own, which the request then names. */
export const layDown = async (
  { stores, project, scratch }: Context,
  request: FrozenRequest,
): Promise<FrozenRequest> => {
  if (!isBatched(request)) return request
  const file = join(scratch, `${inputHashOf(request.body)}.jsonl`)
  await writeFile(file, batchFile(request.body))
  const { sha256 } = await stores.assets.keep(file, project.id)
  return batchOf(request, sha256)
}
