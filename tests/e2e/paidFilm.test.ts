import { existsSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { answerOf, errorOf, openFilmHome, type Ended, type FilmHome } from '../support/filmCommand'
import { readManifest } from '../support/filmFolder'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

MARA
It burns.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.

MARA
Morning already.
`
const slug = `paid-${Math.random().toString(36).slice(2, 8)}`

let emulators: Emulators
let database: TestDatabase
let studio: FilmHome
let file: string
let out: string
const billed = () => emulators.ledger().reduce((sum, { nanodollars }) => sum + (nanodollars ?? 0), 0)
/** Every model of the catalogue is as quick as its emulator: it is asked after a second. */
const quicken = () =>
  database.control.db
    .collection('models')
    .updateMany({}, { $set: { typicalSeconds: 1, authors: [{ field: 'typicalSeconds', author: 'somebody' }] } })
const film = (argv: string[], env: Record<string, string> = emulators.env): Promise<Ended> =>
  studio.run(['film', file, '--out', out, '--slug', slug, '--resolution', '360p', '--json', ...argv], {
    MONGODB_URI: database.uri,
    ...env,
  })

beforeAll(async () => {
  emulators = await startEmulators({ speed: 200 })
  database = await openTestDatabase()
  studio = openFilmHome()
  file = studio.at('two-lamps.fountain')
  out = studio.at('out')
  writeFileSync(file, screenplay)
})
afterAll(async () => {
  await studio.close()
  for (const name of ['gather', 'qualified']) await database.control.client.db(`${name}_${slug}`).dropDatabase()
  await database.close()
  await emulators.close()
})

describe('a film by paid models, from the command', { timeout: 240_000 }, () => {
  it('is refused without a key, and the setting that holds it is named', async () => {
    const ended = await film(['--models', 'draft', '--budget', '5'], {})
    expect([ended.code, errorOf(ended).code]).toEqual([2, 'PROVIDER_KEY_MISSING'])
    expect(errorOf(ended).fix).toContain('FAL_KEY')
  })

  it('says what it costs, line by line, and starts nothing without a budget', async () => {
    await quicken()
    const ended = await film(['--models', 'draft'])
    expect([ended.code, errorOf(ended).code]).toEqual([2, 'BUDGET_NEEDED'])
    expect(ended.stderr).toMatch(/about \$\d.*at most \$\d/)
    expect(ended.stderr).toMatch(/character, openai\/gpt-6-luna: 1 call, about \$\d.*at most \$\d/)
    expect(ended.stderr).toMatch(/animation, fal\/seedance-v1-pro-fast: 2 calls/)
    expect(emulators.ledger()).toEqual([])
    expect(await database.control.db.collection('projects').countDocuments()).toBe(0)
  })

  it('stops before a budget that is too small, says what it needs, and keeps what was paid for', async () => {
    const ended = await film(['--models', 'draft', '--budget', '0.12'])
    expect([ended.code, errorOf(ended).code], ended.stderr).toEqual([1, 'BUDGET_SPENT'])
    expect(errorOf(ended).fix).toMatch(/--budget \d+\.\d\d/)
    expect(billed()).toBeLessThanOrEqual(120_000_000)
  })

  it('goes on with a larger one, and its bill is the provider’s to the nanodollar', async () => {
    const before = emulators.ledger().length
    const ended = await film(['--models', 'draft', '--budget', '5'])
    expect(ended.code, ended.stderr).toBe(0)
    expect(emulators.ledger().length).toBeGreaterThan(before)
    expect(answerOf(ended)['spentNanodollars']).toBe(billed())
    expect(readManifest(out).spent.nanodollars).toBe(billed())
    const seedance = { provider: 'fal', model: 'fal/seedance-v1-pro-fast' }
    expect(readManifest(out).scenes.map(({ clip }) => clip)).toEqual([expect.objectContaining(seedance), expect.objectContaining(seedance)]) // prettier-ignore
    expect(ended.stderr).toMatch(/Paid for this film: \$\d/)
    expect(ended.stderr).toMatch(/It was to cost about \$\d.* % (more|less) was billed/)
    expect(new Set(emulators.ledger().map(({ bodyHash }) => bodyHash)).size).toBe(emulators.ledger().length)
  })

  it('pays nothing when it is asked for again, with a budget or without one', async () => {
    const before = emulators.ledger().length
    const ended = await film(['--models', 'draft'])
    expect(ended.code, ended.stderr).toBe(0)
    expect(emulators.ledger()).toHaveLength(before)
    expect(readManifest(out).run.ran).toBe(0)
  })

  it('shows its pictures when it stops at them', async () => {
    const rests = answerOf(await film(['--models', 'draft', '--until', 'stills', '--budget', '5']))
    expect(rests).toMatchObject({ film: null, scenes: readManifest(out).scenes.length })
    for (const still of rests['stills'] as string[]) expect(existsSync(still), still).toBe(true)
  })

  it('is drawn here again when paid models are taken back, and is what it was when they come again, for nothing', async () => {
    const before = readManifest(out)
    const bill = billed()
    const ended = await film(['--models', 'previs'])
    expect(ended.code, ended.stderr).toBe(0)
    const clips = ({ scenes }: typeof before) => scenes.map(({ clip }) => clip.sha256)
    expect(clips(readManifest(out))).not.toEqual(clips(before))
    const again = await film(['--models', 'draft', '--budget', '5'])
    expect(again.code, again.stderr).toBe(0)
    expect(readManifest(out).film).toEqual(before.film)
    expect(billed()).toBe(bill)
  })
})
