import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emulatorKeys } from '../../../emulators/emulatorEnv'
import { startEmulators, type Emulators } from '../../../emulators/startEmulators'
import { openCommandHome, type Started } from '../../support/commandHome'
import { until } from '../../support/until'
import { openBrowser } from '../openBrowser'
import { keepShot } from '../../support/keepShot'

const at = openCommandHome('story')
const { base, start, opened } = at

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

TOM, thirty, in a blue jacket, pours tea and looks at the window.
`

let studio: Started
let emulators: Emulators
let [address, project] = ['', '']
let browser: Browser
let context: BrowserContext
let page: Page

type Json = Record<string, any>
const get = async (path: string): Promise<Json> => (await fetch(`${address}/api${path}`)).json() as Promise<Json>
const send = async (path: string, body: object, method = 'POST'): Promise<Json> => {
  const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(`${address}/api${path}`, init)).json() as Promise<Json>
}
const tab = (name: string) => page.goto(`${address}/admin/collections/projects/${project}/${name}`)
const stale = async () =>
  (await get(`/projects/${project}/stale`))['scenes'].map((one: Json) => one['clipName']) as string[]
const typeAfter = async (words: string, more: string) => {
  await page.locator('.cm-content').getByText(words).click()
  await page.keyboard.press('End')
  await page.keyboard.type(more)
}
const shot = (name: string) => keepShot(page, `${name}.png`)

beforeAll(async () => {
  emulators = await startEmulators({ speed: 2000 })
  process.env['REPLICATE_BASE_URL'] = `${emulators.url}/replicate/v1`
  ;({ studio, address } = await opened('start'))
  const file = join(base, 'two-lamps.fountain')
  writeFileSync(file, screenplay)
  const film = start(['film', file, '--resolution', '360p', '--json'])
  expect(await film.ended, film.said()).toBe(0)
  project = (await get('/projects?where[slug][equals]=two-lamps'))['docs'][0].id as string
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  // a page that holds unsaved words asks before it goes
  page.on('dialog', (dialog) => void dialog.accept())
}, 580_000)

afterAll(async () => {
  await browser?.close()
  if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
  await studio?.ended
  await emulators?.close()
  await at.close()
}, 90_000)

describe('the story', { timeout: 180_000 }, () => {
  it('the screenplay is changed in the story tab, and the scenes it would make stale are named before saving', async () => {
    await tab('story')
    await page.locator('.bl-fountain--scene_heading').first().waitFor()
    await page.getByRole('button', { name: /^SC002_SH010/ }).click()
    await page.locator('.bl-storyscene[aria-current]').getByText('SC002_SH010').waitFor()
    await typeAfter('lights a lamp', ' The wind howls.')
    await page.getByText('Not saved yet.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Save…' }).click()
    const means = page.getByRole('region', { name: 'What saving means' })
    await means.getByText('1 scene changes its words').waitFor()
    // the second follows the first: its first picture is held against the last one before it
    await means.getByText('2 scenes turn stale').waitFor()
    await means.getByRole('link', { name: 'SC001_SH010' }).first().waitFor()
    await shot('story-means')
    expect(await stale()).toEqual([])
    await page.getByRole('button', { name: 'Save now' }).click()
    await page.getByText('Saved. The scenes follow in a moment.').waitFor()
    await until('both are stale', async () => (await stale()).join() === 'SC001_SH010,SC002_SH010', 30_000)
  })

  it('the connection drops while typing, and nothing is lost', async () => {
    await tab('story')
    await page.locator('.bl-fountain--scene_heading').first().waitFor()
    await context.setOffline(true)
    await typeAfter('pours tea', ' A clock ticks.')
    await page.getByRole('button', { name: 'Save…' }).click()
    await page.getByRole('button', { name: 'Save now' }).click()
    await page.getByText('Not saved: the studio does not answer.', { exact: false }).waitFor()
    await context.setOffline(false)
    await tab('story')
    await page.getByText('were never saved.', { exact: false }).waitFor()
    await shot('story-draft')
    await page.locator('.bl-fountain--scene_heading').first().waitFor()
    await page.getByRole('button', { name: 'Take them up' }).click()
    await page.locator('.cm-content').getByText('A clock ticks.').waitFor()
    await page.getByRole('button', { name: 'Save…' }).click()
    await page.getByRole('button', { name: 'Save now' }).click()
    await page.getByText('Saved. The scenes follow in a moment.').waitFor()
    const [saved] = (await get(`/screenplays?where[project][equals]=${project}`))['docs'] as Json[]
    expect(saved?.['text']).toContain('A clock ticks.')
    await until('both are stale', async () => (await stale()).length === 2, 30_000)
  })

  it('a coat is changed on the character, and only the scenes it makes stale are made again', async () => {
    const made = await send(`/projects/${project}/generate`, { stale: true })
    await until(
      'it is made',
      async () => (await get(`/runs/${String(made['runId'])}`))['state'] === 'succeeded',
      120_000,
    )
    const where = `where[project][equals]=${project}`
    const [mara] = (await get(`/characters?${where}&where[name][equals]=MARA`))['docs'] as Json[]
    await page.goto(`${address}/admin/collections/characters/${String(mara?.['id'])}`)
    await page.getByRole('heading', { name: 'Where used' }).waitFor()
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.locator('#field-look__costumeColor').fill('#c01818')
    const means = page.getByRole('region', { name: 'If you save this now' })
    await means.getByText('SC001_SH010').waitFor()
    expect(await means.innerText()).toContain('costume color changed from grey to red')
    expect(await means.innerText()).not.toContain('SC002')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await until('the scene is stale', async () => (await stale()).join() === 'SC001_SH010', 30_000)
    const before = (await get(`/scene-states?${where}&sort=clipName&depth=0`))['docs'] as Json[]
    const again = await send(`/projects/${project}/generate`, { stale: true })
    await until(
      'it is made',
      async () => (await get(`/runs/${String(again['runId'])}`))['state'] === 'succeeded',
      120_000,
    )
    const after = (await get(`/scene-states?${where}&sort=clipName&depth=0`))['docs'] as Json[]
    expect(after.map((one, i) => one['clip'] === before[i]?.['clip'])).toEqual([false, true])
  })
})

describe('the settings', { timeout: 120_000 }, () => {
  it('a key is pasted, tested, and never read back', async () => {
    await page.goto(`${address}/admin/collections/projects/${project}/settings?field=keys`)
    const key = page.getByLabel('Paste a key of replicate')
    await key.fill('not-the-right-key-0000')
    await page.getByRole('button', { name: 'Test replicate' }).click()
    await page.getByText('replicate does not take the key', { exact: false }).waitFor()
    await key.fill(emulatorKeys.replicate)
    await page.getByRole('button', { name: 'Test replicate' }).click()
    await page.getByText('Replicate takes this key.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Save replicate' }).click()
    await page.getByText(`…${emulatorKeys.replicate.slice(-4)}`, { exact: false }).waitFor()
    expect(await key.inputValue()).toBe('')
    await page.reload()
    await page.getByText(`…${emulatorKeys.replicate.slice(-4)}`, { exact: false }).waitFor()
    expect(await page.content()).not.toContain(emulatorKeys.replicate)
    expect(JSON.stringify(await get(`/projects/${project}/keys`))).not.toContain(emulatorKeys.replicate)
  })

  it('a key of OpenAI that is changed keeps the secret of its webhook', async () => {
    const key = page.getByLabel('Paste a key of openai')
    const save = () => page.getByRole('button', { name: 'Save openai' }).click()
    await key.fill('sk-0123456789abcdef0001')
    await page.getByLabel('Webhook signing secret').fill('whsec_c2lnbmVkIGJ5')
    await save()
    await page.getByText('…0001, with its webhook secret', { exact: false }).waitFor()
    await key.fill('sk-0123456789abcdef0002')
    await page.getByLabel('New webhook secret; left empty, it stays').waitFor()
    await save()
    await page.getByText('…0002, with its webhook secret', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Remove openai' }).click()
    await page.getByText('…0002', { exact: false }).waitFor({ state: 'detached' })
  })

  it('a budget is set where another person changed it meanwhile: both values are shown', async () => {
    await page.goto(`${address}/admin/collections/projects/${project}/settings?field=cap`)
    const cap = page.getByLabel('Budget cap', { exact: false })
    await cap.fill('5')
    await cap.press('Enter')
    await send(`/projects/${project}`, { settings: { budgetNanodollars: 7_000_000_000 } }, 'PATCH')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const both = page.getByRole('alert').filter({ hasText: 'Somebody else changed the same.' })
    await both.getByText('$7.00').waitFor()
    await both.getByText('$5.00').waitFor()
    await both.getByRole('button', { name: 'Keep mine' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect((await get(`/projects/${project}`))['settings'].budgetNanodollars).toBe(5_000_000_000)
  })
})

describe('the library', { timeout: 120_000 }, () => {
  it('a file that is used is not deleted without a reason', async () => {
    const [file] = (await get(`/media?where[project][equals]=${project}&where[kind][equals]=location`))[
      'docs'
    ] as Json[]
    const id = String(file?.['id'] ?? (await get(`/media?where[kind][equals]=poster`))['docs'][0].id)
    expect((await send(`/media/${id}`, {}, 'DELETE'))['errors'][0].code).toBe('FILE_IN_USE')
    await page.goto(`${address}/admin/collections/media/${id}`)
    await page.getByRole('heading', { name: 'Where used' }).waitFor()
    await page.getByRole('button', { name: 'Delete…' }).click()
    expect(await page.getByRole('button', { name: 'Delete…' }).isDisabled()).toBe(true)
    await page.getByLabel('Why may it go, although it is used?').fill('It is drawn anew.')
    await shot('file-delete')
    await page.getByRole('button', { name: 'Delete…' }).click()
    await page.getByText('Deleted.', { exact: true }).waitFor()
    expect((await fetch(`${address}/api/media/${id}`)).status).toBe(404)
  })
})
