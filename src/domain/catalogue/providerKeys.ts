import { StudioError } from '../errors/StudioError'
import type { PaidProviderId } from './model'

/** The settings that hold the keys, and what people call the providers. */
export const providerKeys: Record<PaidProviderId, { title: string; setting: string }> = {
  fal: { title: 'fal', setting: 'FAL_KEY' },
  openai: { title: 'OpenAI', setting: 'OPENAI_API_KEY' },
  openrouter: { title: 'OpenRouter', setting: 'OPENROUTER_API_KEY' },
  replicate: { title: 'Replicate', setting: 'REPLICATE_API_TOKEN' },
}

/** PROVIDER_KEY_MISSING, naming every key that would do. */
export const keyMissing = (wanted: string, providers: readonly PaidProviderId[]): StudioError => {
  const settings = providers.map((id) => providerKeys[id].setting)
  return new StudioError({
    code: 'PROVIDER_KEY_MISSING',
    what: `${wanted} cannot be used.`,
    why: `There is no key of ${providers.map((id) => providerKeys[id].title).join(' or ')}.`,
    fix: `Set ${settings.join(' or ')} in .env, or put the key into the project’s settings.`,
    retry: 'afterFix',
    field: 'models',
  })
}
