import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { openPaidFilm, type PaidFilm } from '../support/paidFilm'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

Rain runs down the window. The kettle boils.
`

let film: PaidFilm
const models = {
  image: 'fal/nano-banana',
  edit: 'fal/nano-banana-edit',
  vision: 'fal/moondream3',
  video: 'fal/kling-v3-pro',
}
/** A judge who misses MARA in her first take, and once cannot see the kitchen. */
const plan: PlanGiven = {
  rules: [
    { do: 'say', contains: 'Is MARA in the picture', nth: 1, answer: 'no' },
    { do: 'say', contains: 'Is this KITCHEN', nth: 1, answer: 'unknown' },
  ],
}
const paidFor = (model: string) => film.emulators.ledger().filter(({ endpoint }) => endpoint === model).length

beforeAll(async () => {
  film = await openPaidFilm('Two Lamps', screenplay, { models, plan })
  await film.press('qualify')
  await film.budget(20)
}, 240_000)
afterAll(() => film.close())

describe('a film whose pictures, judges and clips cost money', { timeout: 240_000 }, () => {
  it('makes stills layer by layer, which a model looks at, and stops there', async () => {
    expect(film.emulators.ledger()).toEqual([])
    const quote = await film.quoteOf('until=stills')
    await film.press('generate', { accept: await film.accepted('until=stills') })
    expect(await film.states()).toEqual([
      expect.objectContaining({ status: 'awaiting_approval', verdict: 'passed', composite: expect.any(String) }),
      expect.objectContaining({ status: 'needs_review', verdict: 'unknown', composite: expect.any(String) }),
    ])
    const art = quote.lines.filter(({ why }) => why.startsWith('reference')).map(({ model, calls }) => [model, calls])
    // MARA from the front, the two places and the lamp; her other sides; then place, MARA twice, place
    expect(art).toEqual([['fal/nano-banana', paidFor('fal-ai/nano-banana')], ['fal/nano-banana-edit', 5]]) // prettier-ignore
    expect(paidFor('fal-ai/nano-banana/edit')).toBe(5 + 4)
    expect(film.billed()).toBeLessThanOrEqual(quote.nanodollars.atMost)
  })

  it('makes a layer again after a clear no, told what was missed, and never after an unknown', async () => {
    const { docs } = (await film.call(`GET /api/generations?depth=0&limit=100&where[provider][equals]=fal`)).body
    const layers = docs.filter(({ what }: Record<string, string>) => what?.startsWith('Layer '))
    const takes = layers.map(({ what, take }: any) => `${what} ${take}`).sort()
    expect(takes).toEqual(['Layer 1: HARBOUR 1', 'Layer 1: KITCHEN 1', 'Layer 2: MARA 1', 'Layer 2: MARA 2'])
    const again = layers.find(({ take }: any) => take === 2)
    expect(again.prompt).toMatch(/This is take 2\. The take before was refused by the judge: evidence \d+/)
  })

  it('asks the judges narrow questions, and tells what was sent', async () => {
    const { docs } = (await film.call(`GET /api/generations?depth=0&limit=100&where[project][equals]=${film.id}`)).body
    const layer = docs.find(
      ({ what, provider }: Record<string, string>) => what === 'Layer 2: MARA' && provider === 'fal',
    )
    expect(layer).toMatchObject({ state: 'STORED', request: { template: expect.stringMatching(/^scene-person@\d+$/) } })
    expect(layer.request.references).toMatchObject([
      { role: 'character', name: 'MARA' },
      { role: 'prop', name: 'lamp' },
    ])
    const [judged] = docs.filter(({ what }: Record<string, string>) => what === 'Judge: Layer 2: MARA')
    expect(judged.request.questions).toContainEqual(expect.stringMatching(/^Is MARA in the picture\? MARA is an elder/))
  })

  it('quotes only what remains: clips, and who looks at them', async () => {
    const { lines } = await film.quoteOf('until=clips')
    expect(lines.map(({ department }) => department)).toEqual(['animation', 'judges'])
  })

  it('goes on to clips of what was approved, looks at them, and is billed what it booked', async () => {
    for (const scene of await film.sceneIds()) await film.approve(scene)
    await film.press('generate', { until: 'clips', accept: await film.accepted('until=clips') })
    expect(await film.states()).toEqual([
      expect.objectContaining({ status: 'completed', verdict: 'passed' }),
      expect.objectContaining({ status: 'completed', verdict: 'overruled' }),
    ])
    expect([paidFor('fal-ai/nano-banana'), paidFor('fal-ai/nano-banana/edit')]).toEqual([4, 9])
    await film.settle()
    expect((await film.quoteOf('until=clips')).nanodollars).toEqual({ expected: 0, atMost: 0 })
    const before = film.billed()
    await film.press('generate', { until: 'clips' })
    expect(film.billed()).toBe(before)
    await film.press('assemble')
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('completed')
  })
})
