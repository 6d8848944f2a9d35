import { expect } from 'vitest'
import { advance, initialState } from '@/domain/run/advance'
import type { RunState } from '@/domain/run/runState'
import type { StepDocument } from '@/stores/stepsStore'
import { plainState } from '../domain/run/runs'
import { nameOf, readyIn, type ClaimModel } from './coreModel'
import type { Effect } from './handWorker'
import type { ModelStage } from './modelStage'

type Place = { _id: string; pool: string; owner: string | null; holder: string | null; until: Date }

/** All that is remembered is what the model says: run, log, claims, places and what the steps left. */
export const checkCore = async (stage: ModelStage): Promise<void> => {
  const { model, runId, database, workers, seq } = stage
  const { db } = database.control
  const { stores } = workers[seq % workers.length]!.crew
  const [run, state, events, steps, places, effects, closings] = await Promise.all([
    stores.runs.find(runId),
    stores.runs.loadState(runId),
    stores.runs.eventsOf(runId, 0),
    stores.steps.of(runId),
    db.collection<Place>('slots').find().toArray(),
    db.collection<Effect>('effects').find().toArray(),
    db.collection('outbox').countDocuments({ job: 'closeRun', 'data.runId': runId }),
  ])
  expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1))
  expect(plainState(advance(initialState(state.plan), ...events))).toEqual(plainState(state))
  expect(run).toMatchObject({ seq: state.seq, state: state.stage === 'stopping' ? 'running' : state.stage })
  expect(run?.error?.code ?? null).toBe(model.error)
  expect(closings, 'closings of the run').toBe(model.endings)
  checkState(stage, state)

  const now = Date.now()
  expect(Object.fromEntries(steps.map((step) => [nameOf(step), claimOf(step, now)]))).toEqual(
    Object.fromEntries(model.claims),
  )
  const held = places.filter(({ owner }) => owner).map(({ _id, pool, owner, holder, until }) => [_id, { pool, owner, holder, alive: until.getTime() >= now }]) // prettier-ignore
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(model.places))
  expect(Object.fromEntries(effects.map(({ _id, times }) => [_id.slice(runId.length + 1), times]))).toEqual(
    Object.fromEntries([...model.effects].map((id) => [id, 1])),
  )
}

export const checkState = ({ model }: ModelStage, state: RunState): void => {
  expect(state.stage).toBe(model.stage)
  expect(state.nodes).toEqual(model.nodes.map(({ life }) => life))
  expect(state.takes).toEqual(model.nodes.map(({ take }) => take))
  expect(state.ready.map(nameOf)).toEqual(readyIn(model).map(nameOf))
  expect(state.settled).toEqual(model.settled)
}

const claimOf = ({ state, fence, crashes, errors, lease, outcome }: StepDocument, now: number): ClaimModel => ({
  state, fence, crashes, errors, owner: lease?.owner ?? null, alive: lease !== null && lease.until.getTime() >= now,
  waitedFor: (outcome?.['waiting'] as string | undefined) ?? '',
}) // prettier-ignore
