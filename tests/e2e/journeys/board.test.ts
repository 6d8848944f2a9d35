import { ObjectId } from 'mongodb'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptPort } from '@/host/mongod/choosePort'
import { mongodHome } from '@/host/mongod/mongodHome'
import { mongodUri } from '@/host/mongod/replicaSet'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore, type RunsStore } from '@/stores/runsStore'
import { openCommandHome, type Started } from '../../support/commandHome'
import { planOfActs } from '../../support/crew'
import { cutStream } from '../../support/cutStream'
import { longBoard } from '../../support/longBoard'
import { axeFaults } from '../../support/screenHealth'
import { connectTo } from '../../support/testDatabase'
import { openBrowser } from '../openBrowser'
import { keepShot } from '../../support/keepShot'

const at = openCommandHome('board')

let studio: Started
let address = ''
let browser: Browser
let page: Page
let runs: RunsStore
let states: () => ReturnType<Awaited<ReturnType<typeof connectTo>>['db']['collection']>
let closeDatabase: () => Promise<void>
let film = { project: '', ids: [] as string[] }
let long = { project: '', ids: [] as string[] }
const complaints: string[] = []
const soon = { timeout: 15_000 }

const openPage = async (colorScheme: 'dark' | 'light' = 'dark'): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  const opened = await context.newPage()
  opened.setDefaultTimeout(30_000)
  opened.on('pageerror', (error) => complaints.push(error.message))
  return opened
}
const boardOf = (project: string, query = '') => `${address}/admin/collections/projects/${project}/board${query}`
const shot = (name: string) => keepShot(page, `${name}.png`)
const cardsOf = (on: Page) =>
  on.locator('[data-scene]').evaluateAll((list) => list.map((one) => (one as HTMLElement).dataset['scene'] ?? ''))
const sceneNow = async (id: string): Promise<Record<string, any>> =>
  (await (await fetch(`${address}/api/scenes/${id}?depth=0`)).json()) as Record<string, any>

let made = 0
/** A run of so many steps that no worker knows, so that it moves only as it is told here. */
const begun = async (steps: number) => {
  const plan = planOfActs(Array.from({ length: steps }, () => ({ act: 'film' })), { version: 'journey' }) // prettier-ignore
  const { runId } = await runs.create({ kind: 'generate', projectId: film.project, key: `journey-${String(++made)}`, plan, options: {} }) // prettier-ignore
  await runs.record(runId, { type: 'started' })
  return runId
}

beforeAll(async () => {
  ;({ studio, address } = await at.opened('start'))
  const mongoUri = mongodUri(keptPort(mongodHome(join(at.base, 'home')).port) ?? 0)
  const control = await connectTo(mongoUri)
  closeDatabase = () => control.client.close()
  states = () => control.db.collection('scene-states')
  runs = runsStore(control, outboxStore(control))
  film = await longBoard({ base: address, mongoUri }, 12)
  long = await longBoard({ base: address, mongoUri }, 2000)
  browser = await openBrowser()
  page = await openPage()
}, 400_000)

afterAll(async () => {
  await browser?.close()
  await closeDatabase?.()
  if (studio?.child.exitCode === null) studio.child.kill('SIGINT')
  await studio?.ended
  await at.close()
}, 90_000)

