import { ObjectId } from 'mongodb'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellPeople } from '@/jobs/tellPeople'
import { tellRun } from '@/jobs/tellRun'
import { tidingsDesk } from '@/jobs/tidingsDesk'
import type { Notice } from '@/queue/jobs'
import { notify } from '@/queue/notify'
import { alertsStore } from '@/stores/alertsStore'
import { controlDb } from '@/stores/controlDb'
import { noticesStore } from '@/stores/noticesStore'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { untoldStore } from '@/stores/untoldStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { planOfActs } from '../support/crew'
import { eventsOf } from '../support/eventsOf'
import { hubOf } from '@/endpoints/events/eventHub'
import { until } from '../support/until'

let studio: TestStudio
let film = ''
const stop = new AbortController()
const tokens: Record<string, string> = {}
const ids: Record<string, string> = {}

const tidings = () => {
  const control = controlDb(studio.payload)
  return { notices: noticesStore(control), untold: untoldStore(control), mails: true }
}
const person = async (name: string, role: 'director' | 'client' | 'producer', notices = {}) => {
  const data = { email: `${name}@example.org`, password: 'a long password', name, roles: [role], notices }
  const made = await studio.payload.create({ collection: 'users', data })
  const { token } = await studio.payload.login({ collection: 'users', data: { email: data.email, password: data.password } })
  ids[name] = made.id
  tokens[name] = token ?? ''
} // prettier-ignore
const as = (name: string) => ({ headers: { authorization: `JWT ${tokens[name] ?? ''}` } })
const heard = async (name: string) =>
  (await studio.call('GET /api/notifications?limit=100&sort=createdAt', as(name))).body['docs'] as Record<string, any>[]
const kindsOf = async (name: string) => (await heard(name)).map(({ kind }) => kind)

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  await person('ada', 'producer')
  await person('mara', 'director')
  await person('jon', 'client')
  await person('eve', 'director')
  const data = {
    title: 'The Last Ferry',
    slug: 'ferry',
    status: 'gathering' as const,
    members: [{ user: ids['mara']! }, { user: ids['jon']! }],
  }
  film = (await studio.payload.create({ collection: 'projects', data, draft: true })).id
})
afterAll(async () => {
  stop.abort()
  hubOf(studio.payload).close()
  await studio.close()
})

