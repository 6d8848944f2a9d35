import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/until'
import { openHttpFilm, type HttpFilm } from '../support/httpFilm'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

let film: HttpFilm
const scenes = async (): Promise<Record<string, any>[]> =>
  (await film.call(`GET /api/scenes?depth=0&sort=sequenceNumber&where[project][equals]=${film.id}`)).body['docs']
const states = async (): Promise<Record<string, any>[]> => {
  const { docs } = (await film.call(`GET /api/scene-states?depth=0&where[project][equals]=${film.id}`)).body
  return (await scenes()).map(({ id }) => (docs as Record<string, any>[]).find(({ scene }) => scene === id) ?? {})
}
const statuses = async () => (await states()).map(({ status }) => status as string)
const ids = async () => (await scenes()).map(({ id }) => id as string)
const still = async (at: number) => ((await states())[at]?.['takes'] as Record<string, any>[]).at(-1)
const decide = (scene: string | undefined, verb: string, body: object = {}) =>
  film.call(`POST /api/scenes/${scene ?? ''}/${verb}`, { body })
/** Presses generate and answers why the run failed. */
const refusal = async (body: object): Promise<string> => {
  const began = await film.call(`POST ${film.path('/generate')}`, { body })
  const run = async () => (await film.call(`GET /api/runs/${String(began.body['runId'])}`)).body
  await until('the run ends', async () => ['failed', 'succeeded'].includes((await run())['state'] as string), 60_000)
  return ((await run())['error'] as { code: string } | null)?.code ?? 'none'
}
const steps = (run: Record<string, any>) => (run['steps'] as { id: string }[]).map(({ id }) => id.replace(/^\d+:/, ''))

beforeAll(async () => {
  film = await openHttpFilm('Two Lamps', screenplay, { resolution: '360p' })
  await film.press('qualify')
}, 240_000)
afterAll(() => film.close())

describe('a batch that stops after the stills', { timeout: 240_000 }, () => {
  it('makes pictures and no clip, and they wait for a person', async () => {
    const run = await film.press('generate', { until: 'stills' })
    expect(steps(run)).not.toContain('scene.make-clip')
    expect(await statuses()).toEqual(['awaiting_approval', 'awaiting_approval'])
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('qualified')
  })

  it('is gone on with where it is approved; a rejected one needs another scene or another department', async () => {
    const [first, second] = await ids()
    const before = await still(1)
    expect((await decide(second, 'reject')).body['errors'][0].code).toBe('BODY_REFUSED')
    const rejected = await decide(second, 'reject', { note: 'She must look out of the window.' })
    expect(rejected.body, JSON.stringify(rejected.body)).toMatchObject({ id: second, status: 'ready_for_generation' })
    expect((await decide(first, 'approve')).body).toMatchObject({ id: first, status: 'ready_for_generation' })
    expect((await decide(first, 'approve')).body['errors'][0].code).toBe('NOT_AWAITING')
    expect((await decide(second, 'use-take', { take: 5 })).body['errors'][0].code).toBe('TAKE_UNKNOWN')
    expect(await refusal({ until: 'stills', scenes: [second] })).toBe('RETAKE_IS_THE_SAME')
    expect((await states())[1]).toMatchObject({ status: 'failed', error: { code: 'RETAKE_IS_THE_SAME' } })
    const prompts = await film.call(`GET /api/generations?depth=0&limit=100&where[scene][equals]=${second ?? ''}`)
    const told = (prompts.body['docs'] as { prompt: string; template?: string }[]).filter(({ prompt }) => prompt.includes('look out of the window')) // prettier-ignore
    expect(told.map(({ template }) => template ?? '')).toContainEqual(expect.stringMatching(/^scene-person@\d+$/))
    await film.call(`PATCH /api/scenes/${second ?? ''}`, { body: { shotSize: 'close_up' } })
    await film.press('generate', { until: 'stills', scenes: [second] })
    expect(await statuses()).toEqual(['ready_for_generation', 'awaiting_approval'])
    expect((await still(1))?.['sha256']).not.toBe(before?.['sha256'])
  })
})

describe('a film of what is there', { timeout: 240_000 }, () => {
  const assembled = async (body: object) => {
    await film.press('assemble', body)
    const timeline = (await film.call(`GET ${film.path('/timeline')}`)).body
    return {
      clips: timeline['clips'] as Record<string, any>[],
      status: (await film.call(`GET ${film.path('')}`)).body['status'] as string,
    }
  }

  it('leaves out a scene without a clip, or shows a slate for it, and is not called complete', async () => {
    const [first] = await ids()
    await film.press('generate', { scenes: [first] })
    expect((await statuses())[0]).toBe('completed')
    const bare = await assembled({ fill: 'none' })
    expect(bare.clips.map(({ scene }) => scene as string)).toEqual([first])
    expect(bare.status).toBe('generated')
    const slated = await assembled({ fill: 'slate' })
    expect(slated.clips.map(({ verdict }) => verdict as string)).toEqual(['passed', 'filled'])
    expect(slated.status).toBe('generated')
  })

  it('holds only the scenes that were named', async () => {
    await film.press('generate')
    const [, second] = await ids()
    const { clips, status } = await assembled({ scenes: [second] })
    expect(clips.map(({ scene }) => scene as string)).toEqual([second])
    expect(status).toBe('generated')
    expect((await assembled({})).status).toBe('completed')
  })
})

describe('a scene the judges refuse', { timeout: 240_000 }, () => {
  it('has failed, says why, and counts when a person overrules them with a reason', async () => {
    const { id, text } = (await film.call(`GET /api/screenplays?depth=0&where[project][equals]=${film.id}`)).body[
      'docs'
    ][0] as { id: string; text: string }
    const more = `${text}\nINT. OBSERVATORY - NIGHT\n\nMARA, in a grey coat, looks at the stars.\n`
    expect((await film.call(`PATCH /api/screenplays/${id}`, { body: { text: more } })).status).toBe(200)
    await until('the new scene is there', async () => (await ids()).length === 3, 30_000)
    const third = (await ids())[2]
    expect(await refusal({ scenes: [third] })).toBe('CONTRADICTS_BIBLE')
    expect((await states())[2]).toMatchObject({ status: 'failed', error: { code: 'CONTRADICTS_BIBLE' } })
    expect((await decide(third, 'overrule', { take: 1 })).body['errors'][0].code).toBe('BODY_REFUSED')
    const taken = await decide(third, 'overrule', { take: 1, reason: 'It is the lamp room.' })
    expect(taken.body, JSON.stringify(taken.body)).toMatchObject({ status: 'ready_for_generation' })
    await film.press('generate', { scenes: [third] })
    expect((await states())[2]).toMatchObject({
      status: 'completed', verdict: 'overruled', overrule: { take: 1, reason: 'It is the lamp room.' },
    }) // prettier-ignore
  })
})
