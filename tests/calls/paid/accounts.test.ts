import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callPaid, CallFailed, Parked } from '@/calls/callPaid'
import { accountOf } from '@/calls/paid/accountOf'
import type { PaidParts } from '@/calls/paid/paidParts'
import { submitOnce } from '@/calls/paid/submitOnce'
import { tend } from '@/calls/paid/tend'
import { paidPace } from '@/domain/generation/paidPace'
import type { PaidProvider, Standing, Submitted } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import { inTransaction } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { dueNow } from '@/stores/paid/dueNow'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { dollar, picture } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'

/** Two films: one is paid with the studio's key, one with a key of its own. */
const [studios, own] = ['65f00000000000000000000a', '65f00000000000000000000b'] as const
const never = new AbortController().signal
const revoked: Submitted = { is: 'refused', error: { class: 'auth', message: 'no such key' } }
let database: TestDatabase
let stage: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  stage = await open()
})
afterAll(() => database.close())

/** An account at fal: what it answers to a POST or a question, and how often it was sent to. */
const account = (name: string) => {
  const has = { submit: null as Submitted | null, check: { is: 'open', running: true } as Standing, posts: 0 }
  const provider: PaidProvider = {
    id: 'fal',
    account: `fal:${name}`,
    submit: () => {
      const requestId = `${name} ${String(++has.posts)}`
      return Promise.resolve(has.submit ?? { is: 'accepted', ticket: { requestId } })
    },
    check: () => Promise.resolve(has.check),
    cancel: () => Promise.resolve('tooLate'),
    testKey: () => Promise.resolve({ ok: true, says: '' }),
  }
  return { has, provider }
}

const open = async () => {
  const { control, folder } = database
  for (const name of ['generations', 'budget', 'slots', 'alerts', 'breakers'])
    await control.db.collection(name).deleteMany({})
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
  const accounts = { [studios]: account('studio'), [own]: account('own') }
  const keys = { [studios]: accounts[studios].provider, [own]: accounts[own].provider }
  const parts: PaidParts = {
    paid,
    assets: assetsStore(control, join(folder, 'media')),
    alerts: alertsStore(control),
    journal: { write: () => Promise.resolve(), replay: () => Promise.resolve(0), close: () => Promise.resolve() },
    providerOf: (_, project) => keys[project as typeof own] ?? keys[studios],
    providers: ['fal'],
    film: {} as never,
    placesOf: () => 1,
    publicUrl: null,
    allowHosts: [],
    scratchDir: join(folder, 'tmp'),
    pace: paidPace,
    autoResubmitBelow: 0,
  }
  const door = callPaid({
    paid,
    assets: parts.assets,
    capOf: () => Promise.resolve(dollar),
    hasKey: () => true,
    accountOf: (provider, project) => accountOf(parts.providerOf(provider, project)!),
  })
  /** A step of this film wants the picture; how the door ends. */
  const wants = async (project: string, prompt: string): Promise<'waits' | CallFailed> => {
    const at = { owner: 'studio', project, scene: null, runId: `run of ${project}`, accounts: [project] }
    const end: unknown = await door(picture(prompt, { expects: null }), at).catch((error: unknown) => error)
    if (!(end instanceof Parked || end instanceof CallFailed)) throw end
    await inTransaction(control, (tx) => end.write(tx))
    return end instanceof Parked ? 'waits' : end
  }
  const call = async (prompt: string) => (await paid.calls.calls.findOne({ prompt }))!
  const sends = async (prompt: string) => submitOnce(parts, await call(prompt), { signal: never })
  const told = () => control.db.collection('alerts').find().toArray()
  return { control, paid, parts, keys, accounts, wants, call, sends, told }
}

