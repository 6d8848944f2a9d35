import { createLocalReq, executeAuthStrategies, type PayloadRequest } from 'payload'
import { findRun } from '../runs/findRun'

/** Whether whoever follows is still signed in and may still see these runs, asked anew. */
export const stillMay = async ({ payload, headers }: PayloadRequest, runIds: readonly string[]): Promise<boolean> => {
  const { user } = await executeAuthStrategies({ headers, payload })
  if (!user) return false
  const req = await createLocalReq({ user }, payload)
  for (const id of runIds) if (!(await findRun(req, id))) return false
  return true
}
