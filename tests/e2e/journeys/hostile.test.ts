import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { screenStudio } from '../../support/screenStudio'
import { overflowOf, settled } from '../../support/screenHealth'
import { keepShot } from '../../support/keepShot'

const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
const words = `Title: ${evil} \u202eمطبخ 夜 👩‍👩‍👧‍👦

EXT. HARBOUR ${evil} 🎬 - NIGHT

MARA, 60, in a grey coat, lights a lamp ${evil} at the end of the ${'long'.repeat(80)} pier.

MARA
Hold it. ${evil}
`
const studio = screenStudio('hostile')
const { ask, first, complaints } = studio
let [film, scene, character, empty] = ['', '', '', '']
let page: Page

const opened = async (path: string, ready: string): Promise<void> => {
  await page.goto(studio.url(path))
  await page.locator(ready).first().waitFor()
  await settled(page)
}
const faultsOf = async (path: string): Promise<string[]> => {
  const ran = await page.evaluate(() => 'hit' in globalThis)
  const over = await overflowOf(page)
  await keepShot(page, `${path.replaceAll(/\W+/g, '-').slice(-60)}.png`)
  return [...(ran ? [`${path}: what was typed ran as a script`] : []), ...(over ? [`${path}: ${over}`] : [])]
}

beforeAll(async () => {
  await studio.open()
  film = await studio.film(words, 'evil')
  scene = String((await first(`/scenes?where[project][equals]=${film}&limit=1&depth=0`))['id'])
  character = String((await first(`/characters?where[project][equals]=${film}&limit=1&depth=0`))['id'])
  empty = String((await ask('POST /projects', { title: 'Nothing yet', slug: 'nothing-yet' }))['doc'].id)
  ;({ page } = await studio.page({ width: 390 }))
}, 400_000)
afterAll(() => studio.close(), 90_000)

it('HTML, scripts, words of 300 letters and words from right to left are text on every screen', async () => {
  const said = await ask(`PATCH /scenes/${scene}`, { title: `${evil}${'w'.repeat(150)}`, notes: evil })
  expect(said['errors'], JSON.stringify(said['errors'])).toBeUndefined()
  await ask(`POST /projects/${film}/comments`, { text: evil, frame: 10 })
  await ask(`POST /projects/${film}/gather`, { kind: 'note', title: evil, text: `${evil} ${'x'.repeat(400)}` })
  const project = (tab: string) => `/admin/collections/projects/${film}${tab}`
  const faults: string[] = []
  for (const [path, ready] of [
    ['/admin', '.bl-card'],
    [project(''), '.bl-overview'],
    [project('/gather'), '.bl-page'],
    [project('/story'), '.bl-fountain--scene_heading'],
    [project('/board'), '.bl-scene img'],
    [project('/board?view=table'), '.bl-table__row'],
    [project('/film'), '.bl-comment'],
    [project('/costs'), '.bl-budget'],
    [`/admin/collections/scenes/${scene}`, '.bl-scenepanel img'],
    [`/admin/collections/characters/${character}`, '.bl-sheet'],
    [`/admin/collections/scenes/${scene}/activity`, '.bl-page'],
  ] as const) {
    await opened(path, ready)
    faults.push(...(await faultsOf(path)))
  }
  expect(faults).toEqual([])
}, 200_000)

it('a name of 100 kB is refused by its field, and nothing is kept of it', async () => {
  const name = 'n'.repeat(100_000)
  for (const [route, body, field] of [
    [`PATCH /characters/${character}`, { name }, 'name'],
    [`PATCH /projects/${film}`, { title: name }, 'title'],
    [`PATCH /scenes/${scene}`, { title: name }, 'title'],
  ] as const) {
    const { errors } = await ask(route, body)
    expect(JSON.stringify(errors), route).toContain(field)
    expect(JSON.stringify(errors).length, route).toBeLessThan(4000)
  }
})

it('a project without scenes says on every tab what comes first', async () => {
  for (const tab of ['/gather', '/story', '/board', '/board?view=table', '/film', '/costs', '/settings']) {
    await opened(`/admin/collections/projects/${empty}${tab}`, '.bl-page')
    expect((await page.locator('.bl-page').first().innerText()).length, tab).toBeGreaterThan(20)
  }
}, 60_000)

it('a scene whose files are gone from the disk says so, and the page stands', async () => {
  const media = join(studio.base, 'home', 'media')
  for (const name of readdirSync(media, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /\.(mp4|png|webp|jpg)$/.test(one),
  ))
    rmSync(join(media, name))
  await opened(`/admin/collections/scenes/${scene}`, '.bl-scenepanel')
  await page.getByText('The file is gone').first().waitFor()
  await opened(`/admin/collections/projects/${film}/board`, '.bl-scene')
  await opened(`/admin/collections/projects/${film}/film`, '.bl-page')
  expect(await faultsOf('gone')).toEqual([])
}, 60_000)

it('nothing else is complained of in the browser', () => {
  expect(complaints.filter((line) => !/40[04]|410|Failed to load resource/.test(line))).toEqual([])
})
