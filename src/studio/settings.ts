import type { Env } from '@/env'

// Commands read their settings through the studio, which alone knows src/env.ts.
export { readEnv, type Env } from '@/env'

/** Names of the settings that hold a key and are set; never their values. */
export const keysIn = (env: Env): string[] =>
  Object.entries(env).flatMap(([name, value]) =>
    /_(KEY|TOKEN|SECRET)$|^FAL_KEY$/.test(name) && value !== undefined ? [name] : [],
  )
