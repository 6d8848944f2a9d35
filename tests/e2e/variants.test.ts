import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHttpFilm, type HttpFilm } from '../support/httpFilm'

const screenplay = `Title: The Red Dress

INT. ATTIC - DAY

NORA, thirty, in a grey coat, looks at the window. She waits.

INT. ATTIC - NIGHT

Nora changes into a red dress. She looks at the window and smiles.
`

let film: HttpFilm
beforeAll(async () => {
  film = await openHttpFilm('Red Dress', screenplay, { resolution: '360p' })
  await film.press('qualify')
}, 60_000)
afterAll(() => film.close())

const nora = async () =>
  (await film.call(`GET /api/characters?where[project][equals]=${film.id}&depth=0`)).body['docs'][0]
const pictures = async (): Promise<string[]> =>
  (await film.call(`GET /api/scenes?where[project][equals]=${film.id}&sort=sequenceNumber&depth=0`)).body['docs'].map(({ id }: { id: string }) => id) // prettier-ignore

const stills = async (): Promise<(string | undefined)[]> => {
  const states = (await film.call(`GET /api/scene-states?where[project][equals]=${film.id}&limit=100&depth=0`)).body['docs'] // prettier-ignore
  return (await pictures()).map((id) => states.find((one: { scene: string }) => one.scene === id)?.takes.at(-1)?.sha256)
}

describe('a lasting change of look', { timeout: 120_000 }, () => {
  it('is offered, and drawn only when a person wants it: six views, and the scenes from there on show it', async () => {
    await film.press('generate')
    const offered = await nora()
    expect(offered.variants).toHaveLength(1)
    expect(offered.variantViews ?? []).toEqual([])
    const before = await stills()
    expect(before.length).toBeGreaterThan(1)

    expect((await film.call(`PATCH /api/characters/${String(offered.id)}`, { body: { variantsWanted: true } })).status).toBe(200)
    const run = await film.press('generate')
    expect(run['steps'][0].says).toBe('Draw the changed looks of a character')
    const drawn = await nora()
    expect(drawn.variantViews).toMatchObject([{ variant: offered.variants[0].name }])
    expect(new Set(drawn.variantViews[0].views.map(({ view }: { view: string }) => view)).size).toBe(6)
    expect(drawn.variantViews[0].views[0].sha256).not.toBe(drawn.views[0].sha256)

    const after = await stills()
    const from = offered.variants[0].fromSequence - 1
    expect(after.slice(0, from)).toEqual(before.slice(0, from))
    expect(after[from]).not.toBe(before[from])
  }) // prettier-ignore
})
