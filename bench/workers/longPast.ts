import { ulid } from 'ulid'
import type { BareStudio } from '../core/bareStudio'
import { runEmptySteps } from '../core/speed'

const runSteps = 1000

/** Fills the database with so many finished steps: one run is really made, and what it left is copied. */
export const longPast = async (studio: BareStudio, steps: number): Promise<number> => {
  const worker = await studio.hire({ acts: { nothing: () => ({}) }, freeLanes: 20 })
  await runEmptySteps(studio, worker, runSteps)
  await worker.leave()
  const { db } = studio.database.control
  const raw = (name: string) => db.collection(name)
  const run = await raw('runs').findOne()
  if (!run) throw new Error('the run that is copied is not there')
  const runId = String(run['_id'])
  const rows = (name: string) => raw(name).find({ runId }).toArray()
  const [made, events, plan] = [await rows('steps'), await rows('run_events'), await raw('run_plans').findOne({ _id: run['_id'] })]
  for (let copies = 1; copies < steps / runSteps; copies++) {
    const id = ulid()
    await raw('runs').insertOne({ ...run, _id: id as never, key: id })
    await raw('run_plans').insertOne({ ...plan, _id: id as never })
    await raw('steps').insertMany(made.map((step) => ({ ...step, _id: String(step['_id']).replace(runId, id) as never, runId: id })))
    await raw('run_events').insertMany(events.map(({ _id: _, ...event }) => ({ ...event, runId: id })))
  }
  return raw('steps').countDocuments({ state: 'done' })
} // prettier-ignore
