import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda, type Job } from 'agenda'
import type { ControlDb } from '@/stores/controlDb'
import type { Wake } from './handlers'

export type AlarmClock = { ring: (what: Wake) => Promise<void>; stop: () => Promise<void> }

type Parts = { control: ControlDb; name: string; onWake: (what: Wake) => Promise<void>; log: (line: string) => void }

const sweepEvery = '15 seconds'
/** A wake-up is answered at once. Agenda watches a running job by a timer of half this that nothing ends, so it is kept short. */
const lockMs = 5000

/** Agenda as the alarm clock, never the authority: one definition, `wake`, which says “look again”. */
export const alarmClock = async ({ control, name, onWake, log }: Parts): Promise<AlarmClock> => {
  const agenda = new Agenda({
    name,
    processEvery: 2000,
    maxConcurrency: 5,
    defaultLockLifetime: lockMs,
    backend: new MongoBackend({ mongo: control.db, collection: 'agendaJobs' }),
  })
  let stopping = false
  agenda.on('error', (error: Error) => {
    if (!stopping) log(`alarm clock: ${error.message}`)
  })
  agenda.define('wake', async (job: Job) => onWake(job.attrs.data as Wake), {
    concurrency: 5,
    lockLimit: 5,
    lockLifetime: lockMs,
    removeOnComplete: true,
  })
  await agenda.ready
  await agenda.start()
  await agenda.every(sweepEvery, 'wake', { kind: 'sweep' })
  return {
    ring: async (what) => {
      if (!stopping) await agenda.now('wake', what)
    },
    stop: async () => {
      stopping = true
      await agenda.stop(false)
    },
  }
}
