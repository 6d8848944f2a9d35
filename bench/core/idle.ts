import { setTimeout as sleep } from 'node:timers/promises'
import { alarmClock } from '@/jobs/alarmClock'
import { outboxDesk } from '@/jobs/outboxDesk'
import { sweep } from '@/jobs/sweep'
import { rounded } from '../meter'
import type { BareStudio } from './bareStudio'

export type Idle = { perSecond: number; byName: Record<string, number>; cpuPercent: number }

/** What a whole worker with nothing to do asks of MongoDB: engine, outbox desk, alarm clock, change streams. */
export const measureIdle = async (studio: BareStudio, seconds: number): Promise<Idle> => {
  const { crew, control, meter, leave } = await studio.hire({ acts: {} })
  const { engine, stores, slots } = crew
  const stop = new AbortController()
  const log = (): void => undefined
  const onWake = () => sweep({ engine, runs: stores.runs, steps: stores.steps, slots, outbox: stores.outbox })
  // What the other measurements left there would be taken and refused for ever.
  await control.db.collection('outbox').deleteMany({})
  const clock = await alarmClock({ control, name: crew.owner, log, onWake })
  const desk = outboxDesk({ outbox: stores.outbox, handlers: new Map(), until: stop.signal, log })
  await sleep(3000)
  meter.reset()
  const before = process.cpuUsage()
  await sleep(seconds * 1000)
  const { user, system } = process.cpuUsage(before)
  const idle = {
    perSecond: rounded(meter.total() / seconds),
    byName: meter.byName(),
    cpuPercent: rounded((user + system) / seconds / 1e4),
  }
  stop.abort()
  await Promise.all([clock.stop(), desk.drained()])
  await leave()
  return idle
}
