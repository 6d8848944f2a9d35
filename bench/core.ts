import { bareStudio } from './core/bareStudio'
import { measureIdle } from './core/idle'
import { measureDispatch } from './core/latency'
import { measureMakespan } from './core/makespan'
import { measureRecovery } from './core/recovery'
import { measureCommands, measureSpeed } from './core/speed'
import type { Row } from './meter'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The durable core in numbers: ratios within one run on one machine, so that a slow machine is no excuse and no help. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const studio = await bareStudio()
  const speed = await measureSpeed(studio, { steps: 2000, rounds: 3 })
  const commands = await measureCommands(studio, [200, 2000])
  const { dispatch, raw } = await measureDispatch(studio, 100)
  const idle = await measureIdle(studio, 20)
  const recovery = await measureRecovery(studio, { leaseMs: 2000, trials: 3 })
  const makespan = await measureMakespan(studio, { compressed: 40, seed: 1 })
  await studio.close()

  const slowest = Math.max(...recovery.seconds)
  const most = Math.max(...commands.map(({ perStep }) => perStep))
  const rows: Row[] = [
    { metric: 'empty steps, 2,000, 20 at once, of the raw loop', value: `${String(speed.ratio)} (${speed.ratios.join(', ')}; ${speed.ours.join(', ')} /s)`, target: '≥ 0.30', met: speed.ratio >= 0.3 },
    { metric: 'dispatch into an idle worker, p50', value: `${String(dispatch.p50)} ms (one raw update: ${String(raw.p50)} ms)`, target: '≤ 10 ms', met: dispatch.p50 <= 10 },
    { metric: 'dispatch into an idle worker, p95', value: `${String(dispatch.p95)} ms (${String(raw.p95)} ms)`, target: '≤ 50 ms', met: dispatch.p95 <= 50 },
    { metric: 'commands per step at 200 and 2,000', value: commands.map(({ perStep }) => perStep).join(' and '), target: '≤ 10, flat', met: most <= 10 },
    { metric: 'commands of an idle worker', value: `${String(idle.perSecond)} /s, ${String(idle.cpuPercent)} % CPU`, target: '≤ 5 /s', met: idle.perSecond <= 5 },
    { metric: 'film of 797 steps over the ideal schedule', value: `${String(makespan.overIdeal)} (${String(makespan.seconds)} s of ${String(makespan.ideal)} s)`, target: '≤ 1.05', met: makespan.overIdeal <= 1.05 },
    { metric: 'film of 797 steps under first come, first served', value: percent(makespan.underFirstCome), target: '≥ 15 %', met: makespan.underFirstCome >= 0.15 },
    { metric: `step of a killed worker runs elsewhere (lease ${String(recovery.leaseSeconds)} s)`, value: `${recovery.seconds.join(', ')} s`, target: '≤ lease + 2 s', met: slowest <= recovery.leaseSeconds + 2 },
  ] // prettier-ignore
  const json = { speed, commands, dispatch, rawUpdate: raw, idle, recovery, makespan }
  return { rows, json }
}
