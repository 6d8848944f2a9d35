import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeHome } from '../support/removeHome'
import { openBrowser } from './openBrowser'
import { keepShot } from '../support/keepShot'

const base = mkdtempSync(join(tmpdir(), 'backlot-share-'))
const home = join(base, 'home')
const email = 'ada@studio.test'
const password = 'a long enough word'

let child: ChildProcess
let said = ''
let printed = ''
let address = ''
let link = ''
let browser: Browser
let page: Page
const complaints: string[] = []
const outside: string[] = []

beforeAll(async () => {
  mkdirSync(home, { recursive: true })
  symlinkSync(resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'bin'), join(home, 'bin'))
  const env = { ...process.env, BACKLOT_HOME: home, PORT: '0' }
  child = spawn(process.execPath, [resolve('scripts/run.mjs'), 'share'], { env })
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  for (let i = 0; i < 2000 && !printed.includes('encrypted') && child.exitCode === null; i++) await sleep(250)
  const port = /:(\d+)\/admin/.exec(printed)?.[1]
  expect(port, said + printed).toBeDefined()
  address = `http://127.0.0.1:${port}`
  link = /http:\S+token=\S+/.exec(printed)?.[0].replace(/^http:\/\/[^/]+/, address) ?? ''
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
  page.setDefaultTimeout(60_000)
  page.on('console', (line) => {
    if (line.type() === 'error' || /Content.Security/.test(line.text())) complaints.push(line.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (sent) => {
    const url = new URL(sent.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(address).host) outside.push(sent.url())
  })
}, 550_000)

afterAll(async () => {
  await browser?.close()
  if (child?.exitCode === null) child.kill('SIGINT')
  for (let i = 0; i < 150 && child.exitCode === null; i++) await sleep(100)
  await removeHome(home, base)
}, 90_000)

describe('npm run backlot -- share', () => {
  it('prints the address, a link for the first person, and that nothing is encrypted', () => {
    expect(printed).toMatch(/^http:\/\/\S+\/admin\n/)
    expect(printed).toMatch(/First person \(one use, 24 hours\): http:\/\/\S+token=[\w-]{43}\n/)
    expect(printed).toMatch(/nothing on the way is encrypted/)
  })

  it('lets nobody of this machine in without a login', async () => {
    expect((await fetch(`${address}/api/projects`)).status).toBe(403)
    const headers = { 'content-type': 'application/json' }
    const opened = await fetch(`${address}/api/users/first-register`, { method: 'POST', body: '{}', headers })
    expect(opened.status).toBe(403)
  })

  it('lets the first person in by the link, and into the admin by their password', async () => {
    await page.goto(link)
    await page.fill('#email', email)
    await page.fill('#name', 'Ada')
    await page.fill('#password', password)
    await keepShot(page, 'welcome.png')
    await page.getByRole('button').click()
    await page.getByRole('link', { name: 'sign in' }).click()
    await page.fill('#field-email', email)
    await page.fill('#field-password', password)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.getByRole('heading', { name: 'Production', exact: true }).waitFor()
    await keepShot(page, 'shared-dashboard.png')
    expect((await fetch(link)).status).toBe(403)
  }, 180_000)

  it('has an admin that works under its policy: a project is made, edited and given a member', async () => {
    await page.goto(`${address}/admin/collections/projects/create`)
    await page.fill('#field-title', 'The Long Pier')
    await page.fill('#field-slug', 'the-long-pier')
    await page.click('#action-save')
    await page.waitForURL(/projects\/[0-9a-f]{24}/)
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('button', { name: /Add Member/i }).click()
    await keepShot(page, 'members.png')
    for (const path of ['/admin/collections/media/create', '/admin/account', '/admin/collections/users']) {
      await page.goto(`${address}${path}`)
      await page.locator('.doc-header, .list-header, .collection-list').first().waitFor()
    }
  }, 180_000)

  it('draws the page of the routes from its own package', async () => {
    await page.goto(`${address}/api/docs`)
    await page.getByText('/api/projects/{id}/qualify').first().waitFor()
    await keepShot(page, 'routes.png')
  }, 60_000)

  it('complains of nothing in the browser and asks nobody outside', () => {
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
  })

  it('says every safe header once', async () => {
    const admin = await fetch(`${address}/admin/login`)
    expect(admin.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
    const listed = await fetch(`${address}/api/projects`)
    for (const { headers } of [admin, listed]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    }
    expect(listed.headers.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/)
    expect(listed.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  })

  it('reads no large body of a stranger, and cuts off who sends slowly', async () => {
    const large = await fetch(`${address}/api/users/login`, {
      method: 'POST',
      body: 'x'.repeat(20_000_000),
      headers: { 'content-type': 'application/json' },
    }).then(
      (answer) => answer.status,
      () => 413, // it was cut off while it was still sending
    )
    expect([401, 413]).toContain(large)
    const began = Date.now()
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 1000)
    socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n')
    await new Promise<void>((done) => socket.on('close', () => done()).on('error', () => done()))
    clearInterval(drip)
    expect(Date.now() - began).toBeLessThan(20_000)
  }, 60_000)

  it('counts attempts at a password by where they really come from', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 25; i++) {
      const headers = { 'content-type': 'application/json', 'x-backlot-address': `203.0.113.${i}` }
      const body = JSON.stringify({ email: 'nobody@studio.test', password: 'wrong' })
      statuses.add((await fetch(`${address}/api/users/login`, { method: 'POST', headers, body })).status)
    }
    expect([...statuses]).toContain(429)
  }, 60_000)

  it('ends on a signal', async () => {
    child.kill('SIGINT')
    for (let i = 0; i < 150 && child.exitCode === null; i++) await sleep(100)
    expect(child.exitCode).toBe(0)
  }, 30_000)
})