describe('a key that is refused', () => {
  it('stops only the films that are paid with it, and tells the one whose own key it is', async () => {
    const { accounts, wants, call, sends, told } = stage
    for (const prompt of ['one', 'two']) await wants(own, prompt)
    await wants(studios, 'three')
    accounts[own].has.submit = revoked
    for (const prompt of ['one', 'two', 'three']) await sends(prompt)
    expect(await call('one')).toMatchObject({ state: 'FAILED', errorClass: 'auth', providerAccount: 'fal:own' })
    expect(await call('two')).toMatchObject({ state: 'FAILED', errorClass: 'auth', providerAccount: 'fal:own' })
    expect(accounts[own].has.posts).toBe(1)
    expect(await call('three')).toMatchObject({ state: 'SUBMITTED', providerAccount: 'fal:studio' })
    expect(await told()).toMatchObject([{ code: 'PROVIDER_KEY_REFUSED', what: 'fal takes no calls with the key of this project.' }]) // prettier-ignore
    expect(String((await told())[0]!['project'])).toBe(own)
  })

  it('of the studio is told to the whole studio, once', async () => {
    const { accounts, wants, sends, told } = stage
    accounts[studios].has.submit = revoked
    await wants(studios, 'one')
    await sends('one')
    expect(await told()).toMatchObject([{ what: 'fal takes no calls of this studio.', times: 1 }])
    expect((await told())[0]!['project'] ?? null).toBeNull()
  })

  it('does not keep another film from the very same picture, which that one pays for then', async () => {
    const { accounts, paid, wants, call, sends } = stage
    accounts[own].has.submit = revoked
    expect(await wants(own, 'the same')).toBe('waits')
    await sends('the same')
    expect(await wants(own, 'the same')).toBeInstanceOf(CallFailed)
    expect(await wants(studios, 'the same')).toBe('waits')
    await sends('the same')
    const made = await call('the same')
    expect(made).toMatchObject({ state: 'SUBMITTED', accounts: [studios], providerAccount: 'fal:studio' })
    expect(made.project.toHexString()).toBe(studios)
    expect(await paid.budget.standing(own)).toMatchObject({ reserved: 0 })
    expect(await paid.budget.standing(studios)).toMatchObject({ reserved: made.priceNanodollars })
  })

  it('does not send two films round and round whose keys are both refused', async () => {
    const { accounts, wants, sends } = stage
    for (const { has } of Object.values(accounts)) has.submit = revoked
    const told = new Set<string>()
    for (let turn = 0; turn < 12 && told.size < 2; turn++) {
      const project = turn % 2 === 0 ? own : studios
      if (!told.has(project) && (await wants(project, 'the same')) === 'waits') await sends('the same')
      else told.add(project)
    }
    expect(told.size).toBe(2)
    expect(accounts[own].has.posts + accounts[studios].has.posts).toBeLessThanOrEqual(3)
  })
})

describe('the places at a provider', () => {
  it('are counted for each account', async () => {
    const { wants, sends } = stage
    for (const prompt of ['one', 'two']) await wants(own, prompt)
    await wants(studios, 'three')
    expect([await sends('one'), await sends('two'), await sends('three')]).toEqual(['sent', 'full', 'sent'])
  })

  it('of one account are filled while another has more waiting than anybody reads at once', async () => {
    const { control, wants } = stage
    for (let n = 0; n < 12; n++) await wants(own, `own ${String(n)}`)
    await wants(studios, 'the last')
    const { waiting } = await dueNow(control, { providers: ['fal'], calls: 1, waiting: 4 })
    expect(waiting).toHaveLength(4)
    expect(waiting.map(({ prompt }) => prompt)).toContain('the last')
  })
})

describe('a key that is changed while the provider works', () => {
  it('does not lose what the other account made: that this one does not know it says nothing', async () => {
    const { accounts, keys, parts, wants, call, sends } = stage
    await wants(own, 'one')
    await sends('one')
    accounts[studios].has.check = { is: 'gone', error: { class: 'expired', message: 'no such request' } }
    keys[own] = accounts[studios].provider
    await tend(parts, await call('one'), never)
    expect(await call('one')).toMatchObject({ state: 'SUBMITTED' })
    keys[own] = accounts[own].provider
    accounts[own].has.check = { is: 'gone', error: { class: 'expired', message: 'no such request' } }
    // once may be a slip
    for (const state of ['SUBMITTED', 'SUBMITTED', 'FAILED'] as const) {
      await tend(parts, await call('one'), never)
      expect(await call('one')).toMatchObject({ state })
    }
  })
})