describe('the board', () => {
  it('a scene is dragged before another: what is renumbered is said first, done, undone', async () => {
    await page.goto(boardOf(film.project))
    const [first = '', second = '', third = ''] = film.ids
    await page.locator(`[data-scene="${third}"]`).waitFor()
    const [from, to] = await Promise.all([third, first].map((id) => page.locator(`[data-scene="${id}"]`).boundingBox()))
    if (!from || !to) throw new Error('the cards have no place')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 60, { steps: 4 })
    await page.mouse.move(to.x + 20, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3 scenes get another number').waitFor()
    await dialog.getByText('made scenes turn stale').waitFor()
    expect((await sceneNow(third))['sequenceNumber']).toBe(3)
    await shot('board-move')
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByText('Moved.').waitFor()
    expect((await cardsOf(page)).slice(0, 3)).toEqual([third, first, second])
    expect((await sceneNow(third))['sequenceNumber']).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Taken back').waitFor()
    expect((await cardsOf(page)).slice(0, 3)).toEqual([first, second, third])
  }, 60_000)

  it('is used without a mouse: arrows, Space, Shift for a range, a move by keys', async () => {
    await page.goto(boardOf(film.project))
    await page.locator('[data-scene]').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await page.getByRole('region', { name: /scenes chosen/ }).waitFor()
    expect(await page.locator('[data-scene][aria-selected=true]').count()).toBeGreaterThan(2)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+ArrowRight')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('scenes get another number').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell')
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keys of the board' }).waitFor()
    await page.keyboard.press('Escape')
  }, 60_000)

  it('a field is changed in the table; another person changed it too: both values are shown', async () => {
    await page.goto(boardOf(film.project, '?view=table'))
    const [id = ''] = film.ids
    const cell = page.locator(`[data-cell="${id}:title"]`)
    await cell.dblclick()
    await cell.locator('input').fill('Mara counts the lamps.')
    await cell.locator('input').press('Enter')
    await expect.poll(async () => (await sceneNow(id))['title'], soon).toBe('Mara counts the lamps.')
    // Enter went down
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(
      `${film.ids[1] ?? ''}:title`,
    )

    await cell.dblclick()
    await cell.locator('input').fill('My words.')
    const headers = { 'content-type': 'application/json' }
    const theirs = await fetch(`${address}/api/scenes/${id}`, { method: 'PATCH', headers, body: JSON.stringify({ title: 'Their words.' }) }) // prettier-ignore
    expect(theirs.status).toBe(200)
    await cell.locator('input').press('Enter')
    const both = cell.getByRole('alert')
    await both.getByText('Somebody changed this field meanwhile.').waitFor()
    await both.getByText('My words.').waitFor()
    await both.getByText('Their words.').waitFor()
    await shot('board-both')
    expect((await sceneNow(id))['title']).toBe('Their words.')
    await both.getByRole('button', { name: 'Save mine' }).click()
    await expect.poll(async () => (await sceneNow(id))['title'], soon).toBe('My words.')

    // another field somebody changed meanwhile is no reason to ask
    await cell.dblclick()
    await fetch(`${address}/api/scenes/${id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ lightMood: 'grey' }),
    })
    await cell.locator('input').fill('Mine again.')
    await cell.locator('input').press('Enter')
    await expect.poll(async () => sceneNow(id), soon).toMatchObject({ title: 'Mine again.', lightMood: 'grey' })
  }, 60_000)

  it('what is stale among the chosen is kept for one reason, or made again by its price', async () => {
    const [first = '', second = '', third = ''] = film.ids
    const reason = {
      reason: 'The coat of MARA changed.',
      of: 'MARA',
      field: 'look',
      now: 'red',
      makes: [],
      by: 'owner',
    }
    const stale = { stale: true, staleReasons: [reason], staleSince: new Date() }
    const scenes = [first, second].map((id) => new ObjectId(id))
    await states().updateMany({ scene: { $in: scenes } }, { $set: stale })
    await page.goto(boardOf(film.project))
    for (const id of [first, second, third]) {
      await page.locator(`[data-scene="${id}"]`).focus()
      await page.keyboard.press('Space')
    }
    const bar = page.getByRole('region', { name: /scenes chosen/ })
    await bar.getByRole('button', { name: 'Make 2 stale scenes again · free' }).waitFor()
    await bar.getByRole('button', { name: 'Keep 2 stale scenes…' }).click()
    const dialog = page.getByRole('dialog')
    await shot('board-keep')
    expect(await dialog.getByRole('button', { name: 'Keep 2 scenes' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Why are they fine as they are?').fill('The coat is not seen here.')
    await dialog.getByRole('button', { name: 'Keep 2 scenes' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(async () => states().countDocuments({ scene: { $in: scenes }, stale: true }), soon).toBe(0)
    expect(await bar.getByRole('button', { name: /stale/ }).count()).toBe(0)
  }, 60_000)

  it('of 2,000 scenes is scrolled and searched', async () => {
    await page.goto(boardOf(long.project))
    await page.locator('[data-scene]').first().waitFor()
    let alive = 0
    for (let i = 0; i < 30; i++) {
      await page.mouse.move(700, 500)
      await page.mouse.wheel(0, 1500)
      alive = Math.max(alive, await page.locator('[data-scene]').count())
    }
    expect(alive).toBeGreaterThan(0)
    expect(alive).toBeLessThanOrEqual(60)
    await page.keyboard.press('/')
    await page.keyboard.type('waits, 1999')
    await expect.poll(async () => cardsOf(page), soon).toEqual([long.ids[1998]])
    expect(new URL(page.url()).searchParams.get('q')).toBe('waits, 1999')
    await page.keyboard.press('Escape')
  }, 60_000)
})

describe('a run', () => {
  it('that fails says why and goes on by its button', async () => {
    const runId = await begun(3)
    await page.goto(`${address}/admin/collections/runs/${runId}`)
    await page.getByText('Running').first().waitFor()
    await page.getByRole('heading', { name: /^Generate · 12 scenes · / }).waitFor()
    await runs.record(runId, { type: 'done', node: 0, take: 1, reused: false })
    const story = { code: 'NO_TAKE_PASSED', what: 'No take passed the judge.', why: 'The coat is red.', fix: 'Change the coat.' } // prettier-ignore
    await runs.record(runId, { type: 'failed', node: 1, take: 1, story, alone: false })
    await page.getByText('Stopping').first().waitFor()
    await runs.record(runId, { type: 'landed' })
    for (const words of [story.what, story.why, story.fix]) await page.getByText(words).waitFor()
    await shot('run-failed')
    expect(await axeFaults(page, { include: '.bl-page' })).toEqual([])
    await page.getByRole('button', { name: 'Resume at failed step' }).click()
    await page.getByText('Running').first().waitFor()
    await expect.poll(() => page.getByText(story.why).count(), soon).toBe(0)
    for (const node of [1, 2]) await runs.record(runId, { type: 'done', node, take: 1, reused: false })
    await page.getByText('Done').first().waitFor()
  }, 60_000)

  it('whose stream is cut every five seconds misses nothing on its page', async () => {
    const steps = 30
    const runId = await begun(steps)
    const line = await cutStream(address, 5000)
    const behind = await openPage()
    await behind.goto(`${line.address}/admin/collections/runs/${runId}`)
    const figure = behind.locator('.bl-figure dd').first()
    await figure.waitFor()
    const seen: number[] = []
    for (let node = 0; node < steps; node++) {
      await runs.record(runId, { type: 'done', node, take: 1, reused: false })
      await sleep(400)
      seen.push(parseInt(await figure.innerText(), 10))
    }
    await expect.poll(async () => parseInt(await figure.innerText(), 10), soon).toBe(steps)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(line.cuts()).toBeGreaterThan(1)
    await behind.getByText('Done').first().waitFor()
    await behind.context().close()
    await line.close()
  }, 60_000)
})

it('no page of it complained', () => {
  expect(complaints).toEqual([])
})
