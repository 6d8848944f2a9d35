import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommandHome, type Started } from '../../support/commandHome'
import { openBrowser } from '../openBrowser'

const at = openCommandHome('review')
const shots = process.env['BACKLOT_SHOTS'] ?? join(at.base, 'shots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, lights a lamp at the end of the pier.

MARA
Somebody has to.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

let studio: Started
let address = ''
let browser: Browser
let project = ''

const api = async (route: string, body?: unknown): Promise<Record<string, any>> => {
  const [method = 'GET', path = '/'] = route.split(' ')
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return (await fetch(`${address}/api${path}`, { method, ...sent })).json() as Promise<Record<string, any>>
}
const openPage = async (
  path: string,
  { width = 1440, scheme = 'dark' }: { width?: number; scheme?: 'dark' | 'light' } = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  // not until the film itself is there
  await page.goto(address + path, { waitUntil: 'domcontentloaded' })
  return page
}
/** But for Payload's own tabs, whose list holds links. */
const faultsOf = async (page: Page): Promise<string[]> => {
  // not as an inline script: the page's own policy forbids those
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as { axe: { run: (on: object, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    const { violations } = await found.run({ exclude: ['.doc-tabs__tabs'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    // two remarks at one frame lie on each other; each is also a row of the list beside
    const told = violations.filter(({ id, nodes }) => id !== 'target-size' || nodes.some(({ html }) => !html.includes('pin')))
    return told.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
} // prettier-ignore
const frameShown = (page: Page): Promise<number> =>
  page.locator('video').evaluate((film: HTMLVideoElement) => Math.floor(film.currentTime * 24 + 1e-6))

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  ;({ studio, address } = await at.opened('start'))
  const file = join(at.base, 'two-lamps.fountain')
  writeFileSync(file, screenplay)
  const film = at.start(['film', file, '--resolution', '360p', '--json'])
  expect(await film.ended, film.said()).toBe(0)
  project = (await api('GET /projects?where[slug][equals]=two-lamps'))['docs'][0].id
  browser = await openBrowser()
}, 900_000)
afterAll(async () => {
  await browser?.close()
  if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
  await studio?.ended
  await at.close()
}, 90_000)

describe('the film in review', () => {
  it('has a comment pinned to a frame, which names a person and is resolved; another tab sees it', async () => {
    const page = await openPage(`/admin/collections/projects/${project}/film`)
    const other = await openPage(`/admin/collections/projects/${project}/film`)
    await page.locator('.bl-cut__clip').nth(1).click()
    const { clips } = await api(`GET /projects/${project}/timeline`)
    const begins = Number(clips[1].recordIn)
    await page.waitForFunction((frame) => Math.floor(document.querySelector('video')!.currentTime * 24 + 1e-6) === frame, begins) // prettier-ignore
    await page.keyboard.press('.')
    await page.waitForFunction((frame) => Math.floor(document.querySelector('video')!.currentTime * 24 + 1e-6) === frame, begins + 1) // prettier-ignore
    await page.keyboard.press('m')
    await page.keyboard.type('Hold this, @Ow')
    await page.getByRole('option', { name: 'Owner' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('<b>longer</b>')
    await page.locator('.bl-commentform button[type=submit]').first().click()
    await page.getByText('<b>longer</b>').waitFor()
    await expect.poll(async () => (await api(`GET /projects/${project}/comments`))['docs'].length).toBe(1)
    const { docs } = await api(`GET /projects/${project}/comments`)
    expect(docs[0]).toMatchObject({ frame: begins + 1, scene: clips[1].scene, text: 'Hold this, @Owner <b>longer</b>' }) // prettier-ignore
    expect(docs[0].mentions).toHaveLength(1)
    await other.getByText('<b>longer</b>').waitFor()
    await other.locator('.bl-comment__at').click()
    await other.waitForFunction((frame) => Math.floor(document.querySelector('video')!.currentTime * 24 + 1e-6) === frame, begins + 1) // prettier-ignore
    await page.screenshot({ path: join(shots, 'review-comment-dark.png') })
    await other.getByRole('button', { name: 'Done', exact: true }).click()
    await page.getByText('0 open').waitFor()
    await Promise.all([page, other].map((one) => one.context().close()))
  }, 120_000)

  it('has changes requested for a scene, and the request leads back to it', async () => {
    const page = await openPage(`/admin/collections/projects/${project}/film`)
    await page.getByRole('button', { name: 'Request changes…' }).click()
    await page.getByLabel('What must change', { exact: false }).fill('The lamp must be brighter')
    await page.getByRole('button', { name: 'Request changes…' }).click()
    await page.getByText('The lamp must be brighter').waitFor()
    const { clips } = await api(`GET /projects/${project}/timeline`)
    await page.locator('.bl-request a').click()
    await page.waitForURL(`**/scenes/${String(clips[0].scene)}`)
    await page.context().close()
  }, 120_000)

  it('is watched by a reviewer behind a link, who comments under a name and sees no more than allowed', async () => {
    const { link } = await api(`POST /projects/${project}/shares`, { may: 'comment', title: 'Edda' })
    const path = new URL(String(link)).pathname
    const asked: string[] = []
    const page = await openPage('/share/none')
    await page.getByText('opens nothing').waitFor()
    page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
    await page.goto(address + path)
    await page.getByRole('heading', { name: 'Two Lamps' }).waitFor()
    await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 1)
    await page.locator('.clip').nth(1).click()
    const frame = await frameShown(page)
    await page.getByLabel('Your name').fill('Edda')
    await page.locator('#text').fill('<i>Lovely</i>')
    await page.locator('button.main').click()
    await page.locator('.remark', { hasText: '<i>Lovely</i>' }).waitFor()
    const { docs } = await api(`GET /projects/${project}/comments`)
    expect(docs.at(-1)).toMatchObject({ name: 'Edda', by: 'reviewer', frame, text: '<i>Lovely</i>' })
    expect(asked.filter((one) => !one.startsWith('/share/') && one !== '/favicon.ico')).toEqual([])
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      expect(await faultsOf(page), scheme).toEqual([])
      await page.screenshot({ path: join(shots, `share-${scheme}.png`) })
    }
    await page.context().close()
  }, 120_000)

  it('is closed by a revoked link, which says so', async () => {
    const page = await openPage(`/admin/collections/projects/${project}/film`)
    await page.locator('.bl-cut__clip').first().waitFor()
    await page.getByRole('button', { name: 'Share…' }).click()
    await page.getByLabel('For whom').fill('Otto')
    await page.getByRole('button', { name: 'Make link' }).click()
    const link = await page.locator('.bl-share__made input').inputValue()
    await page.getByRole('button', { name: 'Revoke the link for Otto' }).click()
    await page.getByText('Revoked on').first().waitFor()
    await page.goto(link)
    await page.getByText('This link is over').waitFor()
    await page.getByText('Ask whoever sent it for a new one.').waitFor()
    await page.context().close()
  }, 120_000)

  it('has no fault axe finds, dark and light, wide and narrow', async () => {
    for (const [scheme, width] of [['dark', 1440], ['light', 1440], ['dark', 390], ['light', 390]] as const) {
      const page = await openPage(`/admin/collections/projects/${project}/film`, { scheme, width })
      await page.locator('.bl-cut__clip').first().waitFor()
      await page.waitForTimeout(500)
      expect(await faultsOf(page), `${scheme} ${width}`).toEqual([])
      await page.screenshot({ path: join(shots, `film-${scheme}-${width}.png`), fullPage: true })
      await page.context().close()
    } // prettier-ignore
  }, 120_000)
})
