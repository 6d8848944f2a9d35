import type { PaidProviderId } from '@/domain/catalogue/model'

/** The setting of the environment that holds a provider's key. */
export const keySettings = {
  fal: 'FAL_KEY',
  openai: 'OPENAI_API_KEY',
  openrouter: 'OPENROUTER_API_KEY',
  replicate: 'REPLICATE_API_TOKEN',
} as const satisfies Record<PaidProviderId, string>
