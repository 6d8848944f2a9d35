import { isFailed, stepName, stepNumber, type StepTold } from './runShape'

/** All steps of one name; `column` says how many must come before, `row` its place in the column. */
export type GraphNode = {
  name: string
  column: number
  row: number
  total: number
  done: number
  failed: number
  working: number
  /** Names it waits for directly. */
  after: string[]
}

/** What waits for what, by names; a wait that follows from others is left out, so that the picture stays readable. */
export const graphOf = (steps: readonly StepTold[]): GraphNode[] => {
  const names = new Map(steps.map((step) => [stepNumber(step), stepName(step)]))
  const nodes = new Map<string, GraphNode>()
  const needs = new Map<string, Set<string>>()
  for (const step of steps) {
    const name = stepName(step)
    nodes.set(name, counted(nodes.get(name) ?? fresh(name), step))
    const all = needs.get(name) ?? new Set()
    for (const need of step.needs) {
      const before = names.get(need)
      if (before !== undefined && before !== name) all.add(before)
    }
    needs.set(name, all)
  }
  const columns = columnsOf(needs)
  const direct = withoutDetours(needs, columns)
  return placed([...nodes.values()].map((node) => ({ ...node, column: columns.get(node.name) ?? 0, after: [...(direct.get(node.name) ?? [])] })))
} // prettier-ignore

const fresh = (name: string): GraphNode => ({
  name,
  column: 0,
  row: 0,
  total: 0,
  done: 0,
  failed: 0,
  working: 0,
  after: [],
})
const counted = (node: GraphNode, step: StepTold): GraphNode => ({
  ...node,
  total: node.total + 1,
  done: node.done + (step.state === 'succeeded' ? 1 : 0),
  failed: node.failed + (isFailed(step) ? 1 : 0),
  working: node.working + (step.state === 'running' || step.state === 'waiting' ? 1 : 0),
})

type Needs = ReadonlyMap<string, ReadonlySet<string>>

/** The longest way to each name. Scenes chain to the scene before, so names may need each other in turn: a way back counts nothing. */
const columnsOf = (needs: Needs): Map<string, number> => {
  const columns = new Map<string, number>()
  const longest = (name: string, way: ReadonlySet<string>): number => {
    const known = columns.get(name)
    if (known !== undefined) return known
    const before = [...(needs.get(name) ?? [])].filter((one) => !way.has(one))
    const column = before.length === 0 ? 0 : 1 + Math.max(...before.map((one) => longest(one, new Set([...way, name]))))
    columns.set(name, column)
    return column
  }
  for (const name of needs.keys()) longest(name, new Set())
  return columns
}

/** Without those that another one waits for already. */
const withoutDetours = (needs: Needs, columns: ReadonlyMap<string, number>): Needs => {
  const at = (name: string) => columns.get(name) ?? 0
  const earlier = (name: string) => [...(needs.get(name) ?? [])].filter((one) => at(one) < at(name))
  const reach = (name: string): Set<string> => new Set(earlier(name).flatMap((one) => [one, ...reach(one)]))
  return new Map(
    [...needs.keys()].map((name) => {
      const before = earlier(name)
      const further = new Set(before.flatMap((one) => [...reach(one)]))
      return [name, new Set(before.filter((one) => !further.has(one)))]
    }),
  )
}

/** Rows near those of what comes before. */
const placed = (nodes: readonly GraphNode[]): GraphNode[] => {
  const rows = new Map<string, number>()
  const last = Math.max(0, ...nodes.map(({ column }) => column))
  for (let column = 0; column <= last; column++) {
    const here = nodes.filter((node) => node.column === column)
    const wish = ({ after }: GraphNode) => after.reduce((sum, name) => sum + (rows.get(name) ?? 0), 0) / Math.max(1, after.length)
    const order = [...here].sort((a, b) => wish(a) - wish(b))
    order.forEach(({ name }, row) => rows.set(name, row))
  }
  return nodes.map((node) => ({ ...node, row: rows.get(node.name) ?? 0 }))
} // prettier-ignore
