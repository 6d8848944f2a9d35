import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommandHome, type Started } from '../support/commandHome'
import { openBrowser } from './openBrowser'
import { keepShot } from '../support/keepShot'

const at = openCommandHome('admin')
const { base, start, opened, endsInOrder } = at

/** A film of two short scenes: one person who speaks, one place more. */
const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, lights a lamp at the end of the pier.

MARA
Somebody has to.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

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

afterAll(() => at.close(), 90_000)

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
      await keepShot(page, `dashboard-${scheme}.png`)
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
    await keepShot(page, 'project-light.png')
    await page.context().close()
  }, 240_000)

  it('shows the countdown of the button, stops it with Esc, and starts it with its own clock', async () => {
    const listed = await fetch(`${address}/api/projects?where[slug][equals]=the-long-pier`)
    const id = ((await listed.json()) as { docs: { id: string }[] }).docs[0]!.id
    const page = await openPage('dark')
    await page.goto(`${address}/admin/collections/projects/${id}/gather`)
    await page.getByLabel('Add note').fill('A lamp keeper, MARA, 60, lights a lamp at the end of a long pier at night.')
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.getByText('A lamp keeper, MARA, 60').first().waitFor()
    await page.getByText('Missing').waitFor()
    await keepShot(page, 'gather-dark.png')

    await page.goto(`${address}/admin/collections/projects/${id}`)
    await page.getByRole('button', { name: 'Generate Qualified Data' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Start anyway.').waitFor()
    expect(await dialog.getByRole('button', { name: 'Start the countdown' }).isDisabled()).toBe(true)
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Start the countdown' }).click()
    await dialog.getByText('The clock runs on the server', { exact: false }).waitFor()
    // another tab shows the same clock
    const other = await page.context().newPage()
    await other.goto(`${address}/admin/collections/projects/${id}`)
    await other.getByRole('dialog').getByRole('button', { name: 'Continue now' }).waitFor()
    await keepShot(page, 'countdown-dark.png')
    // wherever the focus is, the dialog goes when the clock has stopped and not before
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const after = (await (await fetch(`${address}/api/projects/${id}`)).json()) as { status: string }
    expect(after.status).toBe('gathering')
    expect(await (await fetch(`${address}/api/projects/${id}/qualify`)).json()).toEqual({ countdown: null })
    await page.context().close()
  }, 120_000)

  it('shows the scenes of a film the command made beside it, with their titles', async () => {
    const file = join(base, 'two-lamps.fountain')
    writeFileSync(file, screenplay)
    const film = start(['film', file, '--resolution', '360p', '--json'])
    expect(await film.ended, film.said()).toBe(0)
    const page = await openPage('dark')
    await page.goto(`${address}/admin/collections/scenes`)
    await page.getByText('SC001_SH010').first().waitFor()
    await page.getByText('Somebody has to.').first().waitFor()
    await keepShot(page, 'scenes-dark.png')
    for (const collection of ['scenes', 'scene-states', 'runs', 'generations', 'characters', 'media']) {
      const listed = await fetch(`${address}/api/${collection}?limit=50`)
      expect(listed.status, collection).toBe(200)
      const { docs } = (await listed.json()) as { docs: { id: string }[] }
      expect(docs.length, collection).toBeGreaterThan(0)
      await page.goto(`${address}/admin/collections/${collection}/${docs[0]!.id}`)
      await page.locator('.doc-header').waitFor()
      await keepShot(page, `${collection}-dark.png`, { fullPage: true })
    }
    const films = await fetch(`${address}/api/projects?where[slug][equals]=two-lamps`)
    const id = ((await films.json()) as { docs: { id: string }[] }).docs[0]!.id
    await page.goto(`${address}/admin`)
    await page.getByRole('heading', { name: 'Needs you' }).waitFor()
    await page.getByText('scenes done').first().waitFor()
    await keepShot(page, 'home-dark.png')
    await page.goto(`${address}/admin/collections/projects/${id}/board`)
    await page.locator('[data-scene] img').first().waitFor()
    await page.getByRole('checkbox', { name: 'Choose SC001_SH010' }).check()
    await page.getByRole('button', { name: 'Generate 1 scene · free' }).waitFor()
    await keepShot(page, 'board-dark.png')
    await page.goto(`${address}/admin/collections/projects/${id}/film`)
    await page
      .getByRole('button', { name: /SC001_SH010/ })
      .first()
      .waitFor()
    expect(await page.locator('video').evaluate((film: HTMLVideoElement) => film.getAttribute('src'))).toContain('.mp4')
    await keepShot(page, 'film-dark.png')
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
