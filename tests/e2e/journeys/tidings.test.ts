import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMongod } from '@/host/mongod/openMongod'
import { textCollection, type ControlDb } from '@/stores/controlDb'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { foundTools } from '../../host/foundTools'
import { openCommandHome, type Started } from '../../support/commandHome'
import { openMailServer, type MailServer } from '../../support/mailServer'
import { picture } from '../../support/paidStage'
import { connectTo } from '../../support/testDatabase'
import { until } from '../../support/until'
import { openBrowser } from '../openBrowser'

const at = openCommandHome('tidings')
let mail: MailServer
let studio: Started
let address = ''
let browser: Browser
let control: ControlDb
let closeDatabase: () => Promise<void>
let film = ''

const send = async (method: string, path: string, body: object): Promise<Record<string, any>> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api${path}`, { method, headers, body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, any>
}
const openPage = async (path: string, colorScheme: 'dark' | 'light' = 'dark'): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${address}${path}`)
  return page
}

beforeAll(async () => {
  mail = await openMailServer()
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${String(mail.port)}`
  ;({ studio, address } = await at.opened('start'))
  const mongod = await openMongod({
    home: join(at.base, 'home'),
    mongodPath: foundTools().mongod,
    log: () => undefined,
  })
  control = await connectTo(mongod.uri)
  closeDatabase = async () => {
    await control.client.close()
    await mongod.close()
  }
  browser = await openBrowser()
  film = (await send('POST', '/projects', { title: 'The Last Ferry', slug: 'ferry' }))['doc'].id
  const mara = { email: 'mara@example.org', name: 'Mara', password: 'a long password', roles: ['producer'] }
  await send('POST', '/users', mara)
}, 400_000)

afterAll(async () => {
  await browser?.close()
  await closeDatabase?.()
  if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
  await studio?.ended
  await mail.close()
  await at.close()
}, 90_000)

describe('people of a studio are told', () => {
  it('by the bell and by one mail that a run failed', async () => {
    const page = await openPage('/admin/notifications')
    await page.getByText('Nobody told you anything yet').waitFor()
    await send('POST', `/projects/${film}/qualify`, { countdownSeconds: 0, startAnyway: true }) // nothing was gathered
    await page.getByRole('button', { name: '1 unread notification' }).waitFor()
    await until('the mail came', () => mail.mails.length > 0, 30_000)
    expect(mail.mails[0]).toMatchObject({
      subject: 'The Last Ferry: a run stopped',
      envelopeTo: ['mara@example.org'],
    })
    await page.getByRole('button', { name: '1 unread notification' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('link', { name: 'The Last Ferry: a run stopped' }).waitFor()
    await drawer.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByRole('button', { name: '0 unread notifications' }).waitFor()
    expect(mail.mails).toHaveLength(1)
    await page.context().close()
  }, 120_000)

  it('that a call was possibly charged, which is written off with a reason and closes', async () => {
    const asked = newPaidCall(picture('SC002_SH010, layer 3'), {
      owner: 'studio', project: film, scene: null, runId: 'run', accounts: [film],
    }) // prettier-ignore
    const sentAt = new Date(Date.now() - 41 * 60_000)
    const call: PaidGeneration = {
      ...asked, state: 'DECIDE', createdAt: sentAt, submittedAt: sentAt, unknownSince: sentAt, evidence: ['list: none'], dueAt: null,
    } // prettier-ignore
    await textCollection<PaidGeneration>(control.db, 'generations').insertOne(call)
    const page = await openPage('/admin/decisions')
    await page.getByText('41 min').waitFor()
    await page.getByText('list: none').waitFor()
    await page.getByRole('button', { name: 'Write off…' }).click()
    await page.getByRole('textbox').fill('The provider says it never came.')
    await page.getByRole('button', { name: 'Write off…' }).click()
    await page.getByText('Every call has an answer.').waitFor()
    await page.getByText(/Written off by .*The provider says it never came\./).waitFor()
    await page.goto(`${address}/admin/costs`)
    await page
      .getByRole('row', { name: /layer 3/ })
      .getByText('Failed')
      .waitFor()
    await page.context().close()
  }, 120_000)

  it('what was changed on a character, by whom, from what to what', async () => {
    const made = await send('POST', '/characters', { name: 'MARA', project: film, wardrobe: 'A grey coat.' })
    const id = made['doc'].id as string
    await send('PATCH', `/characters/${id}`, { wardrobe: 'A red coat.' })
    const page = await openPage(`/admin/collections/characters/${id}`)
    await page.getByRole('link', { name: 'Activity' }).click()
    const list = page.getByRole('region', { name: 'Activity' })
    await list.getByText('You, on this machine').first().waitFor()
    expect(await list.locator('dl').first().innerText()).toMatch(/Wardrobe\s+A grey coat\.\s*A red coat\./)
    await page.context().close()
  }, 120_000)
})
