import { ObjectId } from 'mongodb'
import { createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnv } from '@/env'
import { mailDesk, type Mail, type MailPace } from '@/jobs/mailDesk'
import { alertsStore } from '@/stores/alertsStore'
import { mailsStore } from '@/stores/mailsStore'
import { noticesStore, type Telling } from '@/stores/noticesStore'
import { mailAdapter, mailSettings } from '@/studio/mailSettings'
import { openMailServer, type MailServer } from '../support/mailServer'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'
import { until } from '../support/until'

let database: TestDatabase
let server: MailServer | undefined
let stop: AbortController
const base = 'https://studio.example.org'
const person = { _id: new ObjectId(), email: 'mara@example.org', roles: ['producer'] }

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  stop = new AbortController()
  const { db } = database.control
  for (const name of ['users', 'notifications', 'mails', 'alerts']) await db.collection(name).deleteMany({})
  await db.collection('users').insertOne({ ...person })
})
afterEach(async () => {
  stop.abort()
  await server?.close()
  server = undefined
})

/** What Payload sends with where SMTP_URL names this server. */
const sender = async (url: string, { from, waitsMs = 5000 }: { from?: string; waitsMs?: number } = {}) => {
  const settings = mailSettings(readEnv({ SMTP_URL: url, ...(from ? { MAIL_FROM: from } : {}) }))
  if (!settings) throw new Error('no settings')
  const short = { connectionTimeout: waitsMs, greetingTimeout: waitsMs, socketTimeout: 2 * waitsMs }
  const adapter = await mailAdapter({ ...settings, transport: { ...settings.transport, ...short } })
  const { sendEmail } = adapter({} as never)
  return async (mail: Mail) => {
    await sendEmail(mail)
  }
}
const at = (one: MailServer) => `smtp://127.0.0.1:${String(one.port)}`

const stores = () => ({
  mails: mailsStore(database.control),
  notices: noticesStore(database.control),
  alerts: alertsStore(database.control),
})
const quick: MailPace = { quietMs: 0, leaseMs: 60_000, pollMs: 60_000, backMs: [0, 0, 0] }
type Opening = { send: (mail: Mail) => Promise<void>; pace?: Partial<MailPace> }
const desk = ({ send, pace = {} }: Opening) =>
  mailDesk({ ...stores(), send, base, pace: { ...quick, ...pace }, until: stop.signal, log: () => undefined })

let events = 0
const told = async (more: Partial<Telling> = {}) => {
  const { notices } = stores()
  const vars = { by: 'Jon', where: 'SC002', text: 'Darker, please.', ...more.vars }
  const telling: Telling = { event: `e${++events}`, kind: 'mention', project: null, link: '/admin/alerts', at: new Date(), ...more, vars }
  await notices.put(telling, { people: await notices.listeners(null), mails: true })
} // prettier-ignore
const mails = () => database.control.db.collection('mails').find({}).sort({ at: 1 }).toArray()
const alerts = () => database.control.db.collection('alerts').find({}).toArray()

