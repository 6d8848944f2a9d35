import { z } from 'zod'
import { jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Host, Route } from '../http/route'
import type { Model } from '../media/modelRow'
import { billingEvents } from './billing'
import { falFailure, falLocked } from './falRefusal'
import { falRefuses, type FalParts } from './queueHost'
import { page } from '../world/page'
import { requestsByEndpoint } from './requestsByEndpoint'

/** The platform API: models with their schemas, prices, estimates, what was asked and what was billed. */
export const platformHost = (parts: FalParts): Host => {
  const get = (path: string, at: Route['at'], tell: (asked: Asked) => Reply): Route => ({
    method: 'GET',
    path: new RegExp(`^(/v1)?/${path}$`),
    at,
    endpoint: ({ asked }) => asked.query.get('endpoint_id') ?? path,
    handle: ({ asked }) => tell(asked),
  })
  return {
    prefix: '/fal/platform',
    provider: 'fal',
    refuses: falRefuses(parts.account),
    failure: falFailure,
    noBalance: falLocked,
    routes: [
      get('models', 'read', (asked) => models(parts, asked)),
      get('models/pricing', 'read', (asked) => pricing(parts, asked)),
      get('models/requests/by-endpoint', 'list', (asked) => requestsByEndpoint(parts, asked)),
      get('models/billing-events', 'billing', (asked) => billingEvents(parts, asked)),
      {
        method: 'POST',
        path: /^(\/v1)?\/models\/pricing\/estimate$/,
        at: 'read',
        endpoint: () => 'models/pricing/estimate',
        handle: ({ asked }) => estimate(parts, asked),
      },
    ],
  }
}

const chosen = ({ endpoints }: FalParts, asked: Asked): Model[] => {
  const ids = asked.query.getAll('endpoint_id').flatMap((list) => list.split(','))
  return [...endpoints.values()].filter(({ id }) => ids.length === 0 || ids.includes(id))
}

const models = (parts: FalParts, asked: Asked): Reply => {
  const category = asked.query.get('category')
  const words = (asked.query.get('q') ?? '').toLowerCase()
  const found = chosen(parts, asked)
    .filter(
      (one) =>
        (category === null || one.category === category) && `${one.id} ${one.title}`.toLowerCase().includes(words),
    )
    .filter(() => asked.query.get('status') !== 'deprecated')
  const openapi = asked.query.getAll('expand').some((list) => list.split(',').includes('openapi-3.0'))
  const { items, ...more } = page(found, asked, 50)
  return jsonReply(200, {
    models: items.map((one) => ({
      endpoint_id: one.id,
      metadata: {
        display_name: one.title,
        category: one.category,
        status: 'active',
        tags: [],
        updated_at: '2026-11-21T00:00:00Z',
      },
      ...(openapi ? { openapi: openapiOf(one) } : {}),
    })),
    ...more,
  })
}

const openapiOf = (one: Model) => ({
  openapi: '3.0.4',
  info: {
    title: `Queue OpenAPI for ${one.id}`,
    version: '1.0.0',
    'x-fal-metadata': { endpointId: one.id, category: one.category },
  },
  servers: [{ url: 'https://queue.fal.run' }],
  paths: {
    [`/${one.id}`]: {
      post: {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Input' } } },
        },
      },
    },
  },
  components: { schemas: { Input: one.schema() } },
})

const dollars = (nanodollars: number): number => nanodollars / 1e9

const pricing = (parts: FalParts, asked: Asked): Reply => {
  if (!asked.query.has('endpoint_id'))
    return jsonReply(400, { error: { type: 'validation_error', message: 'endpoint_id is required' } })
  const prices = chosen(parts, asked).map(({ id, listed }) => ({
    endpoint_id: id,
    unit_price: dollars(listed.unitPriceNanodollars),
    unit: listed.unit,
    currency: 'USD',
  }))
  if (prices.length === 0) return jsonReply(404, { error: { type: 'not_found', message: 'No such endpoint' } })
  return jsonReply(200, { prices, has_more: false, next_cursor: null })
}

const asks = z.object({
  estimate_type: z.enum(['historical_api_price', 'unit_price']),
  endpoints: z.record(
    z.string(),
    z.object({ call_quantity: z.number().optional(), unit_quantity: z.number().optional() }),
  ),
})

const estimate = ({ endpoints }: FalParts, asked: Asked): Reply => {
  const wanted = asks.safeParse(jsonOf(asked))
  if (!wanted.success)
    return jsonReply(422, { error: { type: 'validation_error', message: z.prettifyError(wanted.error) } })
  const total = Object.entries(wanted.data.endpoints).reduce((sum, [id, { call_quantity, unit_quantity }]) => {
    const price = endpoints.get(id)?.listed.unitPriceNanodollars ?? 0
    return sum + price * (unit_quantity ?? call_quantity ?? 0)
  }, 0)
  return jsonReply(200, { estimate_type: wanted.data.estimate_type, total_cost: dollars(total), currency: 'USD' })
}
