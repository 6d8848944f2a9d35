import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommandHome, type Started } from '../../support/commandHome'
import { openBrowser } from '../openBrowser'
import { keepShot } from '../../support/keepShot'

const at = openCommandHome('one-off-journey')
const axe = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const words = 'EXT. HARBOUR - NIGHT\n\nMARA, 60, in a grey coat, lights a lamp.'
const title = 'EXT. HARBOUR - NIGHT MARA, 60, in a grey coat, lights a lamp.'

let studio: Started
let address = ''
let browser: Browser
let film = ''
const complaints: string[] = []

const open = async (scheme: 'dark' | 'light' = 'dark', width = 1440): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${address}/admin/collections/media`)
  return page
}
const drawer = async (page: Page) => {
  await page.getByRole('button', { name: 'Make a picture or clip…' }).click()
  const dialog = page.getByRole('dialog', { name: 'bl-oneoff' })
  await dialog.getByLabel('What is to be seen').waitFor()
  return dialog
}
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found = await page.evaluate(() => (globalThis as unknown as { axe: { run: (at: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ include: ['.bl-oneoff'] })) // prettier-ignore
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

beforeAll(async () => {
  ;({ studio, address } = await at.opened('start'))
  browser = await openBrowser()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ title: 'The Last Ferry', slug: 'ferry', settings: { resolution: '360p' } })
  const made = await fetch(`${address}/api/projects`, { method: 'POST', headers, body })
  film = ((await made.json()) as { doc: { id: string } }).doc.id
}, 400_000)
afterAll(async () => {
  await browser?.close()
  if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
  await studio?.ended
  await at.close()
}, 90_000)

describe('a picture or clip outside of the scenes', () => {
  it('is made in the library: words, price, and it is in the list without a reload', async () => {
    const page = await open()
    const dialog = await drawer(page)
    await dialog.getByLabel('What is to be seen').fill(words)
    await dialog.getByText('It costs nothing.').waitFor()
    expect(await dialog.getByLabel('Project').inputValue()).toBe(film)
    await dialog.getByText('640 × 360 pixels, 16:9').waitFor()
    await keepShot(page, 'one-off-dark-1440.png')
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Make · free' }).click()
    const row = page.locator('.bl-oneoffs__row')
    await row.getByText('Made', { exact: true }).waitFor()
    await page.getByRole('cell', { name: title }).waitFor()
    await keepShot(page, 'one-off-made-dark-1440.png')
    await row.getByRole('link', { name: 'See it in the library' }).click()
    await page.waitForURL(/\/media\/[0-9a-f]{24}/)
    expect(await page.locator('.collection-edit--media').getByText('picture').count()).toBeGreaterThan(0)
    await page.context().close()
  }, 120_000)

  it('says what it costs before it can be pressed, and that the budget is short', async () => {
    const page = await open('light')
    const dialog = await drawer(page)
    await dialog.getByRole('radio', { name: 'Clip' }).check()
    await dialog.getByLabel('What is to be seen').fill('The lamp goes out.')
    await dialog.getByRole('button', { name: 'Choose from the library…' }).click()
    const list = page.getByRole('dialog', { name: /list-drawer/ })
    await list.getByRole('button', { name: /[0-9a-f]{64}\.png/ }).click()
    await dialog.getByText(title).waitFor()
    await dialog.getByText('It costs nothing.').waitFor()
    await dialog.getByLabel('Model').selectOption('fal/kling-v3-pro')
    await dialog.getByText('Only $0.00 are left of the budget.').waitFor()
    await keepShot(page, 'one-off-short-light-1440.png')
    expect(await faults(page)).toEqual([])
    expect(await dialog.getByRole('button', { name: /^Make · \$/ }).isDisabled()).toBe(true)
    await dialog.getByRole('link', { name: 'Open the setting' }).click()
    await page.waitForURL(/settings\?field=budgetNanodollars/)
    await page.context().close()
  }, 120_000)

  it('is a picture of the library with more pixels', async () => {
    const page = await open()
    const dialog = await drawer(page)
    await dialog.getByRole('radio', { name: 'Larger picture' }).check()
    expect(await dialog.getByLabel('What is to be seen').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Choose from the library…' }).click()
    const list = page.getByRole('dialog', { name: /list-drawer/ })
    await list.getByRole('button', { name: /[0-9a-f]{64}\.png/ }).click()
    await dialog.getByLabel('Wider and higher').selectOption('3 times')
    await dialog.getByText('It costs nothing.').waitFor()
    expect(await dialog.getByRole('option', { name: /^ESRGAN – / }).isDisabled()).toBe(true)
    await keepShot(page, 'one-off-larger-dark-1440.png')
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Make · free' }).click()
    await page.locator('.bl-oneoffs__row').getByText('Made', { exact: true }).waitFor()
    await page.getByRole('cell', { name: `${title} ×3` }).waitFor()
    await page.context().close()
  }, 120_000)

  it('fits a phone', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      const page = await open(scheme, 390)
      await keepShot(page, `one-off-list-${scheme}-390.png`)
      const dialog = await drawer(page)
      await dialog.getByLabel('What is to be seen').fill(words)
      await dialog.getByText('It costs nothing.').waitFor()
      await keepShot(page, `one-off-${scheme}-390.png`)
      await dialog.getByRole('radio', { name: 'Larger picture' }).check()
      await dialog.getByText('Choose the picture, and the price stands here.').waitFor()
      await keepShot(page, `one-off-larger-${scheme}-390.png`)
      expect(await faults(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
      await page.context().close()
    }
    expect(complaints).toEqual([])
  }, 120_000)
})
