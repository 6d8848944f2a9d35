import { performance } from 'node:perf_hooks'
import type { MongoClient } from 'mongodb'

/** The value below which `share` (0–1) of the sorted list lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits

export const secondsOf = async (body: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await body()
  return (performance.now() - began) / 1000
}

/** Counts the commands a client sends (which must monitor them), by name and collection. */
export const commandMeter = (client: MongoClient) => {
  let counts = new Map<string, number>()
  client.on('commandStarted', ({ commandName, command }) => {
    const on = (commandName === 'getMore' ? command['collection'] : command[commandName]) as unknown
    const name = typeof on === 'string' ? `${commandName} ${on}` : commandName
    counts.set(name, (counts.get(name) ?? 0) + 1)
  })
  return {
    reset: () => void (counts = new Map()),
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    byName: () => Object.fromEntries([...counts].sort(([, a], [, b]) => b - a)),
  }
}

export type Row = { metric: string; value: string; target: string; met: boolean | null }

/** Rows as aligned text. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map(({ metric, value, target, met }) => [
    metric,
    value,
    target,
    met === null ? '' : met ? 'met' : 'MISSED',
  ])
  const all = [['Metric', 'Measured', 'Target', ''], ...cells]
  const widths = [0, 1, 2].map((i) => Math.max(...all.map((row) => (row[i] ?? '').length)))
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
