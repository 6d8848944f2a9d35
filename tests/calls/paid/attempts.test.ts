import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyCallback } from '@/calls/paid/applyCallback'
import { cancelOfRun } from '@/calls/paid/cancelOfRun'
import { landLine } from '@/calls/paid/landSubmit'
import type { PaidParts } from '@/calls/paid/paidParts'
import { submitOnce } from '@/calls/paid/submitOnce'
import { takeCall } from '@/calls/paid/takeCall'
import { tidyPaid } from '@/calls/paid/tidyPaid'
import { tend } from '@/calls/paid/tend'
import { paidPace } from '@/domain/generation/paidPace'
import type { Answer, PaidProvider, Submitted } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import { inTransaction } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { decideCall } from '@/stores/paid/decideCall'
import { dueNow } from '@/stores/paid/dueNow'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { dollar, picture, picturePrice, projectId } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'
import { until } from '../../support/until'

let database: TestDatabase
let stage: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  stage = await open()
})
afterAll(() => database.close())

const never = new AbortController().signal
const answerOf = (requestId: string): Answer => ({ requestId, raw: { requestId }, media: [], text: requestId, usage: {}, billedNanodollars: null }) // prettier-ignore

/** One call over the real stores; its provider answers a POST when the test says so. */
const open = async () => {
  const { control, folder } = database
  for (const name of ['generations', 'budget', 'slots', 'orphan_spend', 'inbox', 'alerts'])
    await control.db.collection(name).deleteMany({})
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
  const posts: ((end: Submitted) => void)[] = []
  const provider: PaidProvider = {
    id: 'fal',
    submit: () => new Promise((resolve) => posts.push(resolve)),
    check: () => Promise.resolve({ is: 'open', running: true }),
    cancel: () => Promise.resolve('tooLate'),
    readCallback: ({ raw }) => {
      const requestId = raw.toString()
      return Promise.resolve({ requestId, dedupeKey: requestId, standing: { is: 'answered', answer: answerOf(requestId) } })
    },
    testKey: () => Promise.resolve({ ok: true, says: '' }),
  } // prettier-ignore
  const parts: PaidParts = {
    paid,
    assets: assetsStore(control, join(folder, 'media')),
    alerts: alertsStore(control),
    journal: { write: () => Promise.resolve(), replay: () => Promise.resolve(0), close: () => Promise.resolve() },
    providerOf: () => provider,
    providers: ['fal'],
    film: {} as never,
    placesOf: () => 2,
    publicUrl: 'https://studio.example.org',
    allowHosts: [],
    scratchDir: join(folder, 'tmp'),
    pace: { ...paidPace, graceLeastMs: 0 },
    autoResubmitBelow: 0,
  }
  const at = { owner: 'studio', project: projectId, scene: null, runId: 'run', accounts: [projectId] }
  const wish = newPaidCall(picture('A pier at dusk', { expects: null, typicalMs: 0 }), at)
  await paid.budget.limit(projectId, dollar)
  await paid.budget.reserve([projectId], { key: wish._id, amount: picturePrice })
  await inTransaction(control, (tx) => paid.calls.attach(wish, 'run', tx))
  const now = async () => (await paid.calls.find(wish._id))!
  /** Sends what waits; ends when its POST is on the wire. */
  const post = async (): Promise<{ call: PaidGeneration; answers: (end: Submitted) => Promise<void> }> => {
    const before = posts.length
    const sending = submitOnce(parts, await now(), { signal: never })
    const answer = await until('the POST is on the wire', () => posts[before])
    const answers = async (end: Submitted) => {
      answer(end)
      await sending
    }
    return { call: await now(), answers }
  }
  /** The first sender is thought dead, and a person has it sent again. */
  const sentAgain = async () => {
    await tend(parts, await now(), never)
    await new Promise((done) => setTimeout(done, 5))
    await tend(parts, await now(), never)
    await decideCall(paid, await now(), { action: 'resubmit', by: 'a person', reason: 'a test', at: new Date() })
  }
  const callBack = async (requestId: string, attempt: string | null) => {
    const told = { provider: 'fal', requestId, dedupeKey: requestId, key: wish._id, attempt, headers: {} }
    await paid.inbox.keep({ ...told, raw: Buffer.from(requestId) })
    await control.db.collection('inbox').updateMany({ end: null }, { $set: { dueAt: new Date(0) } })
    const [row] = (await dueNow(control, { providers: ['fal'], calls: 1, waiting: 1 })).rows
    await applyCallback(parts, { row: row!, ended: (one, end) => paid.inbox.ended(one, end) }, never)
  }
  const orphans = async () => (await paid.orphans.list()).map(({ requestId }) => requestId)
  return { parts, paid, now, post, sentAgain, callBack, orphans }
}

