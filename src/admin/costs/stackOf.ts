import type { CostTold } from './useCosts'

/** Who spends, in the order their parts of a bar lie on each other. */
export const spenders = [
  'story', 'character', 'world', 'visual', 'production', 'art', 'animation', 'sound', 'judges', 'continuity', 'edit',
] as const // prettier-ignore
export type Spender = (typeof spenders)[number]

/** One bar: what it stands for, what each spender spent of it, and what is at risk on top. Whole nanodollars. */
export type StackedBar = { name: string; atRisk: number } & Partial<Record<Spender, number>>
export type Stack = { bars: StackedBar[]; spent: { spender: Spender; sum: number }[]; atRisk: number }

/** Costs as bars of parts, with the spenders that have any: a department nobody knows by name counts to production. */
export const stackOf = (rows: readonly CostTold[]): Stack => {
  const sums = new Map<Spender, number>()
  const bars = rows.map(({ name, atRisk, parts }) => {
    const bar: StackedBar = { name, atRisk }
    for (const { department, spent } of parts) {
      const spender = spenders.find((one) => one === department) ?? 'production'
      bar[spender] = (bar[spender] ?? 0) + spent
      sums.set(spender, (sums.get(spender) ?? 0) + spent)
    }
    return bar
  })
  const spent = spenders.flatMap((spender) => (sums.has(spender) ? [{ spender, sum: sums.get(spender) ?? 0 }] : []))
  return { bars, spent, atRisk: rows.reduce((sum, row) => sum + row.atRisk, 0) }
}
