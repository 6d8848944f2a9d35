import type { PlanNode } from './runPlan'

/**
 * Ranks every node by the longest path from its start to the end of the run.
 * `secondsOf` is the expected length of a step in seconds. Linear in nodes and needs.
 */
export const rankByCriticalPath = <N extends Pick<PlanNode, 'needs' | 'after'>>(
  nodes: N[],
  secondsOf: (node: N) => number,
): (N & { rank: number })[] => {
  const tail = new Array<number>(nodes.length).fill(0)
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]
    if (!node) continue
    const path = secondsOf(node) + (tail[i] ?? 0)
    for (const need of [...node.needs, ...node.after]) tail[need] = Math.max(tail[need] ?? 0, path)
    tail[i] = path
  }
  return nodes.map((node, i) => ({ ...node, rank: Math.round((tail[i] ?? 0) * 1000) / 1000 }))
}
