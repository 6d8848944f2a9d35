import { setTimeout as sleep } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { planOfActs } from '../../tests/support/crew'
import { eventsOf, type Listening } from '../../tests/support/eventsOf'
import { connectTo } from '../../tests/support/testDatabase'
import { until } from '../../tests/support/until'
import { quantile, rounded } from '../meter'
import type { Server } from './openServer'

export type EventFigures = { clients: number; p50: number; p95: number; gaps: number }

/**
 * From the moment an event is committed to each of `clients` having read it (ms), and how many clients missed one or
 * had one twice; half of them go away in the middle and come back with the last id they had.
 */
export const measureEvents = async (
  { base, mongoUri }: Server,
  { project, clients, events }: { project: string; clients: number; events: number },
): Promise<EventFigures> => {
  const control = await connectTo(mongoUri)
  const runs = runsStore(control, outboxStore(control))
  const plan = planOfActs(
    Array.from({ length: events }, () => ({ act: 'film' })),
    { version: 'bench' },
  )
  const { runId } = await runs.create({ kind: 'generate', projectId: project, key: new ObjectId().toHexString(), plan, options: {} }) // prettier-ignore
  await runs.record(runId, { type: 'started' })
  const follow = async (last = '0'): Promise<Listening> =>
    eventsOf(await fetch(`${base}/api/runs/${runId}/events`, { headers: { 'last-event-id': last } }))
  const seqsOf = ({ events: had }: Listening) => had.flatMap(({ id }) => (id === '' ? [] : [Number(id)]))
  const all = await Promise.all(Array.from({ length: clients }, () => follow()))
  const had = all.map((): number[] => [])
  await until('all listen', () => all.every((one) => seqsOf(one).length > 0), 30_000)

  const delays: number[] = []
  for (let node = 0; node < events; node++) {
    await runs.record(runId, { type: 'done', node, take: 1, reused: false })
    const at = performance.now()
    const missing = new Set(all)
    while (missing.size > 0 && performance.now() - at < 10_000) {
      const here = [...missing].filter((one) => seqsOf(one).at(-1) === node + 2)
      for (const one of here) {
        missing.delete(one)
        delays.push(performance.now() - at)
      }
      await sleep(1)
    }
    if (node !== Math.floor(events / 2)) continue
    for (let i = 0; i < clients; i += 2) {
      const one = all[i]!
      await one.leave()
      had[i]!.push(...seqsOf(one))
      all[i] = await follow(String(had[i]!.at(-1) ?? 0))
    }
  }
  await sleep(1500)
  const whole = (list: number[]) => list.length === events + 1 && list.every((seq, i) => seq === i + 1)
  const gaps = all.filter((one, i) => !whole([...had[i]!, ...seqsOf(one)])).length
  for (const one of all) await one.leave()
  await control.client.close()
  return { clients, p50: rounded(quantile(delays, 0.5), 1), p95: rounded(quantile(delays, 0.95), 1), gaps }
}
