import { checkPlan, type PlanNode, type RunPlan } from '@/domain/run/runPlan'
import { previsModel } from '@/domain/project/projectSettings'
import { rankByCriticalPath } from '@/domain/run/criticalPath'
import { callSheet, callSheetVersion, stepsById, type Entry } from './callSheet'
import type { StepDefinition } from './defineStep'

type Unranked = Omit<PlanNode, 'rank'>
type Lines = readonly (Entry | readonly Entry[])[]
type Subjects = Partial<Record<'character' | 'location' | 'prop' | 'scene' | 'gap', string[]>>

/** Pictures only, or clips as well. */
export type Until = 'stills' | 'clips'
export type SceneToMake = { id: string; previous: string | null }

/** The plan of “Generate Qualified Data”: stops after an error, when what is in flight has landed. */
export const planQualify = (subjects: { characters: string[]; places: string[]; props: string[] }): RunPlan => {
  const nodes: Unranked[] = []
  addLines(nodes, callSheet.qualify, {
    subjects: { character: subjects.characters, location: subjects.places, prop: subjects.props },
    input: {},
  })
  return finished('qualify', nodes, 'stop')
}

/** Names whose reference pictures are drawn again before the scenes that show them. */
export type Views = Partial<Record<'character' | 'location' | 'prop', string[]>>

/** Reference pictures that scenes with models of their own need: who makes them, `previs` or the names of both models. */
export type Aside = { by: string; views: Views }

/**
 * The plan of a batch of scenes: each its own chain; one that fails alone leaves the others be. `changed`: whose changed
 * looks a person wants drawn; `until`: where it stops; `by`: the paid models reference pictures are made by.
 */
export const planGenerate = (
  scenes: readonly SceneToMake[],
  {
    views = {},
    changed = [],
    until = 'clips',
    by,
    asides = [],
  }: { views?: Views; changed?: string[]; until?: Until; by?: string; asides?: readonly Aside[] } = {},
): RunPlan => {
  const nodes: Unranked[] = []
  const input: Record<string, string> = by ? { by } : {}
  const redrawn = addLines(nodes, callSheet.redraw, { subjects: views, input })
  addLines(nodes, callSheet.looks, { subjects: { character: changed }, input, waits: redrawn })
  for (const aside of asides) {
    const maker: Record<string, string> = aside.by === previsModel ? {} : { by: aside.by }
    addLines(nodes, callSheet.redraw, { subjects: aside.views, input: { aside: aside.by, ...maker } })
  }
  const waits = nodes.map(({ node }) => node)
  for (const { id, previous } of scenes)
    addLines(nodes, until === 'stills' ? callSheet.stills : callSheet.scene, {
      subjects: {},
      input: { scene: id, ...(previous ? { previous } : {}) },
      waits,
    })
  return finished('generate', nodes, 'goOn')
}

/** The plan of a film; `gaps` are scenes without a shot, which get an unjudged animatic, or a slate. */
export const planAssemble = ({
  scenes,
  gaps,
  fill = 'previs',
}: {
  scenes: string[]
  gaps: string[]
  fill?: 'previs' | 'slate'
}): RunPlan => {
  const nodes: Unranked[] = []
  const input: Record<string, string> = fill === 'slate' ? { fill } : {}
  addLines(nodes, callSheet.film, { subjects: { scene: scenes, gap: gaps }, input })
  return finished('assemble', nodes, 'stop')
}

/** The plan of a hand-off; `input` says what is wanted. */
export const planExport = (input: Record<string, string>): RunPlan => {
  const nodes: Unranked[] = []
  addLines(nodes, callSheet.handoff, { subjects: {}, input })
  return finished('export', nodes, 'stop')
}

/** The plan of one picture or clip outside of the scenes; what it shall be stands with the run. */
export const planOneOff = (): RunPlan => {
  const nodes: Unranked[] = []
  addLines(nodes, callSheet.oneOff, { subjects: {}, input: {} })
  return finished('oneOff', nodes, 'stop')
}

const finished = (kind: RunPlan['kind'], nodes: Unranked[], onError: RunPlan['onError']): RunPlan =>
  checkPlan({
    kind,
    definitionVersion: callSheetVersion,
    onError,
    nodes: rankByCriticalPath(nodes, (node) => stepsById.get(node.step)?.seconds ?? 1),
  })

type Base = { subjects: Subjects; input: Record<string, string>; waits?: number[] }

/** Every line waits for the line above, the first for `waits`; a step also waits for those whose gifts it reads. Answers what the next line waits for. */
const addLines = (nodes: Unranked[], lines: Lines, base: Base): number[] => {
  const first = nodes.length
  let above = base.waits ?? []
  for (const line of lines) {
    const entries = (Array.isArray(line) ? line : [line]) as Entry[]
    const added = entries.flatMap((entry) => addEntry(nodes, entry, { base, above, first }))
    if (added.length > 0) above = added
  }
  return above
}

const addEntry = (
  nodes: Unranked[],
  entry: Entry,
  { base, above, first }: { base: Base; above: number[]; first: number },
): number[] => {
  if (!('each' in entry)) return [addNode(nodes, entry, { input: base.input, above, first })]
  const key = entry.each === 'gap' ? 'scene' : entry.each
  return (base.subjects[entry.each] ?? []).map((subject) =>
    addNode(nodes, entry.step, { input: { ...base.input, [key]: subject }, above, first }),
  )
}

const addNode = (
  nodes: Unranked[],
  step: StepDefinition,
  { input, above, first }: { input: Record<string, string>; above: number[]; first: number },
): number => {
  const wanted = new Set(step.reads.from ?? [])
  const gifts = nodes
    .slice(first)
    .filter((node) => wanted.has(node.step) && sameSubject(node.input, input))
    .map((node) => node.node)
  const needs = [...new Set([...above, ...gifts])].sort((a, b) => a - b)
  const node = nodes.length
  nodes.push({ node, step: step.id, says: step.says, input, needs, after: [], slot: step.slot, takes: 1 })
  return node
}

/** A gift is for this node unless it is about another scene. */
const sameSubject = (gift: Record<string, string>, input: Record<string, string>): boolean =>
  !input.scene || !gift.scene || gift.scene === input.scene
