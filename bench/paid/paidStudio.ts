import { join } from 'node:path'
import { callPaid, type PaidCall } from '@/calls/callPaid'
import type { PaidParts } from '@/calls/paid/paidParts'
import { ofWaitingKey } from '@/domain/generation/paidMoves'
import { paidPace } from '@/domain/generation/paidPace'
import { outboxDesk } from '@/jobs/outboxDesk'
import { paidDesk, type PaidDesk } from '@/jobs/paidDesk'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import { outboxStore } from '@/stores/outboxStore'
import type { CommitSettlement } from '@/stores/commitFinishes'
import { journal } from '@/stores/paid/journal'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { runsStore } from '@/stores/runsStore'
import { openCrew, type Crew } from '../../tests/support/crew'
import { connectTo, openTestDatabase, type TestDatabase } from '../../tests/support/testDatabase'
import { commandMeter } from '../meter'
import { callbackDoor, waitingProvider, type WaitingProvider } from './waitingProvider'

const secret = 'a secret of the benches'
/** Whole nanodollars. */
export const price = 1_000_000

export type PaidStudio = {
  database: TestDatabase
  crew: Crew
  /** Where a run stands, asked beside the counted clients. */
  stageOf: (runId: string) => Promise<string | undefined>
  provider: WaitingProvider
  /** Commands of the worker, and of the web part that takes callbacks in. */
  meters: ReturnType<typeof commandMeter>[]
  log: string[]
  /** When each step's end was committed, by `run:node`. */
  durable: Map<string, number>
  close: () => Promise<void>
}
type Wishes = { msOf: (name: string) => number; places: number; webhooks: boolean }

/** A worker as the studio builds it, over a real mongod; its steps pay a provider that only waits. */
export const paidStudio = async ({ msOf, places, webhooks }: Wishes): Promise<PaidStudio> => {
  const database = await openTestDatabase()
  const { folder } = database
  const [control, web] = await Promise.all([
    connectTo(database.uri, { monitorCommands: true }),
    connectTo(database.uri, { monitorCommands: true }),
  ])
  const meters = [commandMeter(control.client), commandMeter(web.client)]
  const provider = await waitingProvider(msOf)
  const webSide = openPaidStores(web, { outbox: outboxStore(web), secret })
  const door = await callbackDoor(async (query, raw) => {
    const claims = webSide.tokens.read(query)
    if (!claims) throw new Error('a callback without our token')
    const requestId = raw.toString()
    await webSide.inbox.keep({ provider: 'fal', requestId, dedupeKey: requestId, ...claims, raw, headers: {} })
  })

  const outbox = outboxStore(control, 'bench')
  const settle: CommitSettlement = async (settlement) => {
    const is = await crew.commit(settlement)
    if (is === 'committed') crew.engine.committed(settlement.runId)
    return is
  }
  const paid = openPaidStores(control, { outbox, secret, settle })
  const assets = assetsStore(control, join(folder, 'media'))
  const parts: PaidParts = {
    paid,
    assets,
    alerts: alertsStore(control),
    journal: journal(join(folder, 'journal'), 'bench'),
    providerOf: () => provider.provider,
    providers: ['fal'],
    film: {} as never, // words only: no file is ever looked at
    placesOf: () => places,
    publicUrl: webhooks ? door.url : null,
    allowHosts: [],
    scratchDir: join(folder, 'tmp'),
    pace: paidPace,
    autoResubmitBelow: 0,
  }
  const log: string[] = []
  const durable = new Map<string, number>()
  const say = (line: string) => log.push(line)
  const crew: Crew = openCrew({
    control, folder, leaseMs: 15_000, heartbeatMs: 4000, backstopMs: 5000, freeLanes: 8, log: say,
    acts: { nothing: () => ({}), ask: async ({ callPaid: pay, input }) => ({ gives: { ...(await pay(wish(`${input['of'] ?? ''}/${input['node'] ?? ''}`))).answer } }) },
    onFinished: ({ runId, node }, { type }) => {
      if (type === 'done') durable.set(`${runId}:${String(node)}`, performance.now())
      if (type === 'waiting') desk.look()
    },
    callPaid: callPaid({ paid, assets, capOf: () => Promise.resolve(1e15), hasKey: () => true }),
    settledAmong: async (keys) => [...(await paid.calls.settledAmong(keys.map(ofWaitingKey)))],
  }) // prettier-ignore
  const office = runsStore(database.control, outboxStore(database.control))
  const stop = new AbortController()
  const desk: PaidDesk = paidDesk({ parts, log: say })
  const rows = outboxDesk({
    outbox,
    handlers: new Map<string, (data: never) => Promise<void>>([
      [
        'paidCalls',
        () => {
          desk.look()
          return Promise.resolve()
        },
      ],
      ['settleGeneration', ({ runId, key }: { runId: string; key: string }) => crew.engine.settled(runId, key)],
      ['closeRun', () => Promise.resolve()],
    ]) as never,
    until: stop.signal,
    log: say,
  })
  crew.work()
  return {
    database, crew, provider, meters, log, durable,
    stageOf: async (runId) => (await office.find(runId))?.state,
    close: async () => {
      stop.abort()
      await rows.drained()
      await desk.close()
      await crew.stop()
      await provider.close()
      door.close()
      await Promise.all([control.client.close(), web.client.close()])
      await database.close()
    },
  } // prettier-ignore
}

/** One call that costs something and gives words. */
export const wish = (name: string): PaidCall => ({
  department: 'camera',
  what: `Words: ${name}`,
  take: 1,
  prompt: name,
  shown: {},
  request: { provider: 'fal', endpoint: 'bench/words', model: 'fal/words', version: '1', body: { prompt: name } },
  price: { expected: price, atMost: price },
  expects: null,
  typicalMs: 1000,
}) // prettier-ignore
