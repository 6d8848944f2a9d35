import { planOfActs, storeRun, type TestNode } from '../../tests/support/crew'
import { until } from '../../tests/support/until'
import { rankByCriticalPath } from '@/domain/run/criticalPath'
import { listSchedule, longestPathFirst } from '../core/listSchedule'
import { quantile, rounded } from '../meter'
import { paidStudio } from './paidStudio'

const nodeOf = (name: string): number => Number(name.split('/')[1])

export type Hop = { p50: number; p95: number; samples: number }

/** From the moment the last thing a paid step needs is durable to its POST at the provider (ms), in an idle worker. */
export const measureHop = async (samples: number): Promise<Hop> => {
  const studio = await paidStudio({ places: 4, webhooks: true, msOf: () => 20 })
  const { crew, provider, durable } = studio
  const took: number[] = []
  for (let i = -5; i < samples; i++) {
    const before = provider.seen.length
    const runId = await storeRun(crew.stores, planOfActs([{ act: 'nothing' }, { act: 'ask', needs: [0] }]))
    await crew.engine.start(runId)
    await until('it is asked', async () => (await studio.stageOf(runId)) === 'succeeded')
    const posted = provider.seen[before]?.at ?? Number.NaN
    if (i >= 0) took.push(posted - (durable.get(`${runId}:0`) ?? Number.NaN)) // the first five warm up
  }
  await studio.close()
  return { p50: rounded(quantile(took, 0.5), 1), p95: rounded(quantile(took, 0.95), 1), samples }
}

export type PaidMakespan = { seconds: number; ideal: number; overIdeal: number; busy: number }

/** Chains of paid calls on few places, called back: how long they take against a schedule that loses nothing between calls. */
export const measurePaidMakespan = async (wish: {
  chains: number
  links: number
  seconds: number
  places: number
}): Promise<PaidMakespan> => {
  const { chains, links, places } = wish
  const secondsOf = (node: number) => wish.seconds * (0.7 + ((node * 7) % 13) / 20)
  const studio = await paidStudio({ places, webhooks: true, msOf: (name) => secondsOf(nodeOf(name)) * 1000 })
  const needs = (node: number) => (node % links === 0 ? [] : [node - 1])
  const pieces = Array.from({ length: chains * links }, (_, node) => ({
    node, needs: needs(node), after: [], slot: 'provider:any' as const, seconds: secondsOf(node),
  })) // prettier-ignore
  const ranked = rankByCriticalPath(pieces, ({ seconds }) => seconds)
  const nodes: TestNode[] = ranked.map((piece) => ({ act: 'ask', needs: piece.needs, rank: piece.rank }))
  const runId = await storeRun(studio.crew.stores, planOfActs(nodes))
  const began = performance.now()
  await studio.crew.engine.start(runId)
  await until('all is made', async () => (await studio.stageOf(runId)) === 'succeeded', 180_000)
  const seconds = (performance.now() - began) / 1000
  const { seen } = studio.provider
  await studio.close()
  const calls = seen.map(({ name, at, endedAt }) => ({ node: nodeOf(name), at, endedAt: endedAt ?? Number.NaN }))
  const observed = ranked.map((piece) => {
    const call = calls.find(({ node }) => node === piece.node)
    return { ...piece, seconds: call ? (call.endedAt - call.at) / 1000 : piece.seconds }
  })
  const ideal = listSchedule(observed, () => places, longestPathFirst)
  const endOf = new Map(calls.map(({ node, endedAt }) => [node, endedAt]))
  const readyAt = (node: number) => Math.max(began, ...needs(node).map((need) => endOf.get(need) ?? Number.NaN))
  const busy = busyShare(calls.map((call) => ({ ...call, readyAt: readyAt(call.node) })), places) // prettier-ignore
  return { seconds: rounded(seconds), ideal: rounded(ideal), overIdeal: rounded(seconds / ideal, 3), busy }
}

type Timed = { readyAt: number; at: number; endedAt: number }

/** Of the places there was ready work for, the share that worked. */
const busyShare = (calls: readonly Timed[], places: number): number => {
  const moments = [...new Set(calls.flatMap(({ readyAt, at, endedAt }) => [readyAt, at, endedAt]))].sort(
    (a, b) => a - b,
  )
  let [worked, wanted] = [0, 0]
  moments.slice(0, -1).forEach((from, i) => {
    const span = (moments[i + 1] ?? from) - from
    const inWork = calls.filter(({ at, endedAt }) => at <= from && from < endedAt).length
    const waits = calls.filter(({ readyAt, at }) => readyAt <= from && from < at).length
    if (waits === 0) return
    worked += Math.min(places, inWork) * span
    wanted += Math.min(places, inWork + waits) * span
  })
  return rounded(worked / wanted, 3)
}
