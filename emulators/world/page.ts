import type { Asked } from '../http/asked'

/** One page of a list by `limit` and `cursor`; the cursor is where the next page begins, in base64. */
export const page = <Item>(all: readonly Item[], asked: Asked, most: number) => {
  const limit = Math.min(Math.max(1, Number(asked.query.get('limit') ?? most) || most), most)
  const from = Number(Buffer.from(asked.query.get('cursor') ?? '', 'base64').toString()) || 0
  const more = from + limit < all.length
  return {
    items: all.slice(from, from + limit),
    has_more: more,
    next_cursor: more ? Buffer.from(String(from + limit)).toString('base64') : null,
  }
}

/** From when to when a listing goes, the end not included; null when the range is no range or too long. */
export const rangeOf = (asked: Asked, now: Date, defaultDays: number): { from: Date; to: Date } | null => {
  const to = asked.query.has('end') ? new Date(asked.query.get('end') ?? '') : new Date(now.getTime() + 1)
  const from = asked.query.has('start')
    ? new Date(asked.query.get('start') ?? '')
    : new Date(to.getTime() - defaultDays * 86_400_000)
  const days = (to.getTime() - from.getTime()) / 86_400_000
  return Number.isNaN(days) || days < 0 || days > 90.001 ? null : { from, to }
}
