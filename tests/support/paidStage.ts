import { join } from 'node:path'
import { callPaid, type PaidCall } from '@/calls/callPaid'
import type { PaidParts } from '@/calls/paid/paidParts'
import type { JsonObject } from '@/domain/catalogue/wish'
import { ofWaitingKey } from '@/domain/generation/paidMoves'
import { paidPace, type PaidPace } from '@/domain/generation/paidPace'
import { cancelLate } from '@/jobs/cancelLate'
import { outboxDesk } from '@/jobs/outboxDesk'
import { paidDesk, type PaidDesk } from '@/jobs/paidDesk'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import { outboxStore } from '@/stores/outboxStore'
import { machineName } from '@/stores/owner'
import { journal } from '@/stores/paid/journal'
import type { CommitSettlement } from '@/stores/commitFinishes'
import { openPaidStores, type PaidStores } from '@/stores/paid/openPaidStores'
import { paidProviders, type PaidSettings } from '@/studio/paidProviders'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { tools } from '../providers/ffmpeg/mediaTools'
import { openCrew, projectId, type Acts, type Crew } from './crew'
import type { TestDatabase } from './testDatabase'

export const studioSecret = 'a secret of the tests'
export const dollar = 1_000_000_000
/** fal-ai/nano-banana, one picture. */
export const picturePrice = 39_800_000

/** Everything waits for hundredths of a second instead of minutes. */
export const quick: PaidPace = {
  ...paidPace,
  askLeastMs: 20,
  askMostMs: 100,
  backoffMs: 20,
  graceLeastMs: 400,
  // no machine is so busy that a request under way is taken for lost
  sendingLeaseMs: 30_000,
}

type Wishes = {
  plan?: PlanGiven
  speed?: number
  cap?: number
  publicUrl?: string | null
  places?: number
  pace?: Partial<PaidPace>
  autoResubmitBelow?: number
}

/** A studio's paid door over a real database, and the emulated fal behind it. */
export type PaidStage = {
  emulators: Emulators
  settings: PaidSettings
  parts: PaidParts
  /** The cap of the project as its settings would say. */
  cap: { now: number }
  door: ReturnType<typeof callPaid>
  worker: (acts: Acts) => PaidWorker
  close: () => Promise<void>
}
export type PaidWorker = Crew & { desk: PaidDesk }

let owners = 0

export const openPaidStage = async (
  database: Pick<TestDatabase, 'control' | 'folder'>,
  wishes: Wishes = {},
): Promise<PaidStage> => {
  const { control, folder } = database
  for (const { name } of await control.db.listCollections({}, { nameOnly: true }).toArray())
    await control.db.collection(name).deleteMany({})
  const emulators = await startEmulators({ speed: wishes.speed ?? 400, ...(wishes.plan ? { plan: wishes.plan } : {}) })
  const settings = { ...emulators.env, MEDIA_ALLOW_HOSTS: [emulators.env['MEDIA_ALLOW_HOSTS']!] } as PaidSettings
  const providers = paidProviders(settings)
  const owner = `${machineName()}/${process.pid}/paid${++owners}`
  const outbox = outboxStore(control, owner)
  const paid = openPaidStores(control, { outbox, secret: studioSecret })
  const assets = assetsStore(control, join(folder, 'media'))
  const cap = { now: wishes.cap ?? dollar }
  const parts: PaidParts = {
    paid,
    assets,
    alerts: alertsStore(control),
    journal: journal(join(folder, 'journal'), owner),
    providerOf: (provider) => providers[provider] ?? null,
    providers: ['fal'],
    film: ffmpegFilm(tools),
    placesOf: () => wishes.places ?? 3,
    publicUrl: wishes.publicUrl ?? null,
    allowHosts: settings.MEDIA_ALLOW_HOSTS!,
    scratchDir: join(folder, 'tmp'),
    pace: { ...quick, ...wishes.pace },
    autoResubmitBelow: wishes.autoResubmitBelow ?? 0,
  }
  const doorOf = (of: PaidStores) =>
    callPaid({ paid: of, assets, capOf: () => Promise.resolve(cap.now), hasKey: (provider) => provider === 'fal' })
  const closing: (() => Promise<unknown>)[] = []
  const worker = (acts: Acts): PaidWorker => {
    const stop = new AbortController()
    const settle: CommitSettlement = async (settlement) => {
      const is = await crew.commit(settlement)
      if (is === 'committed') crew.engine.committed(settlement.runId)
      return is
    }
    const own = {
      ...parts,
      placesOf: (pool: string) => parts.placesOf(pool),
      paid: openPaidStores(control, { outbox, secret: studioSecret, settle, owner }),
    }
    const crew: Crew = openCrew({
      control,
      folder,
      acts,
      callPaid: doorOf(own.paid),
      onFinished: (_ask, { type }) => {
        if (type === 'waiting') desk.look()
      },
      settledAmong: async (keys) => [...(await paid.calls.settledAmong(keys.map(ofWaitingKey)))],
    })
    const desk: PaidDesk = paidDesk({ parts: own, log: (line) => crew.log.push(line), pollMs: 20 })
    const outboxes = outboxDesk({
      outbox,
      handlers: new Map<string, (data: any) => Promise<void>>([
        ['paidCalls', async () => desk.look()],
        ['settleGeneration', (data: unknown) => crew.engine.settled(...told(data))],
        ['closeRun', ({ runId }: { runId: string }) => cancelLate({ runs: crew.stores.runs, paid: desk }, runId)],
      ]),
      until: stop.signal,
      log: (line) => crew.log.push(line),
    })
    crew.work()
    closing.push(async () => {
      stop.abort()
      await outboxes.drained()
      await desk.close()
      await crew.stop()
    })
    return { ...crew, desk }
  }
  return {
    emulators,
    settings,
    parts,
    cap,
    door: doorOf(paid),
    worker,
    close: async () => {
      for (const end of closing) await end()
      await emulators.close()
    },
  }
}

const told = (data: unknown): [string, string] => {
  const { runId, key } = data as { runId: string; key: string }
  return [runId, key]
}

/** One picture of fal. */
export const picture = (prompt: string, more: Partial<PaidCall> & { body?: JsonObject } = {}): PaidCall => ({
  department: 'camera',
  what: `Picture: ${prompt}`,
  take: 1,
  prompt,
  shown: {},
  request: {
    provider: 'fal',
    endpoint: 'fal-ai/nano-banana',
    model: 'fal/nano-banana',
    version: '1',
    body: { prompt, aspect_ratio: '16:9', ...more.body },
  },
  price: { expected: picturePrice, atMost: picturePrice },
  expects: { kind: 'picture' },
  typicalMs: 20,
  ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'body')),
})

export { projectId }
