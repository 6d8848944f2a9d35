import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataHolder } from '@/host/mongod/dataHolder'
import { removeHome } from '../support/removeHome'
import { openBrowser } from './openBrowser'

const run = resolve('scripts/run.mjs')
const base = mkdtempSync(join(tmpdir(), 'backlot-admin-'))
const home = join(base, 'home')
const shots = process.env['BACKLOT_SHOTS'] ?? join(base, 'shots')

/** A film of two short scenes: one person who speaks, one place more. */
const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, lights a lamp at the end of the pier.

MARA
Somebody has to.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

type Started = { child: ChildProcess; said: () => string; printed: () => string; ended: Promise<number | null> }
const start = (args: string[], env: Record<string, string> = {}): Started => {
  const child = spawn(process.execPath, [run, ...args], { env: { ...process.env, BACKLOT_HOME: home, ...env } })
  let said = ''
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  return { child, said: () => said, printed: () => printed, ended }
}

const answers = async (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  )

/** What a browser that was led here under another name would be told. */
const asked = (address: string, path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; text: string }>((done, fail) => {
    const { hostname, port } = new URL(address)
    const sent = request({ hostname, port, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', fail).end()
  })

const opened = async (command: string): Promise<{ studio: Started; address: string }> => {
  mkdirSync(home, { recursive: true })
  cpSync(resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'bin'), join(home, 'bin'), { recursive: true })
  const studio = start([command], { PORT: '0' })
  for (let i = 0; i < 1600 && studio.printed() === '' && studio.child.exitCode === null; i++) await sleep(250)
  expect(studio.printed(), studio.said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\n$/)
  return { studio, address: new URL(studio.printed().trim()).origin }
}

/** Within 15 s, with nothing left running. */
const endsInOrder = async ({ studio, address }: { studio: Started; address: string }) => {
  const began = Date.now()
  studio.child.kill('SIGINT')
  expect(await studio.ended, studio.said()).toBe(0)
  expect(Date.now() - began).toBeLessThan(15_000)
  expect(await answers(`${address}/api/users/me`)).toBe(false)
  const holder = () => dataHolder({ data: join(home, 'db', 'data'), watchdog: join(home, 'db', 'watchdog.pid') })
  for (let i = 0; i < 100 && holder() !== undefined; i++) await sleep(100)
  expect(holder()).toBeUndefined()
}

afterAll(() => removeHome(home, base), 90_000)

describe('npm run dev', () => {
  it('opens the studio from its sources and ends in order', { timeout: 400_000 }, async () => {
    const dev = await opened('dev')
    expect((await fetch(`${dev.address}/api/health`)).status).toBe(200)
    await endsInOrder(dev)
  })
})

describe('npm start', () => {
  let studio: Started
  let address = ''
  let browser: Browser
  const complaints: string[] = []
  const outside: string[] = []

  const openPage = async (colorScheme: 'dark' | 'light'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, colorScheme })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (sent) => {
      const url = new URL(sent.url())
      if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(address).host) outside.push(sent.url())
    })
    return page
  }

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    ;({ studio, address } = await opened('start'))
    browser = await openBrowser()
  }, 400_000)

  afterAll(async () => {
    await browser?.close()
    if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
    await studio?.ended
  }, 90_000)

  it('opens the admin without a login, with every group of documents', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      const page = await openPage(scheme)
      await page.goto(`${address}/admin`)
      for (const group of ['Production', 'Story', 'Prompts & models', 'Library', 'Studio'])
        await page.getByRole('heading', { name: group, exact: true }).waitFor()
      await page.screenshot({ path: join(shots, `dashboard-${scheme}.png`), caret: 'initial' })
      await page.context().close()
    }
  }, 240_000)

  it('shows a project that was made over REST', async () => {
    const made = await fetch(`${address}/api/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'The Long Pier', slug: 'the-long-pier' }),
    })
    expect(made.status).toBe(201)
    const { doc } = (await made.json()) as { doc: { id: string; status: string } }
    expect(doc.status).toBe('gathering')
    const page = await openPage('light')
    await page.goto(`${address}/admin/collections/projects/${doc.id}`)
    await page.getByRole('heading', { name: 'The Long Pier' }).waitFor()
    expect(await page.locator('#field-slug').inputValue()).toBe('the-long-pier')
    await page.screenshot({ path: join(shots, 'project-light.png'), caret: 'initial' })
    await page.context().close()
  }, 240_000)

  it('shows the scenes of a film the command made beside it, with their titles', async () => {
    const file = join(base, 'two-lamps.fountain')
    writeFileSync(file, screenplay)
    const film = start(['film', file, '--resolution', '360p', '--json'])
    expect(await film.ended, film.said()).toBe(0)
    const page = await openPage('dark')
    await page.goto(`${address}/admin/collections/scenes`)
    await page.getByText('SC001_SH010').first().waitFor()
    await page.getByText('Somebody has to.').first().waitFor()
    await page.screenshot({ path: join(shots, 'scenes-dark.png'), caret: 'initial' })
    for (const collection of ['scenes', 'scene-states', 'runs', 'generations', 'characters', 'media']) {
      const listed = await fetch(`${address}/api/${collection}?limit=50`)
      expect(listed.status, collection).toBe(200)
      const { docs } = (await listed.json()) as { docs: { id: string }[] }
      expect(docs.length, collection).toBeGreaterThan(0)
      await page.goto(`${address}/admin/collections/${collection}/${docs[0]!.id}`)
      await page.locator('.doc-header').waitFor()
      await page.screenshot({ path: join(shots, `${collection}-dark.png`), fullPage: true, caret: 'initial' })
    }
    await page.context().close()
  }, 600_000)

  it('complains of nothing in the browser and asks nobody outside', () => {
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
  })

  it('gives nothing to a page that came under another name or from another website', async () => {
    const foreign: Record<string, string>[] = [
      { host: 'evil.example' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const listed = await asked(address, '/api/projects', headers)
      expect(listed.status, JSON.stringify(headers)).toBe(403)
      expect(listed.text).not.toContain('The Long Pier')
    }
    const page = await asked(address, '/admin/collections/projects', { host: 'evil.example' })
    expect(page.text).not.toContain('The Long Pier')
  }, 120_000)

  it('says so when its port is taken, and starts nothing', async () => {
    const taken = createServer()
    const port = await new Promise<number>((done) =>
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)),
    )
    const second = start(['start'], { PORT: String(port) })
    expect(await second.ended).toBe(2)
    expect(second.said()).toContain('Another program uses this port')
    expect(second.printed()).toBe('')
    taken.close()
  }, 60_000)

  it('ends on a signal within 15 s and leaves nothing running', async () => {
    await endsInOrder({ studio, address })
  }, 60_000)
})
