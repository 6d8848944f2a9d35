import type { Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { World } from '../world/openWorld'
import type { FalRequest } from './falAccount'
import { page, rangeOf } from '../world/page'
import type { FalParts } from './queueHost'

/** What was billed, request by request; costs are null while a bill is pending. What was free has no row. */
export const billingEvents = ({ world, account }: FalParts, asked: Asked): Reply => {
  const range = rangeOf(asked, world.now(), 1)
  if (!range) return jsonReply(400, { error: { type: 'validation_error', message: 'At most 90 days at once' } })
  const ids = asked.query.getAll('endpoint_id').flatMap((list) => list.split(','))
  const requests = asked.query.getAll('request_id').flatMap((list) => list.split(','))
  const found = [...account.requests.values()]
    .filter(({ row }) => row.state === 'billed')
    .filter((one) => ids.length === 0 || ids.includes(one.endpoint.id))
    .filter(({ id }) => requests.length === 0 || requests.includes(id))
    .filter(({ endedAt }) => endedAt !== null && endedAt >= range.from && endedAt < range.to)
    .sort((one, other) => (one.endedAt?.getTime() ?? 0) - (other.endedAt?.getTime() ?? 0))
  const { items, ...more } = page(found, asked, 10_000)
  return jsonReply(200, { billing_events: items.map((one) => eventOf(world, one)), ...more })
}

const eventOf = (world: World, { id, endpoint, endedAt, billedFrom, row }: FalRequest) => {
  const pending = billedFrom !== null && billedFrom > world.now()
  const cost = pending ? null : row.nanodollars / 1e9
  return {
    request_id: id,
    endpoint_id: endpoint.id,
    timestamp: endedAt?.toISOString(),
    output_units: row.units,
    unit_price: row.unitPriceNanodollars / 1e9,
    percent_discount: null,
    cost_subtotal: cost,
    cost_discount: pending ? null : 0,
    cost_total: cost,
    cost_estimate_nano_usd: pending ? null : row.nanodollars,
  }
}
