import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { openPaidFilm, type PaidFilm } from '../support/paidFilm'
import { until } from '../support/until'

const screenplay = `Title: The Lamp

INT. KITCHEN - NIGHT

MARA, 60, lights a lamp. TOM comes in.

MARA
Who is there?

TOM
Nobody but me.

EXT. PIER - NIGHT

Waves run against the stones. A bell rings far out.
`

let film: PaidFilm
/** Whoever is asked about MARA will not answer. */
const plan: PlanGiven = { rules: [{ do: 'policy', provider: 'openai', nth: 1 }] }
const docs = async (collection: string, more = '') =>
  (await film.call(`GET /api/${collection}?depth=0&limit=100&where[project][equals]=${film.id}${more}`)).body['docs'] as Record<string, any>[] // prettier-ignore
const qualifying = { countdownSeconds: 0, startAnyway: true }
const accepted = async () => {
  const { quote } = (await film.call(`POST ${film.path('/qualify')}`, { body: qualifying })).body['errors'][0]
  return { hash: quote.hash as string, nanodollars: quote.nanodollars.atMost as number }
}

beforeAll(async () => {
  film = await openPaidFilm('The Lamp', screenplay, { models: { text: 'openai/gpt-6-luna' }, plan })
}, 240_000)
afterAll(() => film.close())

describe('a film whose text model has a bad day', { timeout: 240_000 }, () => {
  it('is not started on less than was quoted', async () => {
    await film.budget(1)
    const { hash, nanodollars } = await accepted()
    const body = { ...qualifying, accept: { hash, nanodollars: nanodollars - 1 } }
    expect((await film.call(`POST ${film.path('/qualify')}`, { body })).status).toBe(409)
    expect((await film.call(`POST ${film.path('/qualify')}`, { body: { ...qualifying, accept: { hash: 'of another', nanodollars } } })).status).toBe(409) // prettier-ignore
  })

  it('goes on by the rules where an answer is refused, and says so', async () => {
    await film.press('qualify', { ...qualifying, accept: await accepted() })
    const refused = (await docs('generations', '&where[provider][equals]=openai')).filter(({ state }) => state === 'FAILED') // prettier-ignore
    expect(refused).toHaveLength(1)
    const alerts = await docs('alerts', '&where[code][equals]=TEXT_NOT_TAKEN')
    expect(alerts.map(({ why }) => why).join('\n')).toContain(String(refused[0]?.['what']))
    expect(await docs('scenes')).not.toEqual([])
  })

  it('keeps what was written of a scene when a word of another is edited, and asks nobody', async () => {
    const before = await docs('scenes', '&sort=sequenceNumber')
    const sent = film.emulators.ledger().length
    const [play] = await docs('screenplays')
    const text = String(play?.['text']).replace('Nobody but me.', 'Nobody but us.')
    const saved = await film.call(`PATCH /api/screenplays/${String(play?.['id'])}`, { body: { text, rev: play?.['rev'] } }) // prettier-ignore
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const now = () => docs('scenes', '&sort=sequenceNumber&where[archived][not_equals]=true')
    await until('the scenes follow', async () => JSON.stringify(await now()).includes('but us'), 30_000)
    const after = await now()
    const moods = (list: Record<string, any>[]) => new Map(list.map(({ screenplayText, atmosphere, lightMood }) => [screenplayText, { atmosphere, lightMood }])) // prettier-ignore
    const same = after.filter(({ screenplayText }) => moods(before).has(screenplayText))
    expect(same.length).toBeGreaterThan(0)
    for (const [words, mood] of moods(same)) expect(mood).toEqual(moods(before).get(words))
    expect(film.emulators.ledger()).toHaveLength(sent)
  })

  it('stops before a budget that is too small, and goes on when it is raised', async () => {
    // what was refused may be billed yet, and stays held back
    const { spent, reserved } = (await film.call(`GET ${film.path('/costs')}`)).body as {
      spent: number
      reserved: number
    }
    const { settings } = (await film.call(`GET ${film.path('')}?depth=0`)).body
    const capped = await film.call(`PATCH ${film.path('')}`, { body: { settings: { ...settings, language: 'de', budgetNanodollars: spent + reserved + 1 } } }) // prettier-ignore
    expect(capped.status, JSON.stringify(capped.body)).toBe(200)
    expect((await film.call(`POST ${film.path('/gather/reopen')}`)).status).toBe(200)
    const began = await film.call(`POST ${film.path('/qualify')}`, { body: { ...qualifying, accept: await accepted() } }) // prettier-ignore
    const run = async () => (await film.call(`GET /api/runs/${String(began.body['runId'])}`)).body
    await until('it stops', async () => (await run())['state'] === 'failed', 60_000)
    expect((await run())['error'].code).toBe('BUDGET_SPENT')
    expect((await film.call(`GET ${film.path('/costs')}`)).body['spent']).toBe(spent)
    await film.budget(1)
    expect((await film.call(`POST /api/runs/${String(began.body['runId'])}/resume`)).status).toBe(202)
    await until('it goes on', async () => (await run())['state'] === 'succeeded', 60_000)
  })
})
