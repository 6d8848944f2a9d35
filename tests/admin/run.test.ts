import { describe, expect, it } from 'vitest'
import { graphOf } from '@/admin/run/graphOf'
import { nextPress, whyNotNow } from '@/admin/run/nextPress'
import { rowsOf } from '@/admin/run/rowsOf'
import { runNews } from '@/admin/run/runNews'
import { standingOf, type RunTold, type StepTold } from '@/admin/run/runShape'

const stepOf = (node: number, name: string, over: Partial<StepTold> = {}): StepTold => ({
  id: `${String(node)}:${name}`,
  says: name,
  state: 'pending',
  attempts: 0,
  startedAt: null,
  endedAt: null,
  error: null,
  needs: [],
  scene: null,
  worker: null,
  againAt: null,
  ...over,
})
const runOf = (steps: StepTold[], over: Partial<RunTold> = {}): RunTold => ({
  id: 'R',
  kind: 'generate',
  project: 'P',
  state: 'running',
  progress: { done: 0, total: steps.length, percent: 0, etaS: null },
  steps,
  notices: [],
  error: null,
  startedAt: null,
  endedAt: null,
  seq: 0,
  title: 'The Last Ferry',
  scenes: [],
  ...over,
})
const told = (seq: number, data: Record<string, unknown>, event: 'step' | 'run' = 'step') => ({
  event,
  data: { runId: 'R', seq, ...data },
})
const at = '2026-11-22T09:14:00.000Z'

describe('a run that is followed', () => {
  const run = runOf([stepOf(0, 'scene.plan-shot', { state: 'running' }), stepOf(1, 'scene.make-clip')])

  it('counts every event once, however often the stream tells it after it was cut', () => {
    const first = runNews(run, told(1, { type: 'done', node: 0, take: 1, at }))
    expect(first).toMatchObject({ seq: 1, progress: { done: 1, total: 2, percent: 50 } })
    expect((first as RunTold).steps[0]).toMatchObject({ state: 'succeeded', endedAt: at })
    expect(runNews(first as RunTold, told(1, { type: 'done', node: 0, take: 1, at }))).toBe('known')
  })

  it('knows when one is missing', () => {
    expect(runNews(run, told(2, { type: 'done', node: 1, take: 1, at }))).toBe('gap')
    expect(runNews(run, { event: 'step', data: { runId: 'other', seq: 9 } })).toBe('known')
    expect(runNews(run, { event: 'cost', data: { project: 'P' } })).toBe('known')
  })

  it('says why a step failed, and that one which failed alone was left out', () => {
    const story = { code: 'X', what: 'It broke.', why: 'Rain.', fix: 'Wait.' }
    const failed = runNews(run, told(1, { type: 'failed', node: 0, take: 2, alone: false, story, at })) as RunTold
    expect(failed.steps[0]).toMatchObject({ state: 'failed', attempts: 2, error: story })
    const alone = runNews(run, told(1, { type: 'failed', node: 0, take: 1, alone: true, story, at })) as RunTold
    expect(alone.steps[0]).toMatchObject({ state: 'cancelled', error: null })
  })

  it('waits when every open step waits for somebody', () => {
    const waits = runOf([stepOf(0, 'scene.make-clip', { state: 'waiting' }), stepOf(1, 'scene.receive-clip')])
    expect(standingOf(waits)).toBe('waiting')
    expect(standingOf(run)).toBe('running')
    expect(standingOf(runOf([], { state: 'stopping' }))).toBe('stopping')
  })
})

describe('the graph of a run', () => {
  it('shows what waits for what, without the waits that follow from others', () => {
    const nodes = graphOf([
      stepOf(0, 'scene.plan-shot'),
      stepOf(1, 'scene.compose-picture', { needs: [0], state: 'succeeded' }),
      stepOf(2, 'scene.speak-lines', { needs: [0] }),
      stepOf(3, 'scene.make-clip', { needs: [0, 1, 2] }),
    ])
    expect(nodes.map(({ name, column }) => [name.slice(6), column])).toEqual([
      ['plan-shot', 0],
      ['compose-picture', 1],
      ['speak-lines', 1],
      ['make-clip', 2],
    ])
    expect(nodes[3]?.after).toEqual(['scene.compose-picture', 'scene.speak-lines'])
    expect(nodes[1]).toMatchObject({ total: 1, done: 1 })
  })

  it('holds together where a scene waits for the scene before', () => {
    const nodes = graphOf([
      stepOf(0, 'scene.make-clip'),
      stepOf(1, 'scene.take-last-frame', { needs: [0] }),
      stepOf(2, 'scene.make-clip', { needs: [1] }),
      stepOf(3, 'scene.take-last-frame', { needs: [2] }),
    ])
    expect(nodes.map(({ total }) => total)).toEqual([2, 2])
    expect(new Set(nodes.map(({ column }) => column)).size).toBe(2)
  })
})

describe('the timeline of a run', () => {
  it('has a line for each kind of step, or for each scene', () => {
    const steps = [
      stepOf(0, 'scene.plan-shot', { scene: 's1', state: 'succeeded', startedAt: at, endedAt: at, worker: 'studio 1' }),
      stepOf(1, 'scene.plan-shot', { scene: 's2', state: 'running', startedAt: at, worker: 'studio 2' }),
      stepOf(2, 'scene.make-clip', { scene: 's1' }),
    ]
    const now = Date.parse(at) + 5000
    expect(rowsOf(steps, now).map(({ name, done, total }) => [name, done, total])).toEqual([
      ['scene.plan-shot', 1, 2],
      ['scene.make-clip', 0, 1],
    ])
    expect(rowsOf(steps, now)[0]).toMatchObject({ workers: ['studio 1', 'studio 2'], to: now })
    expect(rowsOf(steps, now, 'scene').map(({ name, total }) => [name, total])).toEqual([
      ['s1', 2],
      ['s2', 1],
    ])
  })
})

describe('what comes after a run', () => {
  const after = (kind: RunTold['kind']) => nextPress(kind)

  it('is to make the scenes, then to cut the film, then nothing more', () => {
    expect([after('qualify')?.kind, after('generate')?.kind, after('assemble'), after('export')]).toEqual(['generate', 'assemble', null, null]) // prettier-ignore
  })

  it('waits while another run works on the film, and while it is gathered again', () => {
    const cut = after('generate')!
    expect([whyNotNow(cut, 'generated'), whyNotNow(cut, 'completed'), whyNotNow(cut, null)]).toEqual([null, null, null])
    expect([whyNotNow(cut, 'generating'), whyNotNow(cut, 'assembling')]).toEqual(['nextBusy', 'nextBusy'])
    expect(whyNotNow(after('qualify')!, 'gathering')).toBe('nextNotYet')
  })
})
