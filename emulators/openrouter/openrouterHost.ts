import { jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host, Route } from '../http/route'
import { pricedModels, tokenPrice } from '../words/tokens'
import { chat } from './chat'
import { openrouterError, type OpenrouterParts } from './openrouterAccount'

const failures: Record<number, string> = {
  401: 'No auth credentials found',
  402: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
  404: 'Not Found',
  408: 'Request timed out',
  429: 'Rate limit exceeded',
  502: 'Provider returned error',
  503: 'No instances available',
}
const failure = (status: number): Reply => openrouterError(status, failures[status] ?? 'Internal Server Error')

/** OpenRouter: chat completions that say what they cost, and the key's standing. */
export const openrouterHost = (parts: OpenrouterParts): Host => ({
  prefix: '/openrouter/api/v1',
  provider: 'openrouter',
  refuses: ({ asked }) => (asked.headers['authorization'] === `Bearer ${parts.key}` ? null : failure(401)),
  failure,
  noBalance: () => failure(402),
  routes: [
    {
      method: 'POST',
      path: /^\/chat\/completions$/,
      at: 'submit',
      endpoint: () => 'chat/completions',
      handle: ({ asked }) => chat(parts, { body: jsonOf(asked), bodyHash: asked.bodyHash }),
    },
    read('generation', (call) => generation(parts, call)),
    read('key', () => jsonReply(200, { data: standing(parts) })),
    read('credits', () => jsonReply(200, { data: { total_credits: 1000, total_usage: spent(parts) } })),
    read('models', () => jsonReply(200, { data: models() })),
  ],
})

const read = (path: string, handle: (call: Call) => Reply): Route => ({
  ...{
    method: 'GET',
    path: new RegExp(`^/${path}$`),
    at: path === 'generation' ? 'billing' : 'read',
    endpoint: () => path,
  },
  handle,
})

const spent = ({ generations }: OpenrouterParts): number =>
  [...generations.values()].reduce((sum, { nanodollars }) => sum + nanodollars, 0) / 1e9

const standing = (parts: OpenrouterParts) => ({
  label: 'emulated',
  usage: spent(parts),
  limit: null,
  limit_remaining: null,
  is_free_tier: false,
  rate_limit: { requests: -1, interval: '10s' },
})

const models = () =>
  pricedModels().map((name) => {
    const price = tokenPrice(name)
    const dollars = (nanodollars: number) => String(nanodollars / 1e9)
    return { id: `openai/${name}`, name, pricing: { prompt: dollars(price.input), completion: dollars(price.output) } }
  })

const generation = ({ generations }: OpenrouterParts, { asked }: Call): Reply => {
  const found = generations.get(asked.query.get('id') ?? '')
  if (!found) return openrouterError(404, 'Generation not found')
  return jsonReply(200, {
    data: {
      id: found.id,
      model: found.model,
      total_cost: found.nanodollars / 1e9,
      usage: found.nanodollars / 1e9,
      tokens_prompt: found.read,
      tokens_completion: found.written,
      native_tokens_prompt: found.read,
      native_tokens_completion: found.written,
      finish_reason: 'stop',
      created_at: found.at,
      cancelled: false,
    },
  })
}
