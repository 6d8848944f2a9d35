import { expect } from 'vitest'
import { paidPace } from '@/domain/generation/paidPace'
import { reconcileBills } from '@/queue/jobs'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { paidProviders, type PaidSettings } from '@/studio/paidProviders'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { openHttpFilm, type HttpFilm } from './httpFilm'
import { until } from './until'

const dollar = 1_000_000_000
type Quote = { hash: string; nanodollars: { expected: number; atMost: number }; lines: Record<string, any>[] }

/** A film over HTTP whose departments ask the emulated providers; nothing is sent before it has a budget. */
export type PaidFilm = HttpFilm & {
  emulators: Emulators
  sceneIds: () => Promise<string[]>
  statuses: () => Promise<string[]>
  states: () => Promise<Record<string, any>[]>
  budget: (dollars: number) => Promise<void>
  quoteOf: (wanted: string) => Promise<Quote>
  /** The yes to the quote of these wishes. */
  accepted: (wanted: string) => Promise<{ hash: string; nanodollars: number }>
  approve: (scene: string) => Promise<void>
  /** What the providers would have billed, nanodollars. */
  billed: () => number
  /** Waits until the studio has booked exactly that, and holds nothing back any more. */
  settle: () => Promise<void>
}

export const openPaidFilm = async (
  title: string,
  screenplay: string,
  {
    models,
    quick = Object.values(models),
    plan = {},
  }: { models: Record<string, string>; quick?: string[]; plan?: PlanGiven },
): Promise<PaidFilm> => {
  const emulators = await startEmulators({ speed: 200, plan })
  const settings = { ...emulators.env, MEDIA_ALLOW_HOSTS: [emulators.env['MEDIA_ALLOW_HOSTS']!] } as PaidSettings
  const paid = {
    providers: paidProviders(settings),
    publicUrl: null,
    allowHosts: settings.MEDIA_ALLOW_HOSTS!,
    pace: { ...paidPace, askLeastMs: 50, askMostMs: 300, backoffMs: 50 },
  }
  const film = await openHttpFilm(title, screenplay, { paid, resolution: '360p', models, budgetNanodollars: 0 })
  // the emulator is quicker than the real ones, and is asked when half of them would be done
  for (const slug of quick) {
    const { docs } = (await film.call(`GET /api/models?depth=0&where[slug][equals]=${slug}`)).body
    const quick = await film.call(`PATCH /api/models/${String(docs[0].id)}`, { body: { typicalSeconds: 1 } })
    expect(quick.status, JSON.stringify(quick.body)).toBe(200)
  }
  const ofProject = `where[project][equals]=${film.id}`
  const sceneIds = async () =>
    (await film.call(`GET /api/scenes?depth=0&sort=sequenceNumber&${ofProject}`)).body['docs'].map(({ id }: { id: string }) => id) as string[] // prettier-ignore
  const states = async () =>
    (await film.call(`GET /api/scene-states?depth=0&sort=clipName&${ofProject}`)).body['docs'] as Record<string, any>[]
  /** When every edit is carried: before that nothing counts as made. */
  const quoteOf = async (wanted: string) => {
    const outbox = outboxStore(controlDb(film.studio.payload))
    await until('every edit is carried', async () => (await outbox.open()) === 0, 30_000)
    return (await film.call(`GET ${film.path(`/estimate?${wanted}`)}`)).body as Quote
  }
  const billed = () => emulators.ledger().reduce((sum, { nanodollars }) => sum + (nanodollars ?? 0), 0)
  return {
    ...film,
    emulators,
    sceneIds,
    states,
    statuses: async () => (await states()).map(({ status }) => status as string),
    budget: async (dollars) => {
      const { settings: before } = (await film.call(`GET ${film.path('')}?depth=0`)).body
      const body = { settings: { ...before, budgetNanodollars: dollars * dollar } }
      expect((await film.call(`PATCH ${film.path('')}`, { body })).status).toBe(200)
    },
    quoteOf,
    accepted: async (wanted) => {
      const { hash, nanodollars } = await quoteOf(wanted)
      return { hash, nanodollars: nanodollars.atMost }
    },
    approve: async (scene) => {
      const said = await film.call(`POST /api/scenes/${scene}/approve`)
      expect(said.status, JSON.stringify(said.body)).toBe(200)
    },
    billed,
    settle: async () => {
      const costs = async () => (await film.call(`GET ${film.path('/costs')}`)).body
      const outbox = outboxStore(controlDb(film.studio.payload))
      await until(async () => `the bills are booked: ${JSON.stringify(await costs())}, billed ${String(billed())}`, async () => {
        await outbox.add(reconcileBills.name, {})
        const { spent, reserved } = await costs()
        return spent === billed() && reserved === 0
      }, 30_000) // prettier-ignore
    },
    close: async () => {
      await film.close()
      await emulators.close()
    },
  }
}
