import type { Quote } from '@/domain/money/quote'
import { askStudio, whyOf } from './askStudio'

/** `left`: of the budget, nanodollars. `why`: the price cannot be told, and this is why; '' when the studio did not answer. */
export type PriceTold<T> = { is: 'known'; quote: T; left: number } | { is: 'refused'; why: string }
type Asked = { path: string; body: unknown; signal: AbortSignal }

/** What something of a project would cost, beside what is left to spend. `of`: /api/projects/<id>; `path` below it tells the price. */
export const askPrice = async <T extends Quote>(of: string, { path, body, signal }: Asked): Promise<PriceTold<T>> => {
  const [told, costs] = await Promise.all([
    askStudio<T>(`${of}${path}`, { body, signal }),
    askStudio<{ left?: number }>(`${of}/costs`, { signal }),
  ])
  if (told.is !== 'told') return { is: 'refused', why: told.is === 'refused' ? whyOf(told.told, { short: true }) : '' }
  return { is: 'known', quote: told.told, left: costs.is === 'told' ? (costs.told.left ?? 0) : 0 }
}
