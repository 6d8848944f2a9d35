import { isBatched } from '@/domain/catalogue/batched'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { PaidParts } from './paidParts'

/** The account at the provider that is asked and pays: projects with the same key share it. */
export const accountOf = ({ id, account = id }: Pick<PaidProvider, 'id' | 'account'>): string => account

/** Whether it is paid with a key of a project’s own, and not with the studio’s. */
export const isOfProject = (
  { providerOf }: Pick<PaidParts, 'providerOf'>,
  provider: PaidProvider['id'],
  account: string,
): boolean => {
  const ofStudio = providerOf(provider, '')
  return ofStudio === null || accountOf(ofStudio) !== account
}

/** Where the call takes its place as the keys are now; without a key where it stood last. */
export const poolOf = ({ providerOf }: Pick<PaidParts, 'providerOf'>, call: PaidGeneration): string => {
  const provider = providerOf(call.provider, call.project.toHexString())
  return provider ? placesAt(accountOf(provider), call) : call.pool
}

/** All requests of an account are counted together, whatever model they ask; but those that may wait for a day hold up nobody. */
export const placesAt = (account: string, request: Pick<FrozenRequest, 'endpoint'>): string =>
  isBatched(request) ? `${account}${ofBatches}` : `${account}:any`

const ofBatches = ':batches'

/** Whether it is where requests wait that may. */
export const isForBatches = (pool: string): boolean => pool.endsWith(ofBatches)
