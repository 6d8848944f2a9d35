import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '@/calls/paid/reconcile'
import { decideCall } from '@/stores/paid/decideCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { journal } from '@/stores/paid/journal'
import { machineName } from '@/stores/owner'
import { join } from 'node:path'
import { planOfActs, storeRun, type TestNode } from '../../support/crew'
import { openPaidStage, picture, picturePrice, projectId, quick, type PaidStage } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'
import { until } from '../../support/until'

let database: TestDatabase
let stage: PaidStage
beforeAll(async () => {
  database = await openTestDatabase()
})
afterEach(() => stage.close())
afterAll(() => database.close())

const hour = 3_600_000
const reconciled = () => {
  const span = { from: new Date(Date.now() - hour), to: new Date(Date.now() + hour) }
  return reconcile(stage.parts, { provider: 'fal', ...span }, new AbortController().signal)
}
const calls = () => stage.parts.paid.calls.calls.find().sort({ createdAt: 1 }).toArray()
const posts = () => stage.emulators.requests().filter(({ method, path }) => method === 'POST' && path.includes('/queue/')).length // prettier-ignore
const billed = () => stage.emulators.ledger().reduce((sum, { nanodollars }) => sum + nanodollars, 0)
const standing = () => stage.parts.paid.budget.standing(projectId)
const alerts = async () => (await database.control.db.collection('alerts').find().toArray()).map(({ code, times }) => [code, times]) // prettier-ignore
const stateBecomes = (state: PaidGeneration['state']) =>
  until(`one call is ${state}`, async () => (await calls()).find((call) => call.state === state))

/** A film of one step for each prompt. */
const film = async (prompts: string[] = ['A pier at dusk'], nodes?: TestNode[]) => {
  const worker = stage.worker({
    paint: async ({ callPaid, input }) => {
      const { asset } = await callPaid(picture(prompts[Number(input['node'])] ?? prompts[0]!))
      return { gives: { asset }, files: asset ? [asset.name] : [] }
    },
    all: async ({ callPaid }) => {
      const made = await Promise.all(prompts.map((prompt) => callPaid(picture(prompt))))
      return { gives: {}, files: made.flatMap(({ asset }) => (asset ? [asset.name] : [])) }
    },
  })
  const plan = planOfActs(nodes ?? prompts.map(() => ({ act: 'paint' })))
  const runId = await storeRun(worker.stores, plan)
  await worker.engine.start(runId)
  const stands = async () =>
    `${(await calls()).map(({ state, dueAt, error }) => `${state} until ${dueAt?.toISOString() ?? 'told'} ${error?.code ?? ''}`).join(', ')}; ${worker.log.slice(-5).join(', ')}`
  // what a busy machine spoils in the middle is taken up again when its lease is over
  const becomes = (wanted: string) =>
    until(
      async () => `the run has ${wanted}: ${await stands()}`,
      async () => (await worker.stateOf(runId)).stage === wanted,
      2 * quick.sendingLeaseMs,
    )
  const error = async () => (await worker.stores.runs.find(runId))?.error?.code
  return { ...worker, runId, becomes, error }
}
/** Nothing is left behind: money, places, and the bill is the ledger. */
const clean = async () => {
  await reconciled()
  expect(await standing()).toMatchObject({ reserved: 0, spent: billed() })
  // a place is given back behind the answer
  await until('no place is held', async () => (await stage.parts.paid.places.holders()).length === 0)
}

