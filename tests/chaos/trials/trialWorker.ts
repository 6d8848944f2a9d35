import { join } from 'node:path'
import { callPaid } from '@/calls/callPaid'
import type { PaidParts } from '@/calls/paid/paidParts'
import { ofWaitingKey } from '@/domain/generation/paidMoves'
import { cancelLate } from '@/jobs/cancelLate'
import { outboxDesk } from '@/jobs/outboxDesk'
import { paidDesk, type PaidDesk } from '@/jobs/paidDesk'
import { sweep } from '@/jobs/sweep'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import type { CommitSettlement } from '@/stores/commitFinishes'
import { textCollection } from '@/stores/controlDb'
import { newOwner } from '@/stores/owner'
import { journal } from '@/stores/paid/journal'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { paidProviders, type PaidSettings } from '@/studio/paidProviders'
import { openCrew, type Crew } from '../../support/crew'
import { connectTo } from '../../support/testDatabase'
import { leaseMs, quickPace, secret, type Order } from './orders'
import { watchCommands } from './points'
import { wishOf } from './wishOf'

/** What the settings of the project would say. */
export type CapRow = { _id: string; nanodollars: number }

/** A worker as studio/openWorker builds it, with a call sheet of paid pictures. */
export const openTrialWorker = async (
  { uri, folder, env, machine, publicUrl, places }: Order,
  log: (line: string) => void,
): Promise<() => Promise<void>> => {
  const control = await connectTo(uri, { monitorCommands: true })
  watchCommands(control.client)
  const owner = newOwner(process.pid).replace(/^[^/]*/, machine)
  const settings = { ...env, MEDIA_ALLOW_HOSTS: [env['MEDIA_ALLOW_HOSTS'] ?? ''] } as PaidSettings
  const providers = paidProviders(settings)
  const settle: CommitSettlement = async (settlement) => {
    const is = await crew.commit(settlement)
    if (is === 'committed') crew.engine.committed(settlement.runId)
    return is
  }
  const caps = textCollection<CapRow>(control.db, 'caps')
  const assets = assetsStore(control, join(folder, 'media'))
  const crew: Crew = openCrew({
    control, folder, owner, leaseMs, log, backstopMs: 400,
    acts: {
      paint: async (context) => {
        const { asset } = await context.callPaid(await wishOf(context))
        return { gives: { asset }, files: asset ? [asset.name] : [] }
      },
    },
    callPaid: async (wish, at) =>
      callPaid({
        paid, assets,
        capOf: async (account) => (await caps.findOne({ _id: account }))?.nanodollars ?? 0,
        hasKey: (provider) => provider === 'fal',
      })(wish, at),
    onFinished: (_ask, { type }) => {
      if (type === 'waiting') desk.look()
    },
    settledAmong: async (keys) => [...(await paid.calls.settledAmong(keys.map(ofWaitingKey)))],
  }) // prettier-ignore
  const { outbox } = crew.stores
  const paid = openPaidStores(control, { outbox, secret, settle, owner })
  const parts: PaidParts = {
    paid, assets,
    alerts: alertsStore(control),
    journal: journal(join(folder, `journal-${machine}`), owner),
    providerOf: (provider) => providers[provider] ?? null,
    providers: ['fal'],
    film: {} as never, // pictures only: no clip is ever looked at
    placesOf: () => places,
    publicUrl,
    allowHosts: settings.MEDIA_ALLOW_HOSTS ?? [],
    scratchDir: join(folder, 'tmp', machine),
    pace: quickPace,
    autoResubmitBelow: 0,
  } // prettier-ignore
  const { stores, slots, engine } = crew
  // as a worker begins: what programs of this machine that are gone had in hand is free
  await stores.steps.freeDead()
  await slots.freeDead()
  await outbox.freeDead()
  const desk: PaidDesk = paidDesk({ parts, log, pollMs: 80 })
  const stop = new AbortController()
  const only = (begin: () => void) => () => {
    begin()
    return Promise.resolve()
  }
  const rows = outboxDesk({
    outbox,
    handlers: new Map<string, (data: never) => Promise<unknown>>([
      ['paidCalls', only(desk.look)],
      ['reconcileBills', only(desk.reconcile)],
      ['settleGeneration', ({ runId, key }: { runId: string; key: string }) => engine.settled(runId, key)],
      ['startRun', ({ runId }: { runId: string }) => engine.start(runId)],
      ['resumeRun', ({ runId }: { runId: string }) => engine.resume(runId)],
      ['cancelRun', ({ runId }: { runId: string }) => engine.cancel(runId).then(() => desk.cancelOf(runId))],
      ['closeRun', ({ runId }: { runId: string }) => cancelLate({ runs: stores.runs, paid: desk }, runId)],
    ]) as never,
    until: stop.signal,
    log,
  })
  const swept = setInterval(() => {
    sweep({ engine, slots, runs: stores.runs, steps: stores.steps, outbox }).catch((error: unknown) => log(`sweep: ${String(error)}`)) // prettier-ignore
  }, 1500)
  crew.work()
  return async () => {
    clearInterval(swept)
    stop.abort()
    await rows.drained()
    await desk.close()
    await crew.stop()
    await control.client.close()
  }
}
