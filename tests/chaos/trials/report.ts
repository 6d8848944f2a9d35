import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { doorPoints, providerPoints, workerPoints } from './blows'
import { badDays } from './day'
import type { Ended } from './runTrial'

const [begins, ends] = ['<!-- The record: npm run chaos -- --report -->', '<!-- End of the record -->']

/** Writes what the log holds into the record of docs/reliability.md. */
export const writeReport = async (file: string, trials: readonly Ended[]): Promise<void> => {
  const text = readFileSync(file, 'utf8')
  const [before, rest] = text.split(begins)
  const after = rest?.split(ends)[1]
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the record`)
  const whole = `${before}${begins}\n\n${recordOf(trials)}\n\n${ends}${after}`
  writeFileSync(file, await format(whole, { parser: 'markdown', singleQuote: true, semi: false, printWidth: 120 }))
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
const table = (heads: string[], rows: (string | number)[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const recordOf = (trials: readonly Ended[]): string => {
  const seeds = trials.map(({ seed }) => seed)
  const failed = trials.filter(({ faults }) => faults.length > 0)
  const struck = trials.flatMap((trial) => trial.struck)
  const times = (what: string, at: string) => struck.filter((one) => one === `${what}: ${at}`).length
  const points = [...workerPoints, ...doorPoints, ...providerPoints]
  const moments = ['worker', 'door', 'mongod'].map((who) => `${who} at any moment`)
  const states = [...new Set(trials.flatMap((trial) => Object.keys(trial.states)))].sort()
  return [
    `${trials.length} trials, seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}: ${trials.length - failed.length} hold everything, ${failed.length === 0 ? 'none fails' : `${failed.length} fail (${failed.map(({ seed }) => seed).join(', ')})`}.`,
    `${sum(trials.map(({ requests }) => requests))} requests were taken by the provider; ${sum(trials.map(({ sentAgain }) => sentAgain))} were sent again by a person’s word, none without. ${struck.length} blows fell. ${states.map((state) => `${sum(trials.map((trial) => trial.states[state] ?? 0))} ${state}`).join(', ')}.`,
    table(['Struck', 'SIGKILL', 'SIGSTOP'], [...points, ...moments].map((at) => [at, times('kill', at), times('stop', at)])),
    table(['The provider', 'Trials'], badDays.map((name) => [name, trials.filter(({ day }) => day.includes(name)).length])),
  ].join('\n\n')
} // prettier-ignore