describe('a worker that was thought dead, while the call was sent again', () => {
  const lateAnswers: Submitted[] = [
    { is: 'accepted', ticket: { requestId: 'first' } },
    { is: 'answered', answer: answerOf('first') },
    { is: 'failed', error: { class: 'transient', message: 'no' }, billed: null, usage: {}, raw: null },
    { is: 'refused', error: { class: 'rate', message: 'slow down' } },
    { is: 'refused', error: { class: 'validation', message: 'no such size' } },
    { is: 'unknown', error: { class: 'ambiguous', message: 'silence' } },
  ]
  for (const late of lateAnswers)
    it(`changes nothing of the second attempt when its own was ${late.is}`, async () => {
      const first = await stage.post()
      await stage.sentAgain()
      const second = await stage.post()
      await first.answers(late)
      expect(await stage.now()).toMatchObject({ state: 'SUBMITTING', attemptId: second.call.attemptId, manifest: null })
      await second.answers({ is: 'accepted', ticket: { requestId: 'second' } })
      expect(await stage.now()).toMatchObject({ state: 'SUBMITTED', requestId: 'second' })
      expect(await stage.orphans()).toEqual(late.is === 'accepted' || late.is === 'answered' ? ['first'] : [])
      expect(await stage.paid.budget.standing(projectId)).toMatchObject({ reserved: picturePrice, spent: 0 })
    })
})

describe('a call whose sender was killed', () => {
  it('is due for the next worker also when the one that took it up was killed, too', async () => {
    const { parts, paid, now, post } = stage
    await post() // never answered
    await paid.calls.calls.updateOne({ _id: (await now())._id }, { $set: { dueAt: new Date(0) } })
    const due = async () => (await dueNow(paid.control, { providers: ['fal'], calls: 1, waiting: 1 })).calls[0]
    expect(await takeCall(parts, (await due())!)).not.toBeNull()
    const left = await due()
    expect(left).toBeDefined()
    const taken = await takeCall(parts, left!)
    await tend(parts, taken!, never)
    expect((await now()).state).toBe('UNKNOWN')
  })
})

describe('a person who waits until a moment', () => {
  it('is asked nothing before, and once after it, whoever looks meanwhile', async () => {
    const { parts, paid, now, post } = stage
    const first = await post()
    await first.answers({ is: 'unknown', error: { class: 'ambiguous', message: 'silence' } })
    await new Promise((done) => setTimeout(done, 5))
    await tend(parts, await now(), never)
    expect((await now()).state).toBe('DECIDE')
    const questions = () => database.control.db.collection('alerts').countDocuments({ dismissed: false })
    expect(await questions()).toBe(1)

    const seen = await now()
    const until = new Date(Date.now() + 400)
    await decideCall(paid, seen, {
      action: 'wait',
      by: 'a person',
      reason: 'The provider looks.',
      at: new Date(),
      until,
    })
    await parts.alerts.takeBack(`GENERATION_UNKNOWN ${seen._id}`)
    await tend(parts, seen, never) // somebody who read it before
    expect(await now()).toMatchObject({ quietUntil: until, decisions: [{ action: 'wait', until }] })
    await tend(parts, await now(), never)
    expect((await now()).dueAt!.getTime()).toBeLessThanOrEqual(until.getTime())
    expect(await questions()).toBe(0)

    await new Promise((done) => setTimeout(done, 420))
    const late = await now()
    for (const look of [1, 2]) {
      await tend(parts, late, never)
      expect(await questions(), `look ${String(look)}`).toBe(1)
    }
    expect((await now()).quietUntil).toBeNull()
  })
})