describe('what people are told', () => {
  it('is told of a run that failed to everybody of the film once, however many workers look', async () => {
    const { db } = controlDb(studio.payload)
    const raised = { project: film, run: '01RUN', code: 'RUN_FAILED', what: 'No room.', why: 'The disk is full.', fix: 'Make room.' }
    const raise = (event: string) => alertsStore({ db }).raise({ ...raised, cause: `run:${film}:x`, event, severity: 'error' })
    await raise('01RUN:7')
    const desks = [1, 2, 3].map(() => tidingsDesk({ ...tidings(), until: stop.signal, log: () => undefined }))
    await Promise.all(desks.map(({ look }) => look()))
    await Promise.all(desks.map(({ look }) => look()))
    expect(await kindsOf('mara')).toEqual(['runFailed'])
    expect(await kindsOf('ada')).toEqual(['runFailed'])
    expect(await kindsOf('eve'), 'she is no member').toEqual([])
    expect(await kindsOf('jon'), 'a guest is not told of machines').toEqual([])

    await raise('01RUN:9') // resumed, and failed again
    await desks[0]!.look()
    await desks[0]!.look()
    expect(await kindsOf('mara')).toEqual(['runFailed', 'runFailed'])
    const [first] = await heard('mara')
    expect(JSON.parse(first?.['vars'])).toMatchObject({ project: 'The Last Ferry', why: 'The disk is full.' })
    expect(first?.['link']).toBe('/admin/collections/runs/01RUN')
    expect(first, 'nobody reads how it is mailed').not.toHaveProperty('mail')
  }) // prettier-ignore

  it('is told of a run that is done to guests, too, and of waiting scenes in its place', async () => {
    const control = controlDb(studio.payload)
    const runs = runsStore(control, outboxStore(control))
    const done = async (key: string) => {
      const plan = planOfActs([{ act: 'film' }])
      const { runId } = await runs.create({ kind: 'generate', projectId: film, key, plan, options: {} })
      await runs.record(runId, { type: 'started' })
      await runs.record(runId, { type: 'done', node: 0, take: 1, reused: false })
      const parts = { ...tidings(), runs }
      await tellRun(parts, runId)
      await tellRun(parts, runId) // the job ran twice
      return runId
    }
    await done('first')
    expect(await kindsOf('jon')).toEqual(['runDone'])
    const states = control.db.collection('scene-states')
    await states.insertOne({ project: new ObjectId(film), scene: new ObjectId(), status: 'awaiting_approval' })
    await done('second')
    expect(await kindsOf('jon')).toEqual(['runDone'])
    expect((await heard('mara')).at(-1)).toMatchObject({ kind: 'decision' })
  })

  it('tells whoever was mentioned, if they may see the film', async () => {
    const notice = {
      event: 'comment:1', kind: 'mention' as const, to: [ids['jon']!, ids['eve']!], project: film, link: '/admin', vars: { by: 'Mara', where: 'SC002', text: '<b>look</b>' },
    } // prettier-ignore
    const outbox = outboxStore(controlDb(studio.payload))
    for (let i = 0; i < 2; i++) {
      await notify(await createLocalReq({}, studio.payload), notice)
      let row = await outbox.take(60_000)
      while (row && row.job !== 'tellPeople') row = await outbox.take(60_000)
      await tellPeople(tidings(), row?.data as Notice)
    }
    expect(await kindsOf('jon')).toEqual(['runDone', 'mention'])
    expect(await kindsOf('eve')).toEqual([])
  })

  it('tells nobody what they do not want to hear', async () => {
    await person('kim', 'director', { kinds: ['mention'], byMail: [] })
    await studio.payload.update({
      collection: 'projects', id: film, data: { members: ['mara', 'jon', 'kim'].map((name) => ({ user: ids[name]! })) },
    }) // prettier-ignore
    const { db } = controlDb(studio.payload)
    await db
      .collection<{ _id: string }>('budget')
      .insertOne({ _id: film, limit: 1000, spent: 700, reserved: 150 } as never)
    const desk = tidingsDesk({ ...tidings(), until: stop.signal, log: () => undefined })
    await desk.look()
    await desk.look()
    expect((await kindsOf('mara')).filter((kind) => kind === 'budgetNear')).toHaveLength(1)
    expect(await kindsOf('kim')).toEqual([])
  })

  it('is told on the page at once, and read only by whom it was told', async () => {
    const stream = eventsOf(await studio.response('GET /api/events', as('mara').headers))
    const unread = () => stream.events.filter(({ event }) => event === 'notice').at(-1)?.data['unread'] as number
    await until('the count is told', () => unread() > 0)
    const before = unread()
    const vars = { by: 'Ada', where: 'SC001', text: 'Darker.' }
    const asked = { event: 'asked:1', kind: 'changesRequested' as const, to: [ids['mara']!], project: film, link: '/admin' }
    await tellPeople(tidings(), { ...asked, vars })
    await until('the count is told', () => unread() === before + 1)

    const [oldest] = await heard('mara')
    const body = { ids: [oldest?.['id']] }
    const others = await studio.call('POST /api/notifications/read', { body, ...as('jon') })
    expect(others.body).toEqual({ read: 0 })
    const own = await studio.call('POST /api/notifications/read', { body, ...as('mara') })
    expect(own.body).toEqual({ read: 1 })
    await until('the count is told', () => unread() === before)
    await studio.call('POST /api/notifications/read', { body: { all: true }, ...as('mara') })
    await until('the count is told', () => unread() === 0)
    expect((await studio.call('POST /api/notifications/read', { body: { all: true }, ...as('mara') })).body).toEqual({ read: 0 })
    expect((await heard('jon')).every(({ readAt }) => !readAt)).toBe(true)
    await stream.leave()
  }) // prettier-ignore

  it('is closed to strangers and to odd ids', async () => {
    expect((await studio.call('GET /api/notifications')).body['docs'] ?? []).toEqual([])
    expect((await studio.call('POST /api/notifications/read', { body: { all: true } })).status).toBe(401)
    const odd = await studio.call('POST /api/notifications/read', { body: { ids: [{ $ne: '' }] }, ...as('jon') })
    expect(odd.status).toBeGreaterThanOrEqual(400)
    const made = await studio.call('POST /api/notifications', { body: { kind: 'alert' }, ...as('ada') })
    expect(made.status).toBe(403)
  })
})
