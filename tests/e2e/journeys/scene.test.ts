import { ObjectId, type Db } from 'mongodb'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../../support/screenHealth'
import { screenStudio, type Json as Row } from '../../support/screenStudio'
import { until } from '../../support/until'
import { keepShot } from '../../support/keepShot'

const studio = screenStudio('scene-journey')
const { complaints } = studio
const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`
let db: Db
let closeDatabase: () => Promise<void>
let scene = ''

const read = (path: string): Promise<Row> => studio.ask(`GET ${path}`)
const takes = async (): Promise<Row[]> => (await read(`/scenes/${scene}/takes`))['takes'] as Row[]
const stateOf = async (): Promise<Row> => (await read(`/scene-states?where[scene][equals]=${scene}&depth=0`))['docs'][0] as Row // prettier-ignore
const open = async (path: string, look: { scheme?: 'dark' | 'light'; width?: number } = {}): Promise<Page> => {
  const { page } = await studio.page(look)
  page.setDefaultTimeout(120_000)
  await page.goto(studio.url(`/admin/collections/scenes/${scene}${path}`))
  return page
}

/** A picture a judge has refused: a call, its file and the answer, as a day with a worse model leaves them behind. */
const refusedTake = async (): Promise<void> => {
  const first = await db.collection<Row & { _id: string }>('generations').findOne({ scene: new ObjectId(scene), layer: 0 })
  const judged = await db.collection<Row & { _id: string }>('generations').findOne({ 'request.picture': first?.['asset'].sha256 })
  const other = await db.collection<Row & { _id: string }>('generations').findOne({ scene: new ObjectId(scene), layer: 1 })
  const now = { createdAt: new Date(), updatedAt: new Date() }
  const asset = other?.['asset'] as Row
  const answers = [{ id: '0:place:HARBOUR', answer: 'no', confidence: null, evidence: 'Somebody stands on the empty pier.' }]
  const questions = [{ id: '0:place:HARBOUR', kind: 'place', text: 'Is this HARBOUR?' }]
  await db.collection<Row & { _id: string }>('generations').insertMany([
    { ...first, _id: 'a'.repeat(64), take: 2, asset, ...now },
    { ...judged, _id: 'b'.repeat(64), take: 2, what: 'Judge: Layer 1: HARBOUR', request: { picture: asset['sha256'], questions }, answer: { answers }, ...now },
  ])
  await db.collection('scene-states').updateOne({ scene: new ObjectId(scene) }, { $set: { status: 'failed' }, $unset: { decided: '', approval: '' } })
} // prettier-ignore

beforeAll(async () => {
  await studio.open()
  await studio.film(screenplay, 'two-lamps')
  scene = (await read('/scenes?sort=sequenceNumber&limit=1&depth=0'))['docs'][0].id as string
  const control = await studio.database()
  db = control.db
  closeDatabase = () => control.client.close()
}, 600_000)
afterAll(async () => {
  await closeDatabase?.()
  await studio.close()
}, 90_000)

describe('the page of a scene', () => {
  it('a word of the prompt is changed and just that is made again', async () => {
    const before = await takes()
    const page = await open('/prompt')
    await page.getByRole('button', { name: 'Layer 2 · MARA' }).click()
    await page.getByRole('button', { name: /^Change pose/ }).click()
    await page.getByLabel('Value of pose').fill('waving with one arm')
    await page.locator('.bl-prompt__text ins', { hasText: 'waving' }).waitFor()
    await keepShot(page, 'scene-prompt-dark.png')
    await page.getByRole('button', { name: 'Run again with changes · free' }).click()
    const isMade = async () => (await takes()).length > before.length && (await stateOf())['status'] === 'completed'
    await until('the layer is made again', isMade, 60_000)
    const made = (await takes()).filter((one) => !before.some(({ id }) => id === one['id']))
    expect(made.map(({ kind, layer }) => `${String(kind)} ${String(layer)}`)).not.toContain('still 0')
    const [person] = made.filter(({ layer }) => layer === 1)
    expect((await read(`/scenes/${scene}/takes/${String(person?.['id'])}`))['prompt']).toContain('waving with one arm')
    await page.context().close()
  }, 240_000)

  it('two takes are compared by wipe with the keyboard', async () => {
    const page = await open('')
    await page.getByRole('button', { name: /Take 2.*Layer 2/s }).click()
    const compare = page.getByLabel('Compare with')
    await compare.focus()
    await page.keyboard.type('Take 1 · Layer 2')
    const wipe = page.getByRole('slider', { name: /^Wipe: Take 2/ })
    await wipe.focus()
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
    expect(await wipe.inputValue()).toBe('55')
    expect(await page.locator('.bl-screen__over').getAttribute('style')).toContain('55%')
    await page.getByRole('button', { name: 'Difference' }).press('Enter')
    await page.getByText('What differs:', { exact: false }).waitFor()
    expect(new URL(page.url()).searchParams.get('mode')).toBe('difference')
    await keepShot(page, 'scene-compare-dark.png')
    // frames are stepped with the keys of the player, and never inside a field
    await page.getByRole('button', { name: /Clip/ }).first().click()
    await page.locator('.bl-player__seek:not([max="0"])').waitFor()
    await page.keyboard.press('.')
    await page.getByText('00:00:00:01').waitFor()
    await page.locator('#field-title').focus()
    await page.keyboard.press('.')
    expect(await page.locator('.bl-player__count').innerText()).toBe('00:00:00:01')
    await page.context().close()
  }, 240_000)

  it('a rejected still goes back with the note', async () => {
    await db.collection('scene-states').updateOne({ scene: new ObjectId(scene) }, { $set: { status: 'awaiting_approval' } })
    const page = await open('')
    await page.getByRole('button', { name: 'Reject…' }).click()
    await page.getByLabel('What should be different?', { exact: false }).fill('The lamp is too bright.')
    await page.getByRole('button', { name: 'Reject…' }).click()
    await page.getByText(/^Rejected by .*The lamp is too bright\.$/).waitFor()
    const kept = await db.collection('scene-states').findOne({ scene: new ObjectId(scene) })
    expect([kept?.['status'], kept?.['approval'].answer]).toEqual(['ready_for_generation', 'rejected'])
    expect(kept?.['decided'].note).toBe('The lamp is too bright.')
    await page.context().close()
  }, 240_000)

  it("a judge's no is overruled with a reason and the verdict says so", async () => {
    await refusedTake()
    const page = await open(`?take=${'a'.repeat(64)}`)
    const judges = page.getByRole('region', { name: 'Judges' })
    expect(await judges.getByRole('listitem').first().innerText()).toMatch(/No[\s\S]*Is this HARBOUR\?[\s\S]*Somebody stands/)
    await judges.getByRole('button', { name: /^Overrule Take/ }).click()
    await judges.getByRole('textbox').fill('Too short')
    expect(await judges.getByRole('button', { name: /^Overrule Take/ }).isDisabled()).toBe(true)
    await judges.getByRole('textbox').fill('The man belongs to the harbour.')
    await judges.getByRole('button', { name: /^Overrule Take/ }).click()
    await judges.getByText(/^Overruled by .*The man belongs to the harbour\.$/).waitFor()
    await page.locator('.bl-scenepanel__status').getByText('Overruled').waitFor()
    expect((await takes()).find(({ id }) => id === 'a'.repeat(64))).toMatchObject({ verdict: 'overruled' })
    expect(await axeFaults(page, { include: '.bl-scenepanel' })).toEqual([])
    await keepShot(page, 'scene-overruled-dark.png')
    await page.context().close()
  }, 240_000)

  it('no page of it complained', () => {
    expect(complaints).toEqual([])
  })
}) // prettier-ignore