describe('what comes of the first attempt after the second was sent', () => {
  it('as a callback is told as spent beside the call, which goes on with its own request', async () => {
    const first = await stage.post()
    await stage.sentAgain()
    const second = await stage.post()
    await stage.callBack('first', first.call.attemptId)
    expect(await stage.orphans()).toEqual(['first'])
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTING', attemptId: second.call.attemptId })
    await second.answers({ is: 'accepted', ticket: { requestId: 'second' } })
    await stage.callBack('second', second.call.attemptId)
    expect(await stage.now()).toMatchObject({ state: 'STORED', requestId: 'second', answer: { text: 'second' } })
  })

  it('as a line of the journal is told as spent beside the call, whatever fence it names', async () => {
    const { call, answers } = await stage.post()
    const line = { key: call._id, fence: call.fence, ticket: { requestId: 'first' }, manifest: null }
    await landLine(stage.parts, { ...line, attemptId: 'another attempt' })
    expect(await stage.orphans()).toEqual(['first'])
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTING' })
    await answers({ is: 'accepted', ticket: { requestId: 'second' } })
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTED', requestId: 'second' })
  })
})

describe('a call that was to be sent once more, and whose run is cancelled', () => {
  const cancelled = async () => {
    const first = await stage.post()
    await stage.sentAgain()
    await cancelOfRun(stage.parts, 'run')
    return first.call
  }

  it('keeps its money held back: the first sending may have been charged', async () => {
    await cancelled()
    expect(await stage.now()).toMatchObject({ state: 'CANCELLED', mayBeCharged: true, submits: [{ flagged: false }] })
    const long = { $set: { [`held.${(await stage.now())._id}.at`]: new Date(0) } }
    await database.control.db.collection('budget').updateMany({}, long)
    await tidyPaid(stage.parts)
    expect(await stage.paid.budget.standing(projectId)).toMatchObject({ reserved: picturePrice, spent: 0 })
  })

  it('is adopted when a journal proves the first request, and nothing is told as spent beside it', async () => {
    const { _id: key, attemptId, fence } = await cancelled()
    const line = { key, attemptId: attemptId ?? '', fence, ticket: { requestId: 'first' }, manifest: null }
    await landLine(stage.parts, line)
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTED', requestId: 'first', mayBeCharged: false })
    await stage.callBack('first', attemptId)
    expect(await stage.now()).toMatchObject({ state: 'STORED', requestId: 'first' })
    expect(await stage.orphans()).toEqual([])
  })

  it('is adopted when the first request turns up after all, and its money is booked', async () => {
    const { attemptId } = await cancelled()
    await stage.callBack('first', attemptId)
    expect(await stage.now()).toMatchObject({ state: 'STORED', requestId: 'first', mayBeCharged: false })
    expect(await stage.paid.budget.standing(projectId)).toMatchObject({ reserved: 0, spent: picturePrice })
    expect(await stage.orphans()).toEqual([])
  })
})

describe('a callback', () => {
  it('that comes two hours late is adopted, also by a call that a person has written off', async () => {
    const { call } = await stage.post()
    await tend(stage.parts, await stage.now(), never)
    await new Promise((done) => setTimeout(done, 5))
    await tend(stage.parts, await stage.now(), never)
    await decideCall(stage.paid, await stage.now(), {
      action: 'write_off',
      by: 'a person',
      reason: 'x',
      at: new Date(),
    })
    expect(await stage.now()).toMatchObject({ state: 'FAILED', mayBeCharged: true })
    await stage.paid.calls.calls.updateOne(
      { _id: call._id },
      { $set: { submittedAt: new Date(Date.now() - 7_200_000) } },
    )
    await stage.callBack('late', call.attemptId)
    expect(await stage.now()).toMatchObject({ state: 'STORED', requestId: 'late', mayBeCharged: false })
    expect(await stage.paid.budget.standing(projectId)).toMatchObject({ reserved: 0, spent: picturePrice })
  })

  it('that names the request of another film changes nothing of the call whose address it came to', async () => {
    const { call, answers } = await stage.post()
    await answers({ is: 'accepted', ticket: { requestId: 'ours' } })
    await stage.callBack('of another film', call.attemptId)
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTED', requestId: 'ours', manifest: null })
    await stage.callBack('nobody knows it', null)
    expect(await stage.now()).toMatchObject({ state: 'SUBMITTED', requestId: 'ours', manifest: null })
    expect(await stage.paid.budget.standing(projectId)).toMatchObject({ reserved: picturePrice, spent: 0 })
  })
})