describe('a bad day at fal', () => {
  it('sends nothing twice when a 503, a dropped line or silence leaves it unknown whether it was taken', async () => {
    const rules = [
      { nth: 1, do: 'refuse', status: 503 },
      { nth: 2, do: 'resetBefore' },
      { nth: 3, do: 'failAfter', status: 504 },
    ] as const
    stage = await openPaidStage(database, { plan: { rules: [...rules] }, pace: { graceLeastMs: 5000 } })
    await film(['one', 'two', 'three'])
    await until('two wait for a person', async () => (await calls()).filter(({ state }) => state === 'DECIDE').length === 2) // prettier-ignore
    // the third was taken, and the list of fal tells it
    await stateBecomes('STORED')
    expect(posts()).toBe(3)
    expect(stage.emulators.ledger()).toHaveLength(1)
    await until('both are told', async () => (await alerts()).length === 2)
    expect(await alerts()).toEqual([['GENERATION_UNKNOWN', 1], ['GENERATION_UNKNOWN', 1]]) // prettier-ignore
  })

  it('waits and sends again what was surely not taken', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: [1, 2], do: 'refuse', status: 429 }] } })
    const { becomes } = await film()
    await becomes('succeeded')
    expect(posts()).toBe(3)
    expect(stage.emulators.ledger()).toHaveLength(1)
    await clean()
  })

  it('stops everything with one alert when the balance is used up, and goes on when the run is resumed', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: [1, 2, 3], do: 'noBalance' }] } })
    const worker = await film(['one', 'two', 'three'])
    const { becomes, error, engine, runId } = worker
    await becomes('failed')
    expect(await error()).toBe('PROVIDER_BALANCE')
    expect(await alerts()).toMatchObject([['PROVIDER_BALANCE', expect.any(Number)]])
    await until('all are over', async () => (await calls()).every(({ state }) => state === 'FAILED'))
    expect(await standing()).toMatchObject({ reserved: 0, spent: 0 })
    for (let i = 0; i < 4 && (await calls()).some(({ state }) => state !== 'STORED'); i++) {
      await engine.resume(runId)
      await until('it is over', async () => ['failed', 'succeeded'].includes((await worker.stateOf(runId)).stage))
    }
    expect(stage.emulators.ledger()).toHaveLength(3)
    await clean()
  })

  it('does not send again what fal spoilt and may have billed; the money stays held back until a bill says', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: 1, do: 'fail' }] } })
    const { becomes, error, engine, runId } = await film()
    await becomes('failed')
    expect(await error()).toBe('CALL_FAILED')
    await engine.resume(runId)
    await becomes('failed')
    expect(posts()).toBe(1)
    expect(await standing()).toMatchObject({ reserved: picturePrice, spent: 0 })
  })

  it('tells a refusal of the content once, and pays nothing', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: 1, do: 'policy' }] } })
    const { becomes, error } = await film()
    await becomes('failed')
    expect(await error()).toBe('CALL_AGAINST_POLICY')
    expect(posts()).toBe(1)
  })

  it('fetches a broken file again, and keeps what was paid for', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: 1, do: 'truncated' }, { nth: 2, do: 'page' }] } }) // prettier-ignore
    const { becomes } = await film()
    await becomes('succeeded')
    expect((await calls())[0]).toMatchObject({ state: 'STORED', badFetches: expect.any(Number) })
    expect(stage.emulators.ledger()).toHaveLength(1)
    await clean()
  })

  it('reads the bill of what nobody knew and a person gave up, also when no other call waits for one', async () => {
    const rules = [{ nth: 1, do: 'resetAfter' }, { at: 'list', do: 'refuse', status: 503 }] as const // prettier-ignore
    stage = await openPaidStage(database, { plan: { rules: [...rules] } })
    const { desk } = await film()
    const call = await stateBecomes('DECIDE')
    const word = { action: 'write_off', by: 'a person', reason: 'a test', at: new Date() } as const
    await until('it is written off', async () => decideCall(stage.parts.paid, (await calls())[0] ?? call, word))
    const { orphans } = stage.parts.paid
    await until('its bill is told', async () => {
      desk.reconcile()
      return (await orphans.list()).length > 0
    })
    const [row] = stage.emulators.ledger()
    expect(await orphans.list()).toMatchObject([{ requestId: row!.requestId, nanodollars: row!.nanodollars }])
    expect(await standing()).toMatchObject({ reserved: picturePrice })
  })

  it('does not lose what was paid over one 404 of its state', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ at: 'status', nth: 1, do: 'refuse', status: 404 }] } })
    const { becomes } = await film()
    await becomes('succeeded')
    await clean()
  })

  it('believes that a result is gone when that is told again and again; its bill is booked', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ do: 'expired' }] } })
    const { becomes, error } = await film()
    await becomes('failed')
    expect(await error()).toBe('CALL_RESULT_GONE')
    expect((await calls())[0]).toMatchObject({ state: 'FAILED', mayBeCharged: true })
    await clean()
  })

  it('gives a file up that was bad three times; its manifest stays, its bill is booked', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ do: 'truncated' }] } })
    const { becomes } = await film()
    await becomes('failed')
    expect((await calls())[0]).toMatchObject({ state: 'DEAD', manifest: { requestId: expect.any(String) } }) // prettier-ignore
    await clean()
  })
})

