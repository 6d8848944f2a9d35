import { planOfActs, storeRun } from '../../tests/support/crew'
import { until } from '../../tests/support/until'
import { rounded } from '../meter'
import { paidStudio } from './paidStudio'

export type PaidCommands = { steps: number; places: number; perStep: number; byName: Record<string, number> }

/** MongoDB commands per finished paid step, of worker and web part together: heartbeats, polling, change streams and all. */
export const measurePaidCommands = async (
  sizes: readonly number[],
  { places, ms }: { places: number; ms: number },
): Promise<PaidCommands[]> => {
  const studio = await paidStudio({ places, webhooks: true, msOf: (name) => ms * (0.7 + (nodeOf(name) % 7) / 10) })
  const { crew, meters, provider, log } = studio
  const list: PaidCommands[] = []
  for (const steps of sizes) {
    const runId = await storeRun(crew.stores, planOfActs(Array.from({ length: steps }, () => ({ act: 'ask' }))))
    const before = provider.seen.length
    for (const meter of meters) meter.reset()
    await crew.engine.start(runId)
    await until('the run has ended', async () => (await studio.stageOf(runId)) === 'succeeded', 120_000)
    const sent = provider.seen.length - before
    if (sent !== steps || log.length > 0) throw new Error(`${String(sent)} requests for ${String(steps)} steps; ${log.join('; ')}`)
    const total = meters.reduce((sum, meter) => sum + meter.total(), 0)
    const byName = meters[0]?.byName() ?? {}
    list.push({ steps, places, perStep: rounded(total / steps, 1), byName })
  }
  await studio.close()
  return list
} // prettier-ignore

const nodeOf = (name: string): number => Number(name.split('/')[1])
