import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb, textCollection, type ControlDb } from '@/stores/controlDb'
import { keysStore, type KeysStore } from '@/stores/keys/keysStore'
import { seal, unseal } from '@/stores/keys/sealing'
import { removeDocuments } from '@/stores/life/removeProject'
import { projectSlug } from '@/domain/project/projectSlug'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

const falKey = 'fal-0123456789abcdef:9f8e7d6c5b4a'
let studio: TestStudio
let control: ControlDb
let keys: KeysStore
let film = ''

/** The same database, for a program that has another secret. */
const withSecret = (secret: string): KeysStore =>
  keysStore({ db: control.db, payload: { config: { secret } } as never })
const rows = () => textCollection<Record<string, unknown>>(control.db, 'provider_keys').find({}).toArray()

beforeAll(async () => {
  studio = await openTestStudio()
  control = controlDb(studio.payload)
  keys = keysStore(control)
  const made = await studio.call('POST /api/projects', { body: { title: 'Keys', slug: 'keys' } })
  film = made.body['doc'].id
})
afterAll(async () => {
  await studio.close()
})

describe('a sealed text', () => {
  it('opens with its own secret and label only, and is another one each time', () => {
    const by = { secret: 'a secret', label: 'studio:fal' }
    const [one, two] = [seal(falKey, by), seal(falKey, by)]
    expect(unseal(one, by)).toBe(falKey)
    expect(one).not.toEqual(two)
    expect(unseal(one, { ...by, secret: 'another' })).toBeNull()
    expect(unseal(one, { ...by, label: 'studio:openai' })).toBeNull()
    for (const part of ['salt', 'iv', 'tag', 'text'] as const) {
      const bytes = Buffer.from(one[part], 'base64')
      bytes[0]! ^= 1
      expect(unseal({ ...one, [part]: bytes.toString('base64') }, by), part).toBeNull()
    }
    expect(unseal({ ...one, tag: one.tag.slice(0, 4) }, by)).toBeNull()
  })
})

