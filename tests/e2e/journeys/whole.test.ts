import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pressAt, tabTo } from '../../support/byKeyboard'
import { cutStream } from '../../support/cutStream'
import { lookAt } from '../../support/lookAt'
import { screenStudio, twoLamps } from '../../support/screenStudio'
import { keepShot } from '../../support/keepShot'

const studio = screenStudio('whole')
const { ask } = studio
const password = 'a long enough word'
let film = ''

beforeAll(() => studio.open(), 400_000)
afterAll(() => studio.close(), 90_000)

describe('from the first start to a film', () => {
  it('is done by the keyboard alone', async () => {
    const file = join(studio.base, 'two-lamps.fountain')
    writeFileSync(file, twoLamps)
    const { page, context } = await studio.page()
    await page.goto(studio.url('/admin'))
    await page.getByRole('heading', { name: 'Make your first film' }).waitFor()
    const asked = page.waitForEvent('filechooser')
    await pressAt(page, /^Choose a screenplay/)
    await (await asked).setFiles(file) // the window in which a file is chosen is the system’s own
    await page.waitForURL(/\/gather$/)
    film = /projects\/(\w+)/.exec(page.url())?.[1] ?? ''
    await page.getByText('two-lamps.fountain').first().waitFor()
    await pressAt(page, /^Generate Qualified Data$/)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Readiness').waitFor()
    if (await dialog.getByRole('checkbox').count()) await pressAt(page, /^Start anyway/, 'Space')
    await pressAt(page, /^Start the countdown$/)
    await pressAt(page, /^Continue now$/)
    await page.waitForURL(/\/runs\//)
    await page.getByRole('link', { name: 'Open the board' }).waitFor()
    await pressAt(page, /Open the board$/)
    await page.locator('[data-scene]').first().waitFor()
    await pressAt(page, /^Generate 2 scenes/)
    await page.waitForURL(/\/runs\//)
    const cut = page.getByRole('button', { name: /^Cut the film/ })
    await cut.waitFor({ timeout: 150_000 })
    await expect.poll(() => cut.isEnabled(), { timeout: 20_000 }).toBe(true)
    await pressAt(page, /^Cut the film/)
    await page.getByRole('link', { name: 'Open the film' }).waitFor({ timeout: 150_000 })
    await pressAt(page, /Open the film$/)
    await page.locator('.bl-cut__clip').first().waitFor()
    await tabTo(page, /^Play/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2)
    await context.close()
  }, 400_000)
})

describe('a slow line that is cut every five seconds', () => {
  it('loses nothing that is typed, and the page says what it does', async () => {
    const { doc } = await ask('POST /projects', { title: 'Slow', slug: 'slow' })
    const line = await cutStream(studio.url(''), 5000)
    const { page, context } = await studio.page()
    const network = await context.newCDPSession(page)
    await network.send('Network.enable')
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 200_000, uploadThroughput: 50_000 }) // prettier-ignore
    await page.goto(`${line.address}/admin/collections/projects/${String(doc.id)}/gather`, { waitUntil: 'domcontentloaded' }) // prettier-ignore
    const note = page.getByLabel('Add note')
    await note.waitFor()
    const words = 'MARA, 60, lights a lamp at the end of a long pier at night.'
    await note.pressSequentially(words, { delay: 100 })
    expect(await note.inputValue()).toBe(words)
    await expect.poll(() => line.cuts(), { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await note.inputValue()).toBe(words)
    const add = page.getByRole('button', { name: 'Add note' })
    await network.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }) // prettier-ignore
    await add.click()
    await page.getByText('The studio does not answer', { exact: false }).first().waitFor()
    expect(await note.inputValue()).toBe(words)
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 200_000, uploadThroughput: 50_000 }) // prettier-ignore
    await add.click()
    await page.locator('.bl-add[aria-busy=true]').waitFor()
    await page.locator('.bl-rows').getByText('MARA, 60, lights a lamp').first().waitFor()
    expect(await note.inputValue()).toBe('')
    await context.close()
    await line.close()
  }, 90_000)
})

describe('a session that ends in the middle of an edit', () => {
  it('leaves the words where they are, says so, and lets them be saved after a login in another tab', async () => {
    const [character] = (await ask(`GET /characters?where[project][equals]=${film}`))['docs'] as { id: string }[]
    await studio.end()
    const link = await studio.openShared()
    const { page, context } = await studio.page()
    await page.goto(link)
    await page.fill('#email', 'ada@studio.test')
    await page.fill('#name', 'Ada')
    await page.fill('#password', password)
    await page.getByRole('button').click()
    const signIn = async (tab = page) => {
      await tab.fill('#field-email', 'ada@studio.test')
      await tab.fill('#field-password', password)
      await tab.getByRole('button', { name: 'Login' }).click()
      await tab.getByRole('heading', { name: 'Production', exact: true }).waitFor()
    }
    await page.getByRole('link', { name: 'sign in' }).click()
    await page.locator('#field-email').waitFor()
    expect(await lookAt(page, { name: 'login' })).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    await signIn()
    await page.goto(studio.url(`/admin/collections/characters/${String(character?.id)}`))
    const words = 'A grey coat, one button missing.'
    await page.locator('#field-wardrobe').fill(words)
    await context.clearCookies()
    const save = page.getByRole('button', { name: 'Save', exact: true })
    await save.click()
    await page.getByText('You are not signed in any more', { exact: false }).first().waitFor()
    expect(await page.locator('#field-wardrobe').inputValue()).toBe(words)
    await keepShot(page, 'signed-out.png')
    const other = await context.newPage()
    await other.goto(studio.url('/admin/login'))
    await signIn(other)
    await other.close()
    expect(await page.locator('#field-wardrobe').inputValue()).toBe(words)
    // the form of Payload waits for another letter after a save that was refused
    await page.locator('#field-wardrobe').pressSequentially(' Worn.')
    await save.click()
    await expect.poll(async () => (await (await page.request.get(studio.url(`/api/characters/${String(character?.id)}`))).json())['wardrobe'], { timeout: 15_000 }).toBe(`${words} Worn.`) // prettier-ignore
    await context.close()
  }, 120_000)
})
