import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Parked } from '@/calls/callPaid'
import { type StudioError } from '@/domain/errors/StudioError'
import { projectSlug } from '@/domain/project/projectSlug'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { controlDb } from '@/stores/controlDb'
import { keysStore } from '@/stores/keys/keysStore'
import { newOwner } from '@/stores/owner'
import { openKeyring } from '@/studio/keyring'
import { openStores } from '@/studio/openStores'
import { paidProviders } from '@/studio/paidProviders'
import { paidRoom, type PaidRoom } from '@/studio/paidRoom'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { tools } from '../providers/ffmpeg/mediaTools'
import { dollar, picture, picturePrice } from '../support/paidStage'

const stop = new AbortController()
let studio: TestStudio
let room: PaidRoom
let project = ''
let stores: ReturnType<typeof openStores>
beforeAll(async () => {
  studio = await openTestStudio()
  const owner = newOwner(process.pid)
  stores = openStores(controlDb(studio.payload), { owner, mediaDir: studio.mediaDir })
  // an address nobody listens at: nothing is sent here
  const providers = paidProviders({ FAL_KEY: 'a-key-of-nobody', FAL_QUEUE_URL: 'http://127.0.0.1:9' })
  const keys = keysStore(controlDb(studio.payload))
  const keyring = await openKeyring({ providers, withKey: undefined, keys, signal: stop.signal, log: () => undefined })
  room = paidRoom(
    {
      stores,
      providers: { film: ffmpegFilm(tools) },
      owner,
      home: join(studio.mediaDir, '..'),
      secret: 'a secret',
      keyring,
    },
    { providers, publicUrl: null, allowHosts: [] },
  )
  const settings = { budgetNanodollars: 10 * picturePrice }
  const { body } = await studio.call('POST /api/projects', { body: { title: 'Caps', slug: 'caps', settings } })
  project = String(body['doc'].id)
})
afterAll(async () => {
  stop.abort()
  await studio.close()
})

const pressed = async (options: object) => {
  const slug = projectSlug('caps')
  const wish = { projectId: project, slug, kind: 'generate', countdownMs: 0, by: '', bodyHash: '', key: null, options } as const // prettier-ignore
  const press = await stores.presses.add(wish)
  await stores.presses.cancel(project, { runId: press._id })
  return press._id
}
/** Held back, or why not. */
const asks = async (runId: string, prompt: string): Promise<'held' | StudioError> => {
  const at = { owner: 'studio', project, scene: null, runId, accounts: [project] }
  const end: unknown = await room.callPaid(picture(prompt), at).catch((error: unknown) => error)
  return end instanceof Parked ? 'held' : (end as StudioError)
}
const standing = (account: string) => room.parts.paid.budget.standing(account)

describe('the cap of one run', () => {
  it('stops its calls before it is passed, however many ask at once, and says which cap it was', async () => {
    const run = await pressed({ cap: 3 * picturePrice })
    const ends = await Promise.all(Array.from({ length: 12 }, (_, i) => asks(run, `Racing ${String(i)}`)))
    const short = ends.filter((end) => end !== 'held')
    expect(ends.length - short.length).toBe(3)
    expect(short[0]).toMatchObject({ story: { code: 'BUDGET_SPENT', field: 'cap' } })
    expect(short[0]?.message).toMatch(/cap of this run/)
    expect(await standing(run)).toMatchObject({ limit: 3 * picturePrice, reserved: 3 * picturePrice, spent: 0 })
    // what its cap refused is not held back in the project either
    expect(await standing(project)).toMatchObject({ reserved: 3 * picturePrice })
  })

  it('leaves other runs alone, which still have the budget of the project above them', async () => {
    const [other, without] = [await pressed({ cap: 100 * picturePrice }), await pressed({})]
    for (let i = 0; i < 4; i++) expect(await asks(other, `Other ${String(i)}`)).toBe('held')
    for (let i = 0; i < 3; i++) expect(await asks(without, `Without ${String(i)}`)).toBe('held')
    for (const run of [other, without])
      expect(await asks(run, `More of ${run}`)).toMatchObject({ story: { code: 'BUDGET_SPENT', field: 'budget' } })
    expect(await standing(without)).toEqual({ limit: 0, reserved: 0, spent: 0 })
  })
})

