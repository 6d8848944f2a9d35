import type { Reader } from '../paid/submitEnd'
import { baseOf } from '../paid/underBase'
import { openaiError } from './openaiError'

export type OpenaiAccount = { key: string; baseUrl?: string | undefined; webhookSecret?: string | undefined }
export type OpenaiLine = { base: string; headers: Record<string, string>; reader: Reader; webhookSecret: string | null }

export const openaiLine = ({ key, baseUrl, webhookSecret }: OpenaiAccount): OpenaiLine => ({
  base: baseOf(baseUrl ?? 'https://api.openai.com/v1'),
  headers: { authorization: `Bearer ${key}` },
  reader: { name: 'OpenAI', secrets: [key], refusal: openaiError },
  webhookSecret: webhookSecret ?? null,
})
