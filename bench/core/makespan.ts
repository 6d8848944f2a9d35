import { setTimeout as sleep } from 'node:timers/promises'
import { checkPlan, type RunPlan } from '@/domain/run/runPlan'
import { storeRun } from '../../tests/support/crew'
import { until } from '../../tests/support/until'
import { rounded } from '../meter'
import type { BareStudio } from './bareStudio'
import { firstComeFirst, listSchedule, longestPathFirst } from './listSchedule'
import { referenceGraph, type RankedPiece } from './referenceGraph'

export type Makespan = { seconds: number; ideal: number; firstCome: number; overIdeal: number; underFirstCome: number }

const places = 4
const freeLanes = 64

/** The reference film `compressed` times faster than life, against an ideal list schedule of the lengths it really had. */
export const measureMakespan = async (
  studio: BareStudio,
  { compressed, seed }: { compressed: number; seed: number },
): Promise<Makespan> => {
  const graph = referenceGraph(seed)
  const took = new Map<number, number>()
  const worker = await studio.hire({
    freeLanes,
    providerSlots: places,
    acts: {
      play: async ({ input }) => {
        const node = Number(input['node'])
        const began = performance.now()
        await sleep(((graph[node]?.seconds ?? 0) * 1000) / compressed)
        took.set(node, (performance.now() - began) / 1000)
        return {}
      },
    },
  })
  const { office } = studio
  const runId = await storeRun(office.stores, planOf(graph))
  await office.engine.start(runId)
  const began = performance.now()
  await until('the film is made', async () => (await office.stores.runs.find(runId))?.state === 'succeeded', 600_000)
  const seconds = (performance.now() - began) / 1000
  await worker.leave()

  const observed = graph.map((piece) => ({ ...piece, seconds: took.get(piece.node) ?? piece.seconds / compressed }))
  const caps = (slot: RankedPiece['slot']) => (slot === 'free' ? freeLanes : places)
  const ideal = listSchedule(observed, caps, longestPathFirst)
  const firstCome = listSchedule(observed, caps, firstComeFirst)
  return {
    seconds: rounded(seconds),
    ideal: rounded(ideal),
    firstCome: rounded(firstCome),
    overIdeal: rounded(seconds / ideal, 3),
    underFirstCome: rounded(1 - seconds / firstCome, 3),
  }
}

const planOf = (graph: readonly RankedPiece[]): RunPlan => {
  const of = String(performance.now())
  return checkPlan({
    kind: 'generate',
    definitionVersion: 'test',
    onError: 'stop',
    nodes: graph.map(({ node, needs, after, slot, rank }) => ({
      node, step: 'test.act', says: 'Play', input: { act: 'play', of, node: String(node) }, needs, after, slot, takes: 1, rank,
    })), // prettier-ignore
  })
}