describe('money', () => {
  it('stops a film before its cap, and lets it go on when the cap is raised', async () => {
    stage = await openPaidStage(database, { cap: 2 * picturePrice })
    const { becomes, error, engine, runId } = await film(['one', 'two', 'three', 'four'])
    await becomes('failed')
    expect(await error()).toBe('BUDGET_SPENT')
    const { reserved, spent } = await standing()
    expect(reserved + spent).toBeLessThanOrEqual(2 * picturePrice)
    stage.cap.now = 4 * picturePrice
    await engine.resume(runId)
    await becomes('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(4)
    await clean()
  })

  it('is spent once for the same picture, whoever asks for it at the same time', async () => {
    stage = await openPaidStage(database)
    const films = [await film(), await film()]
    for (const { becomes } of films) await becomes('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(1)
    await clean()
  })

  it('is under way for all that a step asks for at once', async () => {
    stage = await openPaidStage(database)
    const { becomes, runId, stores } = await film(['one', 'two', 'three'], [{ act: 'all' }])
    await becomes('succeeded')
    expect(stage.emulators.ledger()).toHaveLength(3)
    const waited = (await stores.runs.eventsOf(runId, 0)).filter(({ type }) => type === 'waiting')
    expect(waited.length).toBeLessThanOrEqual(3)
    await clean()
  })

  it('never has more under way than the account allows, and nobody is left behind', async () => {
    stage = await openPaidStage(database, { places: 2, speed: 100 })
    const { becomes } = await film(['1', '2', '3', '4', '5', '6'])
    let most = 0
    const count = setInterval(() => {
      const open = stage.emulators.ledger().filter(({ state }) => state === 'open').length
      most = Math.max(most, open)
    }, 5)
    await becomes('succeeded')
    clearInterval(count)
    expect(most).toBeLessThanOrEqual(2)
    await clean()
  })
})

describe('a run that is cancelled', () => {
  it('sends nothing more, and frees the money; resumed, the same call goes on', async () => {
    stage = await openPaidStage(database, { places: 0 })
    const { becomes, engine, runId, desk, stateOf } = await film()
    await stateBecomes('INTENT')
    await engine.cancel(runId)
    await desk.cancelOf(runId)
    await becomes('cancelled')
    await stateBecomes('CANCELLED')
    expect(await standing()).toMatchObject({ reserved: 0, spent: 0 })
    await engine.resume(runId)
    await stateBecomes('INTENT')
    expect((await stateOf(runId)).stage).toBe('running')
    expect(posts()).toBe(0)
  })

  it('sends nothing that a step asked for in the very moment, after its calls were looked through', async () => {
    stage = await openPaidStage(database, { places: 0 })
    const { becomes, engine, runId } = await film()
    await stateBecomes('INTENT')
    await engine.cancel(runId)
    await becomes('cancelled')
    await stateBecomes('CANCELLED')
    expect(await standing()).toMatchObject({ reserved: 0, spent: 0 })
  })
})

describe('a worker that dies', () => {
  const abandoned = async (change: (call: PaidGeneration) => Promise<unknown>) => {
    const made = await stateBecomes('INTENT')
    await change(made)
    return made
  }
  const claim = (call: PaidGeneration, attemptId = ulid()) =>
    stage.parts.paid.calls.move(call, {
      evidence: 'claimed',
      by: 'worker',
      set: { attemptId, submittedAt: new Date(), dueAt: new Date(Date.now() + 500) },
      inc: { fence: 1 },
    })

  it('between claim and POST is not repeated: nobody knows whether it sent', async () => {
    stage = await openPaidStage(database, { places: 0, pace: { graceLeastMs: 300 } })
    await film()
    await abandoned((call) => claim(call))
    await stateBecomes('DECIDE')
    expect(posts()).toBe(0)
  })

  it('while it fetched the picture leaves it to the next worker at once', async () => {
    stage = await openPaidStage(database, { plan: { rules: [{ nth: 1, do: 'never' }] } })
    const { becomes } = await film()
    const call = await stateBecomes('SUBMITTED')
    const dead = `${machineName()}/999999999/dead`
    const raw = { requestId: call.requestId!, raw: '{}', made: [], text: 'words', usage: {}, billedNanodollars: null }
    const set = {
      state: 'DONE' as const,
      manifest: raw,
      expects: null,
      dueAt: new Date(Date.now() + hour),
      takenBy: dead,
    }
    await stage.parts.paid.calls.calls.updateOne({ _id: call._id }, { $set: set })
    await film()
    await becomes('succeeded')
    expect((await calls())[0]).toMatchObject({ state: 'STORED' })
  })

  it('between the answer and the database has left it in the journal', async () => {
    stage = await openPaidStage(database, { places: 0 })
    const { becomes, stop } = await film()
    const attemptId = ulid()
    const call = await abandoned((one) => claim(one, attemptId))
    const answer = await fetch(`${stage.settings.FAL_QUEUE_URL}/fal-ai/nano-banana`, {
      method: 'POST',
      headers: { authorization: `Key ${stage.settings.FAL_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'A pier at dusk', aspect_ratio: '16:9' }),
    })
    const told = (await answer.json()) as { request_id: string; status_url: string; response_url: string }
    const ticket = { requestId: told.request_id, statusUrl: told.status_url, resultUrl: told.response_url }
    const dead = journal(join(database.folder, 'journal'), `${machineName()}/999999999/dead`)
    await dead.write({ key: call._id, attemptId, fence: 1, ticket, manifest: null })
    const next = await film()
    await next.becomes('succeeded')
    await becomes('succeeded')
    await stop()
    expect((await calls())[0]).toMatchObject({ state: 'STORED', requestId: told.request_id })
    expect(posts()).toBe(1)
  })
})
