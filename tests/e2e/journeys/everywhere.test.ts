import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulators, type Emulators } from '../../../emulators/startEmulators'
import { alertsStore } from '@/stores/alertsStore'
import { textCollection } from '@/stores/controlDb'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { outboxStore } from '@/stores/outboxStore'
import { runsStore } from '@/stores/runsStore'
import { planOfActs } from '../../support/crew'
import { lookAt, lookOf, stays, type Look } from '../../support/lookAt'
import { picture } from '../../support/paidStage'
import { screenStudio, twoLamps } from '../../support/screenStudio'
import { overflowOf, settled } from '../../support/screenHealth'
import { screensOf, type Screen, type Shown } from './screens/screenList'
import { keepShot } from '../../support/keepShot'

const studio = screenStudio('everywhere')
const { ask, first, complaints } = studio
const only = process.env['BACKLOT_SCREENS']?.split(',')

let emulators: Emulators
let shown: Shown

/** A call nobody knows the end of, and an alert: pages that are empty on a good day have something to show. */
const troubled = async (project: string): Promise<void> => {
  const control = await studio.database()
  const asked = newPaidCall(picture('SC002_SH010, layer 3'), { owner: 'studio', project, scene: null, runId: 'run', accounts: [project] })
  const sentAt = new Date(Date.now() - 41 * 60_000)
  await textCollection<PaidGeneration>(control.db, 'generations').insertOne({ ...asked, state: 'DECIDE', createdAt: sentAt, submittedAt: sentAt, unknownSince: sentAt, evidence: ['list: none'], dueAt: null })
  await alertsStore(control).raise({ project, cause: 'disk', event: 'disk', code: 'DISK_FULL', severity: 'warning', what: 'Little room is left.', why: 'The disk is nearly full.', fix: 'Make room.' })
  await control.client.close()
} // prettier-ignore

/** A remark at a frame, a request for changes, an open and a revoked link, a project that gathers. */
const peopled = async (film: string): Promise<Pick<Shown, 'notes' | 'scene' | 'share' | 'closed'>> => {
  const { clips, film: cut } = await ask(`GET /projects/${film}/timeline`)
  const scene = String(clips[0].scene)
  await ask(`POST /projects/${film}/comments`, { text: 'Hold this longer.', frame: 30 })
  await ask(`POST /projects/${film}/approvals`, { scene, film: cut.sha256 ?? cut, answer: 'changes', note: 'The lamp must be brighter.' })
  const open = await ask(`POST /projects/${film}/shares`, { may: 'comment', title: 'Edda' })
  const over = await ask(`POST /projects/${film}/shares`, { may: 'view', title: 'Otto' })
  await ask(`POST /share-links/${String(over['id'])}/revoke`, {})
  const { doc } = await ask('POST /projects', { title: 'The Lamp Keeper of the Long Northern Harbour Pier', slug: 'lamp-keeper' })
  await ask(`POST /projects/${String(doc.id)}/gather`, { kind: 'note', text: 'MARA, 60, lights a lamp at the end of a long pier at night.' })
  return { notes: String(doc.id), scene, share: new URL(String(open['link'])).pathname, closed: new URL(String(over['link'])).pathname }
} // prettier-ignore

/** A run at its second step, which no worker knows how to do: it stays as it is. */
const underWay = async (): Promise<string> => {
  const control = await studio.database()
  const runs = runsStore(control, outboxStore(control))
  const { doc } = await ask('POST /projects', { title: 'Under Way', slug: 'under-way' })
  const plan = planOfActs([{ act: 'film' }, { act: 'film', needs: [0] }], { version: 'journey' })
  const { runId } = await runs.create({ kind: 'generate', projectId: String(doc.id), key: 'journey', plan, options: {} })
  await runs.record(runId, { type: 'started' })
  await runs.record(runId, { type: 'done', node: 0, take: 1, reused: false })
  await control.client.close()
  return runId
} // prettier-ignore

beforeAll(async () => {
  emulators = await startEmulators({ speed: 2000 })
  await studio.open(emulators.env)
}, 400_000)
afterAll(async () => {
  await studio.close()
  await emulators.close()
}, 90_000)