describe('a mail about what happened', () => {
  it('comes once, as text and simple HTML, with people’s text as text and a link into the studio', async () => {
    server = await openMailServer()
    await told({ vars: { by: 'Jon <b>', where: 'SC002', text: '<script>alert(1)</script> & "more"' } })
    const send = await sender(at(server), { from: 'The Ferry <studio@example.org>' })
    const desks = [1, 2, 3].map(() => desk({ send }))
    await Promise.all(desks.map(({ look }) => look()))
    await Promise.all(desks.map(({ look }) => look()))
    expect(server.mails).toHaveLength(1)
    const [mail] = server.mails
    expect(mail).toMatchObject({
      subject: 'Jon <b> mentioned you in SC002',
      from: { name: 'The Ferry', address: 'studio@example.org' },
      envelopeTo: ['mara@example.org'],
    })
    expect(mail?.text).toContain('<script>alert(1)</script> & "more"')
    expect(mail?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')
    expect(mail?.html).not.toContain('<script>')
    expect(mail?.text).toContain('https://studio.example.org/admin/alerts')
    expect((await mails()).map(({ state }) => state)).toEqual(['sent'])
  })

  it('holds no header that somebody wrote into a name', async () => {
    server = await openMailServer()
    await told({ vars: { by: 'Eve\r\nBcc: all@example.org\r\n\r\nHello', where: 'SC\u202e001', text: 'x' } })
    await desk({ send: await sender(at(server)) }).look()
    expect(server.mails[0]?.envelopeTo).toEqual(['mara@example.org'])
    expect(server.mails[0]?.bcc).toBeUndefined()
    expect(server.mails[0]?.subject).toBe('Eve Bcc: all@example.org Hello mentioned you in SC 001')
  })

  it('is a digest when much happens within a minute', async () => {
    server = await openMailServer()
    const one = desk({ send: await sender(at(server)), pace: { quietMs: 4000 } })
    await told()
    await until('the first is sent', async () => {
      await one.look()
      return server?.mails.length === 1
    })
    for (let i = 0; i < 5; i++) await told()
    await one.look()
    expect(server.mails).toHaveLength(1)
    await until('the minute is over', async () => {
      await one.look()
      return server?.mails.length === 2
    })
    expect(server.mails[1]?.subject).toBe('5 notifications from the studio')
    expect(server.mails[1]?.text?.match(/Darker, please/g)).toHaveLength(5)
  })

  it('is written in the language of its person', async () => {
    server = await openMailServer()
    const users = database.control.db.collection('users')
    await users.updateOne({ _id: person._id }, { $set: { notices: { language: 'de' } } })
    await told()
    await desk({ send: await sender(at(server)) }).look()
    expect(server.mails[0]?.subject).toBe('Jon hat Sie erwähnt in SC002')
  })

  it('is tried again when the server is busy, or away', async () => {
    let busy = 2
    server = await openMailServer({
      onMailFrom: (_, __, done) => {
        if (busy-- > 0) done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
        else done()
      },
    })
    await told()
    const one = desk({ send: await sender(at(server)) })
    await one.look()
    expect(server.mails).toHaveLength(1)
    expect((await mails())[0]).toMatchObject({ state: 'sent', tries: 3, unsure: 0 })
    await server.close()
    await told()
    await one.look()
    expect((await mails()).at(-1)).toMatchObject({ state: 'failed', tries: 4, unsure: 0 })
    expect(await alerts()).toHaveLength(1)
    server = undefined
  })

  it('raises one alert when the server refuses an address for good, however many mails it is about', async () => {
    server = await openMailServer({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    })
    const one = desk({ send: await sender(at(server)) })
    for (let i = 0; i < 3; i++) {
      await told()
      // who looks while it looks already shares that look, which may have gathered before this was told
      await until('it is given up', async () => {
        await one.look()
        return (await mails()).filter(({ state }) => state === 'failed').length === i + 1
      })
    }
    expect((await mails()).map(({ state, tries }) => `${String(state)} ${String(tries)}`)).toEqual(
      Array(3).fill('failed 1'),
    )
    const raised = await alerts()
    expect(raised).toHaveLength(1)
    expect(raised[0]).toMatchObject({ code: 'MAIL_NOT_SENT', times: 3, cause: 'mail:mara@example.org' })
  })

  it('is sent once more at most when the line breaks while it is taken, under the same id', async () => {
    let dies = true
    const ids: string[] = []
    server = await openMailServer({
      onData: (stream, _, done) => {
        let raw = ''
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString()))
        stream.on('end', () => {
          ids.push(/^message-id: (.*)$/im.exec(raw)?.[1] ?? '')
          if (dies) server?.breakOff()
          else done()
        })
      },
    })
    await told()
    const one = desk({ send: await sender(at(server)) })
    await one.look()
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect((await mails())[0]).toMatchObject({ state: 'failed', unsure: 1, tries: 2 })
    expect(await alerts()).toHaveLength(1)
    dies = false
    await told()
    await one.look()
    expect((await mails()).at(-1)).toMatchObject({ state: 'sent' })
  })

  it('that a program took and never settled is sent once more, and not a third time', async () => {
    const died = { ...quick, leaseMs: 0 }
    await told()
    const { mails: store } = stores()
    await store.gather(0)
    const sent: Mail[] = []
    const dies = (mail: Mail) => {
      sent.push(mail)
      return new Promise<void>(() => undefined) // handed over, and then the program is gone
    }
    for (let i = 0; i < 2; i++) {
      void desk({ send: dies, pace: died }).look()
      await until('it was handed over', () => sent.length === i + 1)
    }
    await desk({ send: async (mail) => void sent.push(mail), pace: died }).look()
    expect(sent).toHaveLength(2)
    expect(sent[0]?.messageId).toBe(sent[1]?.messageId)
    expect((await mails())[0]).toMatchObject({ state: 'failed' })
  })

  it('waits for no server that says nothing', async () => {
    const silent: Server = createServer(() => undefined)
    await new Promise<void>((open) => silent.listen(0, '127.0.0.1', open))
    const { port } = silent.address() as { port: number }
    await told()
    await desk({ send: await sender(`smtp://127.0.0.1:${String(port)}`, { waitsMs: 500 }) }).look()
    expect((await mails())[0]).toMatchObject({ state: 'failed', tries: 4, unsure: 0 })
    silent.close()
  })
})

describe('a password', () => {
  it('goes over an encrypted connection only', async () => {
    const logins: boolean[] = []
    const asks = {
      onAuth: (_: unknown, session: { secure: boolean }, done: (error: null, answer: { user: string }) => void) => {
        logins.push(session.secure)
        done(null, { user: 'studio' })
      },
    }
    server = await openMailServer({ ...asks, allowInsecureAuth: true })
    await told()
    await desk({
      send: await sender(`smtp://studio:secret@127.0.0.1:${String(server.port)}?tls=required`),
      pace: { backMs: [] },
    }).look()
    expect(logins).toEqual([])
    expect(server.mails).toEqual([])
    expect((await mails())[0]?.error).toMatch(/STARTTLS/i)
    await server.close()

    server = await openMailServer({ ...asks, disabledCommands: [] })
    await told()
    await desk({ send: await sender(`smtp://studio:secret@127.0.0.1:${String(server.port)}?tls=required`) }).look()
    expect(logins).toEqual([true])
    expect(server.mails[0]?.secure).toBe(true)
  })

  it('is never asked to travel in the clear to another machine', () => {
    const far = mailSettings(readEnv({ SMTP_URL: 'smtp://me:pass@mail.example.org' }))
    expect(far?.transport).toMatchObject({ port: 587, requireTLS: true, tls: { rejectUnauthorized: true } })
    const open = mailSettings(readEnv({ SMTP_URL: 'smtps://mail.example.org' }))
    expect(open?.transport).toMatchObject({ port: 465, secure: true })
    expect(mailSettings(readEnv({}))).toBeNull()
  })
})

it('a wrong sender is refused when the studio starts', () => {
  expect(() => readEnv({ MAIL_FROM: 'A\r\nBcc: x <a@b>' })).toThrow(/MAIL_FROM/)
  expect(() => readEnv({ MAIL_FROM: 'A, B <a@b.c>' })).toThrow(/MAIL_FROM/)
  expect(mailSettings(readEnv({ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'studio@b.c' }))).toMatchObject({
    name: 'Backlot',
    address: 'studio@b.c',
  })
})
