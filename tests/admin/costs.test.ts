import { expect, it } from 'vitest'
import { stackOf } from '@/admin/costs/stackOf'

const day = (name: string, parts: Record<string, number>, atRisk = 0) => ({
  key: name,
  name,
  calls: 1,
  spent: Object.values(parts).reduce((sum, one) => sum + one, 0),
  atRisk,
  parts: Object.entries(parts).map(([department, spent]) => ({ department, spent })),
})

it('a bar of money is made of what each department spent, the same ones in the same order on every day', () => {
  const { bars, spent, atRisk } = stackOf([
    day('2026-11-21', { judges: 10, art: 40 }, 5),
    day('2026-11-22', { art: 60, animation: 700 }),
  ])
  expect(bars).toEqual([
    { name: '2026-11-21', atRisk: 5, judges: 10, art: 40 },
    { name: '2026-11-22', atRisk: 0, art: 60, animation: 700 },
  ])
  expect(spent.map(({ spender, sum }) => `${spender} ${String(sum)}`)).toEqual([
    'art 100',
    'animation 700',
    'judges 10',
  ])
  expect(atRisk).toBe(5)
})

it('money of a department that is not known is not left out', () => {
  const { spent } = stackOf([day('a', { production: 1, someday: 2 })])
  expect(spent).toEqual([{ spender: 'production', sum: 3 }])
})