describe('the keys of providers', () => {
  it('are kept for a project, and shown by their last four characters', async () => {
    const { status, body } = await studio.call(`POST /api/projects/${film}/keys`, {
      body: { provider: 'fal', key: ` ${falKey}\n` },
    })
    expect([status, body['keys']]).toEqual([
      200,
      [expect.objectContaining({ provider: 'fal', of: 'project', ending: '5b4a' })],
    ])
    expect(await keys.keyFor(film, 'fal')).toBe(falKey)
    expect(await keys.keyFor('0123456789abcdef01234567', 'fal')).toBeNull()
  })

  it('of the studio count where the project has none of its own', async () => {
    await studio.call(`POST /api/projects/${film}/keys`, {
      body: { provider: 'fal', key: 'studio-key-of-fal-1234', of: 'studio' },
    })
    await studio.call(`POST /api/projects/${film}/keys`, {
      body: { provider: 'openai', key: 'short-key', webhookSecret: ' whsec_c2lnbmVkIGJ5 ', of: 'studio' },
    })
    expect([await keys.keyFor(film, 'fal'), await keys.keyFor(film, 'openai'), await keys.keyFor(null, 'fal')]).toEqual([
      falKey, 'short-key', 'studio-key-of-fal-1234',
    ]) // prettier-ignore
    const { body } = await studio.call(`GET /api/projects/${film}/keys`)
    expect(body['keys']).toMatchObject([
      { provider: 'fal', of: 'project', ending: '5b4a' },
      { provider: 'openai', of: 'studio', ending: '', signs: true },
    ])
  })

  it('are changed without losing the signing secret of their webhook, which null takes away', async () => {
    const put = async (body: object) => {
      const told = await studio.call(`POST /api/projects/${film}/keys`, { body: { provider: 'openai', of: 'studio', ...body } })
      return (told.body['keys'] as { provider: string; signs: boolean }[]).find(({ provider }) => provider === 'openai')?.signs
    }
    const secret = async () => (await keys.open()).find(({ provider }) => provider === 'openai')?.webhookSecret
    expect([await put({ key: 'other-key' }), await secret()]).toEqual([true, 'whsec_c2lnbmVkIGJ5'])
    expect([await put({ key: 'other-key', webhookSecret: null }), await secret()]).toEqual([false, null])
    expect([await put({ key: 'short-key', webhookSecret: 'whsec_c2lnbmVkIGJ5' }), await secret()]).toEqual([true, 'whsec_c2lnbmVkIGJ5'])
    // one that this studio cannot open is of no use to the next key
    await withSecret('the next secret').put(null, 'openai', { key: 'short-key', webhookSecret: 'whsec_c2lnbmVkIGJ5', by: 'a test' })
    expect([await put({ key: 'short-key' }), await secret()]).toEqual([false, null])
    expect(await put({ key: 'short-key', webhookSecret: 'whsec_c2lnbmVkIGJ5' })).toBe(true)
  }) // prettier-ignore

  it('stand in no answer, no list and no row of the database as they are', async () => {
    const said: string[] = [JSON.stringify(await rows())]
    for (const route of [`GET /api/projects/${film}/keys`, `GET /api/projects/${film}?depth=2`, 'GET /api/projects', 'GET /api/provider_keys', 'GET /api/provider-keys', 'GET /api/openapi.json'])
      said.push(JSON.stringify((await studio.call(route)).body))
    said.push(JSON.stringify((await studio.graphql('{ __schema { types { name fields { name } } } }')).body))
    said.push(JSON.stringify((await studio.call(`POST /api/projects/${film}/keys`, { body: { provider: 'fal', key: `${falKey} and more` } })).body))
    said.push(JSON.stringify((await studio.call(`POST /api/projects/${film}/keys`, { body: { provider: falKey, key: falKey } })).body))
    for (const text of said) for (const key of [falKey, 'studio-key-of-fal-1234', 'short-key', 'c2lnbmVkIGJ5']) expect(text).not.toContain(key)
    expect(JSON.stringify(said.at(-3))).not.toMatch(/provider_?keys/i)
    for (const name of ['provider_keys', 'provider-keys']) expect((await studio.call(`GET /api/${name}`)).status).toBe(404)
  }) // prettier-ignore

  it.each(['', 'short', 'two words of it', 'schlüssel-mit-umlaut', 'x'.repeat(401), 'line\nbreak-in-it'])(
    'are refused when they are “%s”',
    async (key) => {
      const { status, body } = await studio.call(`POST /api/projects/${film}/keys`, { body: { provider: 'fal', key } })
      expect([status, body['errors'][0].code]).toEqual([422, 'KEY_REFUSED'])
      expect(await keys.keyFor(film, 'fal')).toBe(falKey)
    },
  )

  it('do not open for a program with another secret, until they were sealed anew with the former one', async () => {
    const after = withSecret('the next secret')
    await expect(after.keyFor(film, 'fal')).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
    await expect(after.rotate()).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
    const before = await rows()
    expect(await after.rotate([control.payload.config.secret])).toEqual({ sealed: 3 })
    expect(await after.keyFor(film, 'fal')).toBe(falKey)
    await expect(keys.keyFor(film, 'fal')).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
    // again, and back
    expect(await after.rotate([control.payload.config.secret])).toEqual({ sealed: 3 })
    expect(await keys.rotate(['the next secret'])).toEqual({ sealed: 3 })
    expect(await keys.keyFor(film, 'fal')).toBe(falKey)
    expect((await keys.open()).find(({ provider }) => provider === 'openai')?.webhookSecret).toBe('whsec_c2lnbmVkIGJ5')
    expect((await rows()).map((row) => row['sealed'])).not.toEqual(before.map((row) => row['sealed']))
  })

  it('do not open in the place of another', async () => {
    const collection = textCollection<Record<string, unknown>>(control.db, 'provider_keys')
    const own = await collection.findOne({ _id: `${film}:fal` })
    await collection.updateOne({ _id: 'studio:openai' }, { $set: { sealed: own!['sealed'] } })
    await expect(keys.keyFor(film, 'openai')).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
  })

  it('are taken away again, and go with their project', async () => {
    await studio.call(`POST /api/projects/${film}/keys`, { body: { provider: 'fal', key: null } })
    expect(await keys.keyFor(film, 'fal')).toBe('studio-key-of-fal-1234')
    await keys.put(film, 'replicate', { key: 'r8_0123456789abcdef', by: 'ida@film.test' })
    await removeDocuments(control, { id: film, slug: projectSlug('keys') })
    expect(await keys.shown(film)).toEqual([
      expect.objectContaining({ of: 'studio', provider: 'fal' }),
      expect.objectContaining({ of: 'studio', provider: 'openai' }),
    ])
  })
})
