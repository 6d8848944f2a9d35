'use client'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { inDollars, nanodollarsPerDollar } from '@/domain/money/nanodollars'
import { useWords } from '../words/useWords'
import type { CostTold } from './useCosts'

const axis = { stroke: 'var(--theme-elevation-400)', tick: { fill: 'var(--theme-text)', fontSize: 12 } }
const ground = {
  background: 'var(--theme-elevation-0)',
  border: '1px solid var(--theme-elevation-200)',
  color: 'var(--theme-text)',
}
const dollars = (nanodollars: unknown): string => inDollars(Math.round(Number(nanodollars) / 10_000_000) * 10_000_000)

/** Bars of what was spent, with what is at risk on top; the table beside it says the same exactly. Loaded apart. */
export const CostChart = ({ rows }: { rows: readonly CostTold[] }) => {
  const { say } = useWords()
  return (
    <div className="bl-chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={220}>
        <BarChart accessibilityLayer={false} data={[...rows]} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
          <CartesianGrid vertical={false} stroke="var(--theme-elevation-150)" />
          <XAxis dataKey="name" {...axis} tickLine={false} />
          <YAxis {...axis} tickLine={false} axisLine={false} width={64} tickFormatter={dollars} allowDecimals domain={[0, (most: number) => Math.max(most, nanodollarsPerDollar / 100)]} />
          <Tooltip formatter={dollars} contentStyle={ground} cursor={{ fill: 'var(--theme-elevation-100)' }} />
          <Bar dataKey="spent" name={say('spent')} stackId="money" fill="var(--theme-elevation-800)" maxBarSize={36} isAnimationActive={false} />
          <Bar dataKey="atRisk" name={say('risk')} stackId="money" fill="var(--theme-warning-500)" maxBarSize={36} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
} // prettier-ignore
