import { deliver } from '../world/deliver'
import type { World } from '../world/openWorld'
import { newName } from '../world/random'
import { standardWebhook } from '../world/standardWebhook'

export type StoredFile = { id: string; name: string; purpose: string; bytes: Buffer; createdAt: number }
export type StoredResponse = { body: Record<string, unknown>; cancelled: boolean }

/** A project at OpenAI; where it calls back is set once for all, as on its settings page. */
export type OpenaiAccount = {
  key: string
  secret: string
  webhookUrl: string | null
  responses: Map<string, StoredResponse>
  files: Map<string, StoredFile>
  batches: Map<string, Record<string, unknown>>
}

export const openOpenaiAccount = (settings: {
  key: string
  secret: string
  webhookUrl: string | null
}): OpenaiAccount => ({
  ...settings,
  responses: new Map(),
  files: new Map(),
  batches: new Map(),
})

export type OpenaiParts = { world: World; account: OpenaiAccount }

export const epoch = (date: Date): number => Math.floor(date.getTime() / 1000)

/** `response.completed`, `batch.failed` …, signed; nothing when the project has no webhook. */
export const tellOpenai = async (
  { world, account }: OpenaiParts,
  news: { type: string; id: string; endpoint: string },
): Promise<void> => {
  if (account.webhookUrl === null) return
  const id = newName('wh_')
  const body = JSON.stringify({
    id: newName('evt_'),
    object: 'event',
    created_at: epoch(world.now()),
    type: news.type,
    data: { id: news.id },
  })
  await deliver(world, {
    provider: 'openai',
    endpoint: news.endpoint,
    url: account.webhookUrl,
    triesAfterS: [5, 60, 300, 1800, 7200],
    write: (spoilt, now) => standardWebhook({ id, secret: account.secret, body }, { spoilt, now }),
  })
}
