'use client'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { inDollars, nanodollarsPerDollar } from '@/domain/money/nanodollars'
import { useWords } from '../words/useWords'
import { Hatches, hatchOf, type Part } from './Hatches'
import { stackOf } from './stackOf'
import type { CostTold } from './useCosts'

const axis = { stroke: 'var(--theme-elevation-400)', tick: { fill: 'var(--theme-text)', fontSize: 12 } }
const ground = {
  background: 'var(--theme-elevation-0)',
  border: '1px solid var(--theme-elevation-200)',
  color: 'var(--theme-text)',
}
const bar = {
  stackId: 'money',
  stroke: 'var(--theme-elevation-800)',
  maxBarSize: 36,
  isAnimationActive: false,
} as const
const dollars = (nanodollars: unknown): string => inDollars(Math.round(Number(nanodollars) / 10_000_000) * 10_000_000)

/** Bars of what every department spent, with what is at risk on top; the table beside it says the same exactly. Loaded apart. */
export const CostChart = ({ rows }: { rows: readonly CostTold[] }) => {
  const { say } = useWords()
  const { bars, spent, atRisk } = stackOf(rows)
  return (
    <>
      <Hatches />
      <div className="bl-chart" aria-hidden="true">
        <ResponsiveContainer width="100%" height={220}>
          <BarChart accessibilityLayer={false} data={bars} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
            <CartesianGrid vertical={false} stroke="var(--theme-elevation-150)" />
            <XAxis dataKey="name" {...axis} tickLine={false} />
            <YAxis {...axis} tickLine={false} axisLine={false} width={64} tickFormatter={dollars} allowDecimals domain={[0, (most: number) => Math.max(most, nanodollarsPerDollar / 100)]} />
            <Tooltip formatter={(value) => inDollars(Number(value))} contentStyle={ground} itemStyle={{ color: 'var(--theme-text)' }} cursor={{ fill: 'var(--theme-elevation-100)' }} />
            {spent.map(({ spender }) => (
              <Bar key={spender} dataKey={spender} name={say(`spent_${spender}`)} fill={hatchOf(spender)} {...bar} />
            ))}
            {atRisk > 0 && <Bar dataKey="atRisk" name={say('risk')} fill={hatchOf('risk')} {...bar} />}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="bl-legend" aria-label={say('legendOf')}>
        {/* as they lie on each other, from the top */}
        {atRisk > 0 && <Entry part="risk" name={say('risk')} sum={atRisk} />}
        {spent.toReversed().map(({ spender, sum }) => (
          <Entry key={spender} part={spender} name={say(`spent_${spender}`)} sum={sum} />
        ))}
      </ul>
    </>
  )
} // prettier-ignore

const Entry = ({ part, name, sum }: { part: Part; name: string; sum: number }) => (
  <li>
    <svg width="16" height="16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" fill={hatchOf(part)} stroke="var(--theme-elevation-800)" />
    </svg>
    {name} <span className="bl-second">{inDollars(sum)}</span>
  </li>
)
