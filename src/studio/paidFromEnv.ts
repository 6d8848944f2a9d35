import type { Env } from '@/env'
import { paidProviders } from './paidProviders'
import type { PaidRoomSettings } from './paidRoom'

/** The paid providers whose keys are in the environment. What a project may spend says its budget, 0 where nobody said anything. */
export const paidFromEnv = (env: Env): PaidRoomSettings => ({
  providers: paidProviders(env),
  publicUrl: env.PUBLIC_URL ?? null,
  allowHosts: env.MEDIA_ALLOW_HOSTS,
})
