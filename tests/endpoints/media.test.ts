import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

const password = 'a long enough word'
let studio: TestStudio
const who: Record<string, Record<string, string>> = {}
const film = { own: '', other: '' }
let picture = new Uint8Array()

const upload = async (name: string, bytes: Uint8Array | string, { project = film.own, type = 'image/png' } = {}) => {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], name, { type }))
  form.set('_payload', JSON.stringify({ title: name, project }))
  return studio.send('POST /api/media', form, who['producer'])
}
const get = (name: string, headers: Record<string, string> = {}, role = 'artist') =>
  studio.response(`GET /api/media/file/${name}`, { ...who[role], ...headers })

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  for (const role of ['producer', 'artist', 'client'] as const) {
    const email = `${role}@studio.test`
    await studio.payload.create({
      collection: 'users',
      data: { email, password, roles: [role] },
      overrideAccess: true,
    })
    const { body } = await studio.call('POST /api/users/login', { body: { email, password } })
    who[role] = { authorization: `JWT ${String(body['token'])}` }
  }
  const artist = (await studio.call('GET /api/users/me', { headers: who['artist']! })).body['user'].id as string
  for (const [key, members] of [
    ['own', [{ user: artist }]],
    ['other', []],
  ] as const) {
    const body = { title: key, slug: key, members }
    film[key] = (await studio.call('POST /api/projects', { body, headers: who['producer']! })).body['doc'].id
  }
  picture = new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#204060' } })
      .png()
      .toBuffer(),
  )
})
afterAll(async () => {
  await studio.close()
})

describe('a file of the library', () => {
  it('has a small picture for cards, made once and shown to the same people only', async () => {
    expect((await upload('wide.png', picture)).status).toBe(201)
    expect((await upload('hidden.png', picture, { project: film.other })).status).toBe(201)
    for (let time = 0; time < 2; time++) {
      const small = await get('wide.png?size=small')
      expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp'])
      const { width, height, format } = await sharp(await small.arrayBuffer()).metadata()
      expect([width, height, format]).toEqual([320, 180, 'webp'])
      const same = await get('wide.png?size=small', { 'if-none-match': small.headers.get('etag') ?? '' })
      expect(same.status).toBe(304)
    }
    expect((await get('hidden.png?size=small')).status).toBe(404)
  })

  it('is shown to people of its film, and is not there for anybody else', async () => {
    expect((await upload('own.png', picture)).status).toBe(201)
    expect((await upload('other.png', picture, { project: film.other })).status).toBe(201)
    const own = await get('own.png')
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(new Uint8Array(await own.arrayBuffer())).toEqual(picture)
    for (const [name, role, status] of [
      ['other.png', 'artist', 404],
      ['other.png', 'producer', 200],
      ['own.png', 'client', 404],
      ['nothing.png', 'artist', 404],
      ['nothing.png', 'producer', 404],
      ['own.png', 'nobody', 403],
      ['..%2f..%2fsecret', 'producer', 404],
    ] as const)
      // prettier-ignore
      expect((await get(name, {}, role)).status, `${name} ${role}`).toBe(status)
  })

  it('of two films is shown to people of both', async () => {
    const found = await studio.payload.find({
      collection: 'media',
      where: { filename: { equals: 'other.png' } },
      overrideAccess: true,
    })
    const id = found.docs[0]!.id
    for (let twice = 0; twice < 2; twice++)
      await studio.payload.db.updateOne({ collection: 'media', id, data: { alsoIn: { $push: [film.own] } } })
    const { alsoIn } = await studio.payload.findByID({ collection: 'media', id, depth: 0, overrideAccess: true })
    expect(alsoIn).toEqual([film.own])
    expect((await get('other.png')).status).toBe(200)
    expect((await get('other.png', {}, 'client')).status).toBe(404)
  })

  it('comes by parts, and not again to whoever has it', async () => {
    const range = async (asked: string, more = {}) => {
      const answer = await get('own.png', { range: asked, ...more })
      return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength]
    }
    const size = picture.byteLength
    expect(await range('bytes=0-9')).toEqual([206, `bytes 0-9/${size}`, 10])
    expect(await range('bytes=-5')).toEqual([206, `bytes ${size - 5}-${size - 1}/${size}`, 5])
    expect(await range(`bytes=${size - 1}-`)).toEqual([206, `bytes ${size - 1}-${size - 1}/${size}`, 1])
    expect(await range('bytes=0-9999999')).toEqual([206, `bytes 0-${size - 1}/${size}`, size])
    expect((await range('bytes=9999999-'))[0]).toBe(416)
    expect((await range('bytes=0-1,4-5'))[0]).toBe(200)
    expect((await range('bytes=0-1', { 'if-range': '"another"' }))[0]).toBe(200)
    const etag = (await get('own.png')).headers.get('etag') ?? ''
    expect((await get('own.png', { 'if-none-match': etag })).status).toBe(304)
    const head = await studio.response('HEAD /api/media/file/own.png', who['artist'])
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size)])
  })

  it('runs nothing: drawings and pages are handed over, never shown', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const page = '<!doctype html><script>alert(1)</script>'
    const made = await Promise.all([
      upload('drawing.svg', svg, { type: 'image/svg+xml' }),
      upload('page.html', page, { type: 'text/html' }),
      upload('page.png', page),
      upload('page.txt', page, { type: 'text/plain' }),
    ])
    for (const { status, body } of made) {
      if (status >= 400) continue
      const answer = await get(String(body['doc'].filename))
      const type = answer.headers.get('content-type') ?? ''
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      if (type.startsWith('text/plain')) continue
      expect(type).toBe('application/octet-stream')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    }
    expect(made[1].status).toBe(400)
    expect(made[2].status).toBe(400)
  })

  it('is kept by nobody between', async () => {
    expect((await get('own.png')).headers.get('cache-control')).toBe('private, no-cache')
  })
})

describe('the page of the routes', () => {
  it('is drawn by a library of our own machine', async () => {
    const page = await studio.response('GET /api/docs', who['artist'])
    const html = await page.text()
    expect(html).not.toMatch(/https?:/)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const script = await studio.response('GET /api/docs/rapidoc.js', who['artist'])
    expect(script.headers.get('content-type')).toMatch(/javascript/)
    expect((await script.text()).length).toBeGreaterThan(100_000)
  })
})
