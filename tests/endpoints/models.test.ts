import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let id = ''
const call = (route: string, body?: unknown, headers?: Record<string, string>) =>
  studio.call(route, { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) })
type Offer = Record<string, any>
const offersFor = async (department: string): Promise<Offer[]> => {
  const { body } = await call(`GET /api/projects/${id}/models`)
  return body['departments'].find((one: Offer) => one['department'] === department)['offers'] as Offer[]
}

beforeAll(async () => {
  studio = await openTestStudio()
  id = (await call('POST /api/projects', { title: 'Two Lamps', slug: 'two-lamps' })).body['doc'].id as string
}, 120_000)
afterAll(() => studio.close())

describe('the models a film may be made with', { timeout: 60_000 }, () => {
  it('stand as cards by department, priced for one scene, with who recommends them and when the price was read', async () => {
    const clips = await offersFor('video')
    const kling = clips.find(({ id: model }) => model === 'fal/kling-v3-pro')
    expect(kling).toMatchObject({ recommended: ['standard', 'fal'], refused: null, provider: 'fal' })
    expect(kling?.['scene'].expected).toBeGreaterThan(0)
    expect(kling?.['asOf']).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await offersFor('text')).every(({ scene }) => scene === null)).toBe(true)
  })

  it('one that was shut down is told with its reason, and is not chosen: its successor is named', async () => {
    const written = {
      slug: 'fal/old-clips', title: 'Old clips', department: 'video', provider: 'fal', endpoint: 'fal-ai/old-clips', shutdownDate: '2026-01-31',
      replacedBy: 'fal/kling-v3-pro', priceRules: [{ unit: 'second', nanodollars: 1_000_000, asOf: '2026-01-01', source: 'a test' }],
      facts: '{ "fields": { "duration": { "kind": "fixed", "seconds": 5 } } }',
    } // prettier-ignore
    expect((await call('POST /api/models', written)).status).toBe(201)
    const old = (await offersFor('video')).find(({ id: model }) => model === 'fal/old-clips')
    expect(old).toMatchObject({ scene: null, shutdownDate: '2026-01-31', refused: { code: 'MODEL_SHUT_DOWN' } })
    const refused = await call(`PATCH /api/projects/${id}`, { settings: { models: { video: 'fal/old-clips' } } })
    expect(refused.status).toBe(422)
    expect(refused.body['errors'][0]).toMatchObject({ code: 'MODEL_SHUT_DOWN', fix: 'Use its successor, fal/kling-v3-pro.' }) // prettier-ignore
    const { body } = await call(`GET /api/projects/${id}`)
    expect(body['settings'].models?.video ?? null).toBe(null)
  })

  it('one setting is changed without the others, and not on top of what somebody else saved', async () => {
    const { body } = await call(`GET /api/projects/${id}`)
    const rev = body['rev'] as number
    const saved = await call(`PATCH /api/projects/${id}`, { settings: { models: { video: 'fal/veo3.1' } } }, { 'if-match': `"${rev}"` }) // prettier-ignore
    expect(saved.body['doc'].settings).toMatchObject({ aspect: '16:9', takesMax: 5, models: { video: 'fal/veo3.1' } })
    const late = await call(`PATCH /api/projects/${id}`, { settings: { aspect: '9:16' } }, { 'if-match': `"${rev}"` })
    expect(late.status).toBe(409)
    expect((await call(`GET /api/projects/${id}`)).body['settings'].aspect).toBe('16:9')
  })
})