/** What is found on these screens, seen by two pages at a time. */
const sweep = async <Seen extends Screen>(screens: readonly Seen[], look: (page: Page, screen: Seen) => Promise<string[]>, language?: string): Promise<string[]> => {
  const left = only ? screens.filter(({ name }) => only.includes(name)) : [...screens]
  const faults: string[] = []
  const walk = async ({ page }: { page: Page; context: BrowserContext }): Promise<void> => {
    for (let screen = left.shift(); screen; screen = left.shift()) {
      const { name, path, ready, pose } = screen
      try {
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.goto(studio.url(path), { waitUntil: 'domcontentloaded' })
        await page.locator(ready).first().waitFor({ timeout: 20_000 })
        if (pose) await settled(page).then(() => pose(page))
        faults.push(...(await look(page, screen)))
      } catch (error) {
        faults.push(`${name}: ${String(error)}`)
        await keepShot(page, `${name}-failed.png`)
      }
    }
    await page.context().close()
  }
  await Promise.all((await Promise.all([studio.page(language ? { language } : {}), studio.page(language ? { language } : {})])).map(walk))
  return faults
} // prettier-ignore

const seen = (page: Page, { name, tellsError = false }: Screen) => lookAt(page, { name, tellsError })

describe('every screen, in dark and light, wide and narrow: axe finds nothing, nothing sticks out, no error is told', () => {
  it('before there is a film', async () => {
    expect(await sweep([{ name: 'first-start', path: '/admin', ready: '.bl-first' }], seen)).toEqual([])
  }, 60_000)

  it('of the studio itself', async () => {
    const film = await studio.film(twoLamps, 'two-lamps')
    await ask(`PATCH /projects/${film}`, { settings: { budgetNanodollars: 5_000_000_000 } })
    const run = await first(`/runs?where[project][equals]=${film}&where[kind][equals]=generate&limit=1`)
    const character = await first(`/characters?where[project][equals]=${film}&limit=1`)
    await ask(`PATCH /characters/${String(character['id'])}`, { wardrobe: 'A grey coat with horn buttons.' })
    shown = { film, run: String(run['id']), character: String(character['id']), going: await underWay(), ...(await peopled(film)) }
    await troubled(film)
    expect(await sweep(screensOf(shown), seen)).toEqual([])
  }, 400_000)

  it('of every collection: its list and a document of it', async () => {
    const { page, context } = await studio.page()
    await page.goto(studio.url('/admin'))
    const links = await page.locator('nav a[href^="/admin/collections/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    await context.close()
    const slugs = [...new Set(links.flatMap((link) => /collections\/([\w-]+)$/.exec(link)?.[1] ?? []))]
    expect(slugs.length).toBeGreaterThan(12)
    const screens = await Promise.all(
      slugs.map(async (slug, i): Promise<(Screen & { one: Look })[]> => {
        const { docs } = await ask(`GET /${slug}?limit=1&depth=0`)
        // Payload draws all of them alike: a list in one look, its document in the look across
        const list = { name: `list-${slug}`, path: `/admin/collections/${slug}`, ready: '.list-header, .collection-list', one: lookOf(i) }
        const id = docs[0]?.id as string | undefined
        return id === undefined ? [list] : [list, { name: `one-${slug}`, path: `${list.path}/${id}`, ready: '.doc-header', one: lookOf(i + 2) }]
      }),
    )
    expect(await sweep(screens.flat(), (page, { name, one }) => lookAt(page, { name, one }))).toEqual([])
  }, 400_000)

  it('in German nothing sticks out', async () => {
    const screens = screensOf(shown).filter(({ pose, name }) => !pose && !name.startsWith('share'))
    const fits = async (page: Page, { name }: Screen): Promise<string[]> => {
      const faults: string[] = []
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        await settled(page)
        const over = await stays(() => overflowOf(page))
        if (over) faults.push(`${name}, German ${String(width)}: ${over}`)
        await keepShot(page, `de-${name}-${String(width)}.jpg`, { type: 'jpeg', quality: 70, fullPage: true })
      }
      return faults
    }
    expect(await sweep(screens, fits, 'de')).toEqual([])
  }, 200_000)

  it('complains of nothing in the console', () => {
    // a page that is not there, a link that is over, and a price that is asked for by a press that is refused
    const meant = /nowhere.* 404 |\/share\/.* 410 |\/scenes\/.* 409 /
    expect(complaints.filter((line) => !meant.test(line))).toEqual([])
  })
}) // prettier-ignore
