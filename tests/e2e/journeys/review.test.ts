import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../../support/screenHealth'
import { screenStudio } from '../../support/screenStudio'
import { keepShot } from '../../support/keepShot'

const studio = screenStudio('review')
const { ask: api } = studio
const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, lights a lamp at the end of the pier.

MARA
Somebody has to.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

let project = ''

const openPage = async (path: string, look: { width?: number; scheme?: 'dark' | 'light' } = {}): Promise<Page> => {
  const { page } = await studio.page(look)
  // not until the film itself is there
  await page.goto(studio.url(path), { waitUntil: 'domcontentloaded' })
  return page
}
/** But for Payload's own tabs, whose list holds links; two remarks at one frame lie on each other, and each is also a row of the list beside. */
const faultsOf = async (page: Page): Promise<string[]> =>
  (await axeFaults(page, { exclude: ['.doc-tabs__tabs'] })).filter(
    (one) => !(one.startsWith('target-size') && one.includes('pin')),
  )
const frameShown = (page: Page): Promise<number> =>
  page.locator('video').evaluate((film: HTMLVideoElement) => Math.floor(film.currentTime * 24 + 1e-6))

beforeAll(async () => {
  await studio.open()
  project = await studio.film(screenplay, 'two-lamps')
}, 900_000)
afterAll(() => studio.close(), 90_000)

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
    await keepShot(page, 'review-comment-dark.png')
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
    await page.goto(studio.url(path))
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
      await keepShot(page, `share-${scheme}.png`)
    }
    await page.context().close()
  }, 120_000)

  it('opens at the comment a notification leads to', async () => {
    const { docs } = await api(`GET /projects/${project}/comments`)
    const last = docs.at(-1) as { id: string; frame: number }
    expect(last.frame).toBeGreaterThan(0)
    const page = await openPage(`/admin/collections/projects/${project}/film?comment=${last.id}`)
    await expect.poll(() => frameShown(page), { timeout: 20_000 }).toBe(last.frame)
    const focused = () => page.evaluate(() => document.activeElement?.id)
    await expect.poll(focused).toBe(`bl-comment-${last.id}`)
    await page.context().close()
  }, 60_000)

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
})
