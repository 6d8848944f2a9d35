import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let id = ''
beforeAll(async () => {
  studio = await openTestStudio()
  id = (await studio.call('POST /api/projects', { body: { title: 'Lamp', slug: `lamp-${studio.name.slice(-6)}` } }))
    .body['doc'].id
})
afterAll(async () => {
  await studio.close()
})

/** One shape, whoever refused: a route of ours, Payload, or the door. */
const refusal = {
  code: expect.stringMatching(/^[A-Z_]+$/),
  message: expect.any(String),
  what: expect.stringMatching(/\.$/),
  why: expect.stringMatching(/\S/),
  fix: expect.stringMatching(/\S/),
  requestId: expect.any(String),
}

describe('every answer', () => {
  it('carries the id of its request, the caller’s own when it is well formed', async () => {
    const asked = async (given: string) =>
      (await studio.call('GET /api/projects', { headers: { 'x-request-id': given } })).headers.get('x-request-id')
    expect(await asked('film-night.01')).toBe('film-night.01')
    expect(await asked('a b')).toMatch(/^[0-9A-Z]{26}$/)
    expect(await asked('x'.repeat(65))).toMatch(/^[0-9A-Z]{26}$/)
  })
  it.each([
    ['GET /api/nowhere', 404, 'ROUTE_UNKNOWN'],
    ['GET /api/projects/0123456789abcdef01234567', 404, 'DOCUMENT_UNKNOWN'],
    ['PATCH /api/projects/0123456789abcdef01234567', 404, 'DOCUMENT_UNKNOWN'],
    ['DELETE /api/projects/0123456789abcdef01234567', 404, 'DOCUMENT_UNKNOWN'],
    ['GET /api/projects/no-id', 404, 'DOCUMENT_UNKNOWN'],
    ['POST /api/projects', 400, 'DOCUMENT_REFUSED'],
    ['POST /api/runs/x/cancel', 404, 'RUN_UNKNOWN'],
    ['GET /api/projects?where[secret][equals]=1', 400, 'WHERE_REFUSED'],
    ['PUT /api/projects', 404, 'ROUTE_UNKNOWN'],
    ['POST /api/users/login', 400, 'DOCUMENT_REFUSED'],
  ])('says why not in one shape: %s', async (route, status, code) => {
    const answer = await studio.call(route, route.startsWith('GET') || route.startsWith('DELETE') ? {} : { body: {} })
    expect(answer.status).toBe(status)
    expect(answer.body['errors'][0]).toMatchObject({ ...refusal, code })
    expect(answer.body['errors'][0].requestId).toBe(answer.headers.get('x-request-id'))
  })
  it('names every field that is wrong', async () => {
    const { body } = await studio.call('POST /api/scenes', { body: { title: 'x' } })
    expect(body['errors'][0].why).toMatch(/project: .*sequenceNumber: .*sceneNumber: /)
  })
  it('runs nothing in a browser and is kept by nobody else', async () => {
    const { headers } = await studio.call('GET /api/projects')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })
  it('is not sent twice to whoever has it', async () => {
    const first = await studio.response('GET /api/projects')
    const etag = first.headers.get('etag') ?? ''
    expect((await studio.response('GET /api/projects', { 'if-none-match': etag })).status).toBe(304)
    await studio.call(`PATCH /api/projects/${id}`, { body: { logline: 'Another.' } })
    expect((await studio.response('GET /api/projects', { 'if-none-match': etag })).status).toBe(200)
  })
  it('has a HEAD without a body', async () => {
    const head = await studio.response('HEAD /api/projects')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('bad input', () => {
  it.each([
    ['an operator in a field', { title: { $gt: '' }, slug: 'x1' }],
    ['an operator deep inside', { title: 'x', slug: 'x2', settings: { models: [{ $where: 'sleep(1000)' }] } }],
    ['a dotted name', { title: 'x', slug: 'x3', 'settings.fps': '30' }],
    ['a prototype', JSON.parse('{"title":"x","slug":"x4","__proto__":{"isAdmin":true}}')],
    ['a constructor', { title: 'x', slug: 'x5', constructor: { prototype: { isAdmin: true } } }],
  ])('is refused: %s', async (_, body) => {
    for (const route of ['POST /api/projects', `PATCH /api/projects/${id}`, `POST /api/projects/${id}/gather`]) {
      const answer = await studio.call(route, { body })
      expect([answer.status, answer.body['errors'][0].code]).toEqual([400, 'OPERATOR_REFUSED'])
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
  it('is refused in a form of the admin, too', async () => {
    const form = new FormData()
    form.set('_payload', '{"title":{"$gt":""},"slug":"formed"}')
    const answer = await studio.send('POST /api/projects', form)
    expect(answer.body['errors'][0].code).toBe('OPERATOR_REFUSED')
  })
  it.each([
    'where[title][$ne]=x', 'where[$where]=sleep(1000)', 'where[title][equals][$gt]=', 'where[__proto__][x]=1',
    'sort=-hash&x[$y]=1', 'where[and][0][$nor][0][title][equals]=x', 'where[title][regex]=x', 'where[title.$.x][equals]=1',
  ])('is refused as a question: %s', async (query) => {
    expect((await studio.call(`GET /api/projects?${query}`)).status).toBe(400)
  }) // prettier-ignore
  it.each([
    'where[hash][exists]=true', 'where[salt][like]=a', 'where[apiKey][exists]=true', 'where[apiKeyIndex][like]=a',
    'where[resetPasswordToken][exists]=true', 'where[sessions.id][exists]=true', 'where[loginAttempts][greater_than]=0',
    'sort=hash', 'sort=-salt', 'where[or][0][and][0][password][exists]=true',
  ])('finds out no secret: users?%s', async (query) => {
    expect((await studio.call(`GET /api/users?${query}`)).status).toBe(400)
  }) // prettier-ignore
  it('finds out no secret through a project either', async () => {
    for (const path of ['members.user.salt', 'members.user.hash', 'members__user__apiKeyIndex'])
      expect((await studio.call(`GET /api/projects?where[${path}][exists]=true`)).status, path).toBe(400)
    expect((await studio.graphql('{ Users(sort: "-hash") { totalDocs } }')).body['errors'][0].extensions.code).toBe('WHERE_REFUSED') // prettier-ignore
  })
  it('is not parsed when it is a thousand levels deep or too large', async () => {
    const deep = `{"title":${'['.repeat(1000)}${']'.repeat(1000)}}`
    expect(await studio.rawJson('POST /api/projects', deep)).toMatchObject({ status: 413, code: 'BODY_TOO_DEEP' })
    const began = performance.now()
    const large = `{"title":"${'x'.repeat(30_000_000)}"}`
    expect(await studio.rawJson('POST /api/projects', large)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
    expect(performance.now() - began).toBeLessThan(2000)
    expect(await studio.rawJson('POST /api/projects', '{"title":')).toMatchObject({
      status: 400,
      code: 'BODY_NOT_JSON',
    })
  })
})

describe('a question in GraphQL', () => {
  const refused = async (query: string | unknown[], headers?: Record<string, string>) => {
    const { status, body } = await studio.graphql(query, headers)
    expect(body['data'] ?? null).toBeNull()
    return [status, String(body['errors'][0].message)]
  }
  const nested = (depth: number): string =>
    depth === 0 ? 'id' : `project { scenes { docs { ${nested(depth - 1)} } } }`
  const many = Array.from({ length: 40 }, (_, i) => `a${i}: Projects { totalDocs }`).join(' ')

  it('goes neither too deep, nor asks the same under many names, nor for everything', async () => {
    expect(await refused(`{ Scenes { docs { ${nested(6)} } } }`)).toEqual([200, expect.stringMatching(/depth/i)])
    expect(await refused(`{ ${many} }`)).toEqual([200, expect.stringMatching(/alias/i)])
    const relations = 'id project { id film { id } poster { id } } '
    const wide = `{ Projects { docs { scenes { docs { ${relations.repeat(30)} } } } } }`
    expect(await refused(wide)).toEqual([200, expect.stringMatching(/complex/i)])
  })
  it('is of a length a person could write', async () => {
    expect(await refused(`{ ${'Projects { totalDocs } '.repeat(1000)} }`)).toEqual([422, expect.any(String)])
  })
  it('comes alone', async () => {
    expect(await refused([{ query: '{ Projects { totalDocs } }' }])).toEqual([422, expect.any(String)])
  })
  it('is told the schema only when somebody of the studio asks', async () => {
    const schema = '{ __schema { queryType { name } } }'
    expect((await studio.graphql(schema)).body['data'].__schema.queryType.name).toBe('Query')
    expect((await refused(schema, { origin: 'https://evil.example' }))[0]).toBe(401)
  })
  it('errs in the same words, with the request’s id', async () => {
    const { body } = await studio.graphql('{ Project(id: "0123456789abcdef01234567") { title } Nobody { id } }')
    expect(body['errors'][0].extensions).toMatchObject({ code: expect.any(String), requestId: expect.any(String) })
  })
})

describe('a button', () => {
  it('is pressed without a body, whatever the client says of its length', async () => {
    const press = (headers: Record<string, string>) =>
      studio.raw('POST /api/runs/01M804WQM93VF8GHQPN2YARGN2/cancel', { body: '' }, headers)
    expect((await press({ 'content-length': '0' })).body['errors'][0].code).toBe('RUN_UNKNOWN')
    expect((await press({ 'content-type': 'text/plain', 'content-length': '2' })).body['errors'][0].code).toBe('BODY_TYPE_REFUSED') // prettier-ignore
  })
})