describe('a budget that is lowered in the settings', () => {
  it('counts at once, and what is held back stays held', async () => {
    expect(await standing(project)).toMatchObject({ limit: 10 * picturePrice, reserved: 10 * picturePrice })
    await studio.call(`PATCH /api/projects/${project}`, { body: { settings: { budgetNanodollars: 5 } } })
    await room.capChanged(project)
    expect(await standing(project)).toMatchObject({ limit: 5, reserved: 10 * picturePrice })
    await room.capChanged('0'.repeat(24))
    expect(await standing('0'.repeat(24))).toEqual({ limit: 0, reserved: 0, spent: 0 })
  })
})

describe('a budget that is none', () => {
  it('is refused: negative, half a nanodollar, words, and more than whole nanodollars can be counted', async () => {
    const before = await standing(project)
    for (const budgetNanodollars of [-1, 0.5, 'much', 1e18 + 2e9, 1e300, [5], { $gt: 0 }]) {
      const { status } = await studio.call(`PATCH /api/projects/${project}`, {
        body: { settings: { budgetNanodollars } },
      })
      expect([400, 422], JSON.stringify(budgetNanodollars)).toContain(status)
    }
    await room.capChanged(project)
    expect(await standing(project)).toEqual(before)
  })
})

describe('a run that is resumed with another cap', () => {
  const resume = (runId: string, cap?: unknown) =>
    studio.call(`POST /api/runs/${runId}/resume`, { body: cap === undefined ? {} : { cap } })

  it('goes on up to the new cap, and not below what it has spent', async () => {
    await studio.call(`PATCH /api/projects/${project}`, { body: { settings: { budgetNanodollars: dollar } } })
    await room.capChanged(project)
    const run = await pressed({ cap: 0 })
    expect(await asks(run, 'Capped')).toMatchObject({ story: { code: 'BUDGET_SPENT', field: 'cap' } })
    expect(await resume(run, 2 * picturePrice)).toMatchObject({ status: 202 })
    expect((await stores.presses.find(run))?.options?.cap).toBe(2 * picturePrice)
    expect(await standing(run)).toMatchObject({ limit: 2 * picturePrice })
    await room.parts.paid.budget.correct(run, picturePrice + 1)
    const low = await resume(run, picturePrice)
    expect(low).toMatchObject({ status: 422, body: { errors: [{ code: 'CAP_REFUSED', field: 'cap' }] } })
    expect(String(low.body['errors'][0].why)).toMatch(/less than what the run has spent, \$0\.0398/)
    expect(await standing(run)).toMatchObject({ limit: 2 * picturePrice })
    expect(await resume(run, picturePrice + 1)).toMatchObject({ status: 202 })
    expect(await standing(run)).toMatchObject({ limit: picturePrice + 1 })
    expect(await resume(run)).toMatchObject({ status: 202 })
    expect(await standing(run)).toMatchObject({ limit: picturePrice + 1 })
  })

  it('is not given one where it had none, and takes no odd numbers', async () => {
    const run = await pressed({})
    expect(await resume(run, dollar)).toMatchObject({ status: 422, body: { errors: [{ code: 'CAP_REFUSED' }] } })
    for (const odd of [-1, 0.5, '5', null, 1e300, Number.NaN]) expect((await resume(run, odd)).status).toBe(422)
    expect(await studio.call(`POST /api/runs/${run}/resume`, { body: { budget: 5 } })).toMatchObject({ status: 422 })
    expect(await standing(run)).toEqual({ limit: 0, reserved: 0, spent: 0 })
  })
})
