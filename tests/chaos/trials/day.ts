import type { PlanGiven } from '../../../emulators/plan/planShape'
import type { Dice } from './dice'

export type DayRule = NonNullable<PlanGiven['rules']>[number]

/** What can go wrong at the provider, by a name for the record. `called`: only where it calls back. */
type Bad = { name: string; called?: true; rules: (dice: Dice) => DayRule[] }

const nth = (dice: Dice) => dice.whole(1, 3)
const fal = { provider: 'fal' } as const

const bad: readonly [Bad, ...Bad[]] = [
  { name: 'answer dropped after acceptance', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'resetAfter' }] },
  { name: 'line cut before acceptance', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'resetBefore' }] },
  { name: '5xx, taken', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'failAfter', status: dice.one([500, 502, 504]) }] },
  { name: '5xx, not taken', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'refuse', status: dice.one([500, 503]) }] },
  { name: '429', rules: (dice) => [{ ...fal, nth: [nth(dice), 4], do: 'refuse', status: 429, ...(dice.happens(0.5) ? { retryAfterS: 1 } : {}) }] },
  { name: 'no balance', rules: () => [{ ...fal, nth: 2, do: 'noBalance' }] },
  { name: 'slow answer', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'slow', ms: dice.whole(200, 2200) }] },
  { name: 'a page instead of an answer', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'html' }] },
  { name: 'an empty answer', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'empty' }] },
  { name: 'an answer of wrong types', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'wrongShape' }] },
  { name: 'wrong request id', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'otherId' }] },
  { name: 'states refused', rules: (dice) => [{ ...fal, at: 'status', nth: [1, nth(dice)], do: 'refuse', status: dice.one([404, 500, 503, 429]) }] },
  { name: 'states of another request', rules: (dice) => [{ ...fal, at: 'status', nth: nth(dice), do: 'otherId' }] },
  { name: 'states going backwards', rules: () => [{ ...fal, at: 'status', chance: 0.5, atMost: 4, do: 'backwards' }] },
  { name: 'results refused', rules: (dice) => [{ ...fal, at: 'result', nth: nth(dice), do: 'refuse', status: dice.one([500, 503]) }] },
  { name: 'a list that cannot be read', rules: () => [{ ...fal, at: 'list', do: 'refuse', status: 503 }] },
  { name: 'work failed', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'fail', billed: dice.happens(0.4), retryable: dice.happens(0.5) }] },
  { name: 'content refused', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'policy', billed: dice.happens(0.3) }] },
  { name: 'work takes long', rules: (dice) => [{ ...fal, chance: 0.6, do: 'longer', ms: dice.whole(300, 2500) }] },
  { name: 'result expired', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'expired' }] },
  { name: 'bill late', rules: (dice) => [{ ...fal, chance: 0.6, do: 'billingPending', ms: dice.whole(300_000, 900_000) }] },
  { name: 'bill missing', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'billingPending' }] },
  { name: 'bill above the price', rules: (dice) => [{ ...fal, nth: nth(dice), do: 'price', factor: 1.5 }] },
  { name: 'bills refused once', rules: () => [{ ...fal, at: 'billing', nth: 1, do: 'refuse', status: 500 }] },
  { name: 'callback without its result', called: true, rules: () => [{ ...fal, chance: 0.5, do: 'payloadNull' }] },
  { name: 'callback lost', called: true, rules: (dice) => [{ ...fal, chance: dice.one([0.6, 1]), do: 'lost' }] },
  { name: 'callback repeated', called: true, rules: (dice) => [{ ...fal, chance: 0.7, do: 'repeat', times: dice.whole(2, 6) }] },
  { name: 'callback late, out of order', called: true, rules: (dice) => [{ ...fal, chance: 0.6, do: 'late', ms: dice.whole(200, 3000) }] },
  { name: 'callback forged', called: true, rules: () => [{ ...fal, chance: 0.5, do: 'forged' }] },
  { name: 'callback old or altered', called: true, rules: () => [{ ...fal, chance: 0.4, do: 'stale' }, { ...fal, chance: 0.4, do: 'altered' }] },
  { name: 'file gone', rules: (dice) => [{ provider: 'cdn', nth: [nth(dice), 4], do: 'gone' }] },
  { name: 'file truncated', rules: (dice) => [{ provider: 'cdn', nth: [nth(dice), 4], do: 'truncated' }] },
  { name: 'file is a page', rules: (dice) => [{ provider: 'cdn', nth: nth(dice), do: 'page' }] },
  { name: 'file bad for ever', rules: () => [{ provider: 'cdn', do: 'truncated' }] },
  { name: 'file behind a private address', rules: (dice) => [{ provider: 'cdn', nth: nth(dice), do: 'redirectInside' }] },
] // prettier-ignore

/** `isDark`: it tells nobody of what it took, but in its answer. */
type Light = { calledBack: boolean; isDark: boolean }
const dark = ['a list that cannot be read', 'callback lost']

const drawn = (dice: Dice, { calledBack, isDark }: Light): Bad[] => {
  const kinds = new Set<Bad>(isDark ? bad.filter(({ name }) => dark.includes(name)) : [])
  for (let n = dice.one([0, 1, 1, 2, 2, 3]); n > 0; n--) kinds.add(dice.one(bad))
  return [...kinds].filter(({ called }) => calledBack || !called)
}

export type Day = { names: string[]; rules: DayRule[] }

/** What goes wrong that day; on some nothing does. */
export const dayOf = (dice: Dice, light: Light): Day => {
  const kinds = drawn(dice, light)
  return { names: kinds.map(({ name }) => name), rules: kinds.flatMap(({ rules }) => rules(dice)) }
}

/** All that can go wrong at the provider, in the order of the record. */
export const badDays = bad.map(({ name }) => name)
