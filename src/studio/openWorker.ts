import { join } from 'node:path'
import { getPayload } from 'payload'
import { migrations } from '../../migrations/index'
import { studioConfig } from '../../payload.config'
import { callFree } from '@/calls/callFree'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import type { Department, Engine } from '@/domain/run/engine'
import type { RunEvent } from '@/domain/run/runEvent'
import type { Ask } from '@/domain/run/runState'
import { embeddedEngine } from '@/engines/embedded/embeddedEngine'
import { alarmClock } from '@/jobs/alarmClock'
import { jobHandlers } from '@/jobs/handlers'
import { outboxDesk } from '@/jobs/outboxDesk'
import { paidDesk } from '@/jobs/paidDesk'
import { sweep } from '@/jobs/sweep'
import { callSheetVersion, stepsById } from '@/pipeline/callSheet'
import type { Providers } from '@/pipeline/providers'
import { runStep } from '@/pipeline/runStep'
import type { Stores } from '@/pipeline/stores'
import { commitFinishes, type CommitSettlement } from '@/stores/commitFinishes'
import type { Traces } from '@/domain/log/toldSpan'
import type { MovedCall } from '@/stores/paid/paidCallsStore'
import type { Bucket } from '@/stores/bucket/s3Bucket'
import { controlDb } from '@/stores/controlDb'
import { keyPrint } from '@/stores/keys/keyPrint'
import { keysStore } from '@/stores/keys/keysStore'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { migrateStudio } from '@/stores/migrateStudio'
import { machineName, newOwner } from '@/stores/owner'
import { presenceStore } from '@/stores/presenceStore'
import { noticesStore } from '@/stores/noticesStore'
import { untoldStore } from '@/stores/untoldStore'
import { slotsStore, type SlotsStore } from '@/stores/slotsStore'
import { fillBucket } from './fillBucket'
import { openKeyring, type Keyring } from './keyring'
import { leaseKeeper } from './leaseKeeper'
import { openStores } from './openStores'
import { workerTraces } from './workerTraces'
import { paidLog } from './paidLog'
import { paidRoom, type PaidRoomSettings } from './paidRoom'
import { presence } from './presence'
import type { MailSettings } from './mailSettings'
import { openTidings } from './openTidings'
import { seedStudio } from './seedStudio'
import { stepLog } from './stepLog'
import { projectById, projectReader } from './projectReader'

export type WorkerSettings = {
  mongoUri: string
  secret: string
  home: string
  providers: Providers
  /** Where media are kept beside the folder. */
  bucket?: Bucket | null
  /** Paid providers; nothing that costs money is sent without. */
  paid?: PaidRoomSettings
  cpuSlots: number
  /** The runs a command works for; null: any. */
  only: Set<string> | null
  log: (line: string) => void
  onFinished?: (ask: Ask, event: RunEvent) => void
  /** Whoever is told what took how long. */
  traces?: Traces | null
  /** Where mail goes out, and where its links lead; nothing is sent without. */
  mail?: (MailSettings & { base: string }) | null
  /** A worker that stays keeps a log: from which level on, in which file, without which values. */
  logs?: { level: string; file: string; secrets: readonly string[] }
}

export type StudioWorker = {
  stores: Stores
  engine: Engine
  slots: SlotsStore
  keyring: Keyring
  close: () => Promise<void>
}

