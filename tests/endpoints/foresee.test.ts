import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLivingStudio, type LivingStudio } from '../support/livingStudio'

const screenplay = `Title: Lamp

INT. LIGHTHOUSE - NIGHT

MARA, sixty, in a grey coat, lights a lamp in the rain.

MARA
Say that again.

EXT. HARBOUR - DAY

TOM, thirty, in a blue jacket, walks along the pier and waves at a boat.
`

let film: LivingStudio
const one = async (collection: string, name: string): Promise<Record<string, any>> =>
  (await film.call(`GET /api/${collection}?depth=0&where[project][equals]=${film.id}&where[name][equals]=${name}`))
    .body['docs'][0]
const text = async (): Promise<Record<string, any>> =>
  (await film.call(`GET /api/screenplays?depth=0&where[project][equals]=${film.id}`)).body['docs'][0]
const foreseen = async (collection: string, id: string, changes: object) => {
  const { status, body } = await film.call(`POST /api/projects/${film.id}/foresee`, { collection, id, changes })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const clips = (scenes: Record<string, any>[]) => scenes.map(({ clipName }) => clipName as string)
const staleNow = async () => {
  await film.settled()
  const { body } = await film.call(`GET /api/projects/${film.id}/stale`)
  return clips(body['scenes']).sort()
}

beforeAll(async () => {
  film = await openLivingStudio(screenplay)
  await film.run('qualify', { countdownSeconds: 0, startAnyway: true })
  await film.run('generate')
}, 240_000)
afterAll(() => film.close())

describe('before an edit is saved', { timeout: 120_000 }, () => {
  it('the scenes a new coat would make stale are named with the reason, and nothing is marked', async () => {
    const mara = await one('characters', 'MARA')
    const look = { ...mara['look'], costumeColor: '#c01818' }
    const told = await foreseen('characters', mara['id'], { look })
    expect(told['scenes'][0].reasons).toEqual(['MARA’s costume color changed from grey to red.'])
    expect(told['documents']).toMatchObject([{ collection: 'characters', name: 'MARA', already: false }])
    expect(await staleNow()).toEqual([])
    await film.call(`PATCH /api/characters/${mara['id']}`, { look })
    expect(await staleNow()).toEqual(clips(told['scenes']).sort())
    const again = await foreseen('characters', mara['id'], { look: mara['look'] })
    expect(again['scenes']).toEqual([])
    await film.call(`PATCH /api/characters/${mara['id']}`, { look: mara['look'] })
    expect(await staleNow()).toEqual([])
  })

  it('a field nobody reads makes nothing stale', async () => {
    const mara = await one('characters', 'MARA')
    expect(await foreseen('characters', mara['id'], { notes: 'She hums.' })).toEqual({ scenes: [], documents: [], aligned: null }) // prettier-ignore
  })

  it('a changed screenplay says which scenes go on, change, are new and leave, and marks the same when it is saved', async () => {
    const { id, text: before } = await text()
    const changed = (before as string).replace('lights a lamp in the rain', 'blows out a lamp in the rain')
    const told = await foreseen('screenplays', id, { text: `${changed}\nINT. CELLAR - NIGHT\n\nA rat runs over the stone floor.\n` })
    expect(told['aligned'].changed.length).toBe(1)
    expect(told['aligned'].added).toMatchObject([{ heading: 'INT. CELLAR - NIGHT' }])
    expect(told['aligned'].archived).toEqual([])
    expect(clips(told['scenes'])).toContain(told['aligned'].changed[0].clipName)
    expect(await staleNow()).toEqual([])
    const only = await foreseen('screenplays', id, { text: changed })
    await film.call(`PATCH /api/screenplays/${id}`, { text: changed })
    expect(await staleNow()).toEqual(clips(only['scenes']).sort())
    const nothing = await film.call(`POST /api/projects/${film.id}/foresee`, { collection: 'screenplays', id, changes: { text: ' ' } }) // prettier-ignore
    expect([nothing.status, nothing.body['errors'][0].code]).toEqual([422, 'NOTHING_TO_FILM'])
  }) // prettier-ignore

  it('a document of nobody is not answered for', async () => {
    const id = '0'.repeat(24)
    const { status, body } = await film.call(`POST /api/projects/${film.id}/foresee`, { collection: 'props', id, changes: {} }) // prettier-ignore
    expect([status, body['errors'][0].code]).toEqual([404, 'DOCUMENT_UNKNOWN'])
  })
})
