import { paidProviders as catalogueProviders, type PaidProviderId } from '@/domain/catalogue/model'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import { brainProvider } from '@/providers/brain/brainProvider'
import { falProvider } from '@/providers/fal/falProvider'
import { lastFrameProvider } from '@/providers/lastFrame/lastFrameProvider'
import { openaiProvider } from '@/providers/openai/openaiProvider'
import { openrouterProvider } from '@/providers/openrouter/openrouterProvider'
import { replicateProvider } from '@/providers/replicate/replicateProvider'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import type { ProviderKey } from '@/stores/keys/keysStore'
import { tasksProvider } from '@/providers/tasks/tasksProvider'
import { keySettings } from './keySettings'
import type { Env } from './settings'

/** The settings of the providers: of the studio, or with the keys of one project in their place. */
export type PaidSettings = Partial<
  Pick<
    Env,
    | 'FAL_KEY' | 'FAL_QUEUE_URL' | 'FAL_REST_URL' | 'FAL_PLATFORM_URL' | 'FAL_JWKS_URL'
    | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL' | 'OPENAI_WEBHOOK_SECRET'
    | 'OPENROUTER_API_KEY' | 'OPENROUTER_BASE_URL'
    | 'REPLICATE_API_TOKEN' | 'REPLICATE_BASE_URL' | 'REPLICATE_WEBHOOK_SECRET'
    | 'BRAIN_SERVICE_URL' | 'BRAIN_SERVICE_API_KEY' | 'TASK_SERVICE_URL' | 'TASK_API_KEY'
    | 'LAST_FRAME_URL' | 'LAST_FRAME_API_KEY' | 'MEDIA_ALLOW_HOSTS'
  >
> // prettier-ignore

export type PaidProviders = Partial<Record<FrozenRequest['provider'], PaidProvider>>

/**
 * The paid providers there is a key for, and the services there is an address for. Nothing is asked of them here.
 * Addresses are the real hosts where none is set.
 */
export const paidProviders = (settings: PaidSettings): PaidProviders => {
  const { FAL_KEY, OPENAI_API_KEY, OPENROUTER_API_KEY, REPLICATE_API_TOKEN } = settings
  return {
    ...(FAL_KEY ? { fal: falOf(FAL_KEY, settings) } : {}),
    ...(OPENAI_API_KEY ? { openai: openaiOf(OPENAI_API_KEY, settings) } : {}),
    ...(OPENROUTER_API_KEY
      ? { openrouter: openrouterProvider({ key: OPENROUTER_API_KEY, baseUrl: settings.OPENROUTER_BASE_URL }) }
      : {}),
    ...(REPLICATE_API_TOKEN ? { replicate: replicateOf(REPLICATE_API_TOKEN, settings) } : {}),
    ...services(settings),
  }
}

/** The keys of the providers people may put keys in for. */
export const environmentKeys = (settings: PaidSettings): Partial<Record<PaidProviderId, string>> =>
  Object.fromEntries(
    catalogueProviders.flatMap((id) => {
      const key = settings[keySettings[id]]
      return key === undefined ? [] : [[id, key]]
    }),
  )

/** The same provider with another key; what the settings say of callbacks is of the account of their own key. */
export const providerWithKey = (
  settings: PaidSettings,
  provider: PaidProviderId,
  { key, webhookSecret }: ProviderKey,
): PaidProvider | null => {
  const setting = keySettings[provider]
  const { OPENAI_WEBHOOK_SECRET: _openai, REPLICATE_WEBHOOK_SECRET: _replicate, ...others } = settings
  const own = settings[setting] === key ? settings : others
  const signs = provider === 'openai' && webhookSecret !== null ? { OPENAI_WEBHOOK_SECRET: webhookSecret } : {}
  return paidProviders({ ...own, ...signs, [setting]: key })[provider] ?? null
}

const falOf = (key: string, settings: PaidSettings): PaidProvider =>
  falProvider({
    key,
    queueUrl: settings.FAL_QUEUE_URL,
    restUrl: settings.FAL_REST_URL,
    platformUrl: settings.FAL_PLATFORM_URL,
    jwksUrl: settings.FAL_JWKS_URL,
    allowHosts: settings.MEDIA_ALLOW_HOSTS ?? [],
  })

const openaiOf = (key: string, settings: PaidSettings): PaidProvider =>
  openaiProvider({ key, baseUrl: settings.OPENAI_BASE_URL, webhookSecret: settings.OPENAI_WEBHOOK_SECRET })

const replicateOf = (key: string, settings: PaidSettings): PaidProvider =>
  replicateProvider({ key, baseUrl: settings.REPLICATE_BASE_URL, webhookSecret: settings.REPLICATE_WEBHOOK_SECRET })

/** They are asked where an address is set; a key they may do without. */
const services = (settings: PaidSettings): PaidProviders => {
  const { BRAIN_SERVICE_URL, TASK_SERVICE_URL, LAST_FRAME_URL } = settings
  return {
    ...(BRAIN_SERVICE_URL ? { brain: brainProvider({ url: BRAIN_SERVICE_URL, key: settings.BRAIN_SERVICE_API_KEY }) } : {}), // prettier-ignore
    ...(TASK_SERVICE_URL ? { tasks: tasksProvider({ url: TASK_SERVICE_URL, key: settings.TASK_API_KEY }) } : {}),
    ...(LAST_FRAME_URL ? { lastFrame: lastFrameProvider({ url: LAST_FRAME_URL, key: settings.LAST_FRAME_API_KEY }) } : {}), // prettier-ignore
  }
}