/** Builds a worker from settings: stores, engine, jobs, alarm clock. The only place besides openWeb that knows them all. */
export const openWorker = async (settings: WorkerSettings): Promise<StudioWorker> => {
  const { home, only, logs } = settings
  const config = studioConfig({
    mongoUrl: settings.mongoUri,
    secret: settings.secret,
    mediaDir: join(home, 'media'),
    singleUser: true,
    logLevel: logs?.level ?? 'warn',
    mail: settings.mail,
    ...(logs ? { logFile: logs.file, secrets: logs.secrets } : {}),
  })
  const owner = newOwner(process.pid)
  // each has its own: one that ends takes its connection along
  const payload = await getPayload({ config, disableOnInit: true, key: `worker ${owner}` })
  const log = (line: string): void => {
    if (logs) payload.logger.warn(line)
    settings.log(line)
  }
  const control = controlDb(payload)
  await migrateStudio(control, migrations)
  await ensureIndexes(control.db)
  const stores = openStores(control, { owner, mediaDir: join(home, 'media'), bucket: settings.bucket ?? null })
  const slots = slotsStore(control, owner, limits.leaseMs)
  const keeper = leaseKeeper({ steps: stores.steps, slots, everyMs: limits.heartbeatMs, log })

  const commit = commitFinishes(control, stores.runs)
  const settle: CommitSettlement = async (settlement) => {
    const is = await commit(settlement)
    if (is === 'committed') engine.committed(settlement.runId)
    return is
  }
  const money = paidLog(payload.logger)
  const traced = settings.traces
    ? workerTraces({ traces: settings.traces, runs: stores.runs, known: stores.runs.known })
    : null
  const onMove = (moved: MovedCall): void => {
    money.moved(moved)
    traced?.moved(moved)
  }
  const stop = new AbortController()
  const asked = settings.paid ?? noPaid
  const keyring = await openKeyring({
    ...asked,
    withKey: asked.withKey,
    keyPrint: keyPrint(settings.secret),
    keys: keysStore(control),
    signal: stop.signal,
    log,
  })
  const room = paidRoom({ ...settings, stores, owner, settle, onMove, keyring }, asked)
  const engine = embeddedEngine({
    runs: stores.runs, steps: stores.steps, slots, outbox: stores.outbox, machine: machineName(), cpuSlots: settings.cpuSlots,
    freeLanes: 8, providerSlots: () => 4, only, log,
  }) // prettier-ignore
  const told = stepLog({ logger: payload.logger, known: stores.runs.known })
  const department: Department = {
    loadPlan: (runId) => stores.runs.loadPlan(runId),
    loadState: async (runId) => knownPlan(await stores.runs.loadState(runId)),
    runStep: (traced?.timed ?? same)(told.timed(runStep({
      stores, providers: settings.providers, call: callFree(stores), callPaid: room.callPaid, commit, steps: stepsById,
      projectOf: projectReader(stores), scratchDir: join(home, 'tmp'), hold: keeper.hold, 
      onFinished: (ask, event) => {
        if (event.type === 'waiting') paid.look()
        if (logs) told.ended(ask, event)
        settings.onFinished?.(ask, event)
      },
    }))), // prettier-ignore
    settledAmong: room.settledAmong,
    land: async (runId) => {
      await stores.runs.record(runId, { type: 'landed' })
    },
  }

  await seedStudio(stores)
  const here = presence({
    store: presenceStore(control),
    owner,
    figures: () => ({ ...told.figures(), paid: money.figures }),
    log,
  })
  await stores.steps.freeDead()
  await slots.freeDead()
  await stores.outbox.freeDead()
  const clock = await alarmClock({
    control,
    name: owner,
    log,
    onWake: async (what) => {
      if (what.kind === 'run') engine.wake(what.runId)
      else await sweep({ engine, slots, runs: stores.runs, steps: stores.steps, outbox: stores.outbox })
    },
  })
  const tidings = { notices: noticesStore(control), untold: untoldStore(control), mails: Boolean(settings.mail) }
  const paid = paidDesk({ parts: room.parts, log })
  const desk = outboxDesk({
    outbox: stores.outbox,
    handlers: jobHandlers({
      engine, stores, ring: clock.ring, paid, tidings, capChanged: room.capChanged, providers: settings.providers, scratchDir: join(home, 'tmp'), projectById: (id) => projectById(stores, id),
    }), // prettier-ignore
    until: stop.signal,
    log,
    ...(traced ? { onServed: traced.served } : {}),
  })
  if (settings.bucket && only === null) fillBucket({ assets: stores.assets, log, until: stop.signal })
  const tellers = openTidings({ payload, control, tidings, alerts: stores.alerts, settings, until: stop.signal, log })
  stores.runs.watch(engine.wake, stop.signal)
  const working = engine.work(department, stop.signal)

  return {
    stores,
    engine,
    slots,
    keyring,
    close: async () => {
      stop.abort(new Error('the program ends'))
      await Promise.all([working, clock.stop(), desk.drained(), paid.close(), tellers.drained()])
      keeper.stop()
      await here.leave()
      await settings.traces?.close()
      await payload.destroy()
    },
  }
}

const same = (runStep: Department['runStep']): Department['runStep'] => runStep
const noPaid: PaidRoomSettings = { providers: {}, publicUrl: null, allowHosts: [] }

/** A run planned by another call sheet is refused, never half understood. */
const knownPlan = <S extends { plan: { definitionVersion: string } }>(state: S): S => {
  if (state.plan.definitionVersion === callSheetVersion) return state
  throw new StudioError({
    code: 'DEFINITION_UNKNOWN',
    what: 'A run cannot be carried on by this program.',
    why: `It began with call sheet ${state.plan.definitionVersion}; this program knows ${callSheetVersion}.`,
    fix: 'Finish it with the version it began with, or cancel it and start a new one.',
  })
}
