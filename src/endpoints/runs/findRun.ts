import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import type { Press } from '@/stores/press'
import type { RunDocument } from '@/stores/runsStore'
import { idIn } from '../asked/idIn'
import { storesOf, type WebStores } from '../asked/stores'

export type FoundRun = { run: RunDocument; press: null } | { run: null; press: Press }

/** A run, or the press it will be made from; null when there is none or it belongs to a project whoever asks may not see. */
export const findRun = async (req: PayloadRequest, id: string): Promise<FoundRun | null> => {
  const found = await foundIn(storesOf(req), id)
  const project = (found?.run ?? found?.press)?.project.toHexString()
  const seen =
    project !== undefined &&
    (await req.payload.findByID({
      collection: 'projects', id: project, depth: 0, select: { slug: true }, disableErrors: true, overrideAccess: false, req,
    })) // prettier-ignore
  return seen ? found : null
}

/** The run in the address. Fails: RUN_UNKNOWN. */
export const runOf = async (req: PayloadRequest): Promise<FoundRun> => {
  const found = await findRun(req, idIn(req))
  if (found) return found
  throw runUnknown()
}

const foundIn = async ({ runs, presses }: WebStores, id: string): Promise<FoundRun | null> => {
  if (!isRunId(id)) return null
  const run = await runs.find(id)
  if (run) return { run, press: null }
  const press = await presses.find(id)
  return press && { run: null, press }
}

const isRunId = (id: string): boolean => /^[0-9A-Z]{26}$/.test(id)

export const runUnknown = (id = '') =>
  new StudioError({
    code: 'RUN_UNKNOWN',
    what: 'There is no such run.',
    why: isRunId(id) ? `No run you may see has the id ${id}.` : 'No run you may see has this id.',
    fix: 'List them with GET /api/runs.',
  })
