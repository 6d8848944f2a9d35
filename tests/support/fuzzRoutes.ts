import fc from 'fast-check'
import type { TestStudio } from '../collections/openTestStudio'
import { againstDescription } from './asDescribed'

type Schema = Record<string, any>
type Operation = {
  method: string
  path: string
  parameters: { name: string; in: string; schema: Schema }[]
  body: Schema | undefined
  files: boolean
  answers: string[]
}
type Asked = {
  operation: Operation
  ids: string[]
  query: [string, string][]
  headers: [string, string][]
  body: string
}

/** What somebody would send who means harm, or whose program is broken. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null, '', '$ne', { $gt: '' }, { $where: 'sleep(1000)' }, { 'a.b': 1 }, [], ['a', null], -1, 1.5, 1e308, 9007199254740992,
    true, '\u0000', '\ud800', '../../etc/passwd', '<script>alert(1)</script>', '{{7*7}}', 'x'.repeat(5000), '__proto__',
    JSON.parse('{"__proto__":{"isAdmin":true}}'), { constructor: { prototype: {} } }, '2026-13-45', '\u202etxt.exe',
  ), // prettier-ignore
  fc.jsonValue({ maxDepth: 4 }),
)
const ids = ['0123456789abcdef01234567', '%24ne', '..%2f..%2fx', '%00', '%E0%A4%A', '%ff', '__proto__', 'x'.repeat(300), '1', '01ARZ3NDEKTSV4RRFFQ69G5FAV', '%7B%22%24gt%22%3A1%7D', 'versions', 'count'] // prettier-ignore
const queries = ['where[$ne]=1', '__proto__[x]=1', 'page=-1', 'limit=1e9', 'limit[$gt]=1', 'kind[]=note', 'depth=99', 'sort=$x', 'a'.repeat(3000), '%E0%A4%A=1'] // prettier-ignore

/** Values of a JSON schema, and now and then one that is none. */
const valueOf = (schema: Schema | undefined): fc.Arbitrary<unknown> => {
  if (!schema) return hostile
  return fc.oneof({ weight: 8, arbitrary: goodOf(schema) }, { weight: 1, arbitrary: hostile })
}
const goodOf = (schema: Schema): fc.Arbitrary<unknown> => {
  const choice: Schema[] | undefined = schema['anyOf'] ?? schema['oneOf']
  if (choice) return fc.oneof(...choice.map(goodOf))
  if ('const' in schema) return fc.constant(schema['const'])
  if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]))
  if (schema['type'] === 'object') return objectOf(schema)
  if (schema['type'] === 'array')
    return fc.array(valueOf(schema['items']), { minLength: schema['minItems'] ?? 0, maxLength: 4 })
  if (schema['type'] === 'string')
    return fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.emailAddress(),
      fc.constantFrom('INT. ROOM - DAY', ids[0]!, 'x'.repeat(43)),
    )
  if (schema['type'] === 'integer')
    return fc.integer({
      min: Math.max(-5, schema['minimum'] ?? -5),
      max: Math.min(1000, schema['maximum'] ?? 1000),
    })
  if (schema['type'] === 'number') return fc.double({ noNaN: true, min: -5, max: 1000 })
  if (schema['type'] === 'boolean') return fc.boolean()
  return fc.jsonValue({ maxDepth: 2 })
}
const objectOf = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([name, inner]) => [name, valueOf(inner)]),
    ),
    { requiredKeys: required as never[] },
  )

const operationsOf = (document: Schema): Operation[] =>
  Object.entries(document['paths'] as Record<string, Record<string, Schema>>).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, told]) => ({
      method: method.toUpperCase(),
      path,
      parameters: told['parameters'] ?? [],
      body: told['requestBody']?.content['application/json']?.schema,
      files: 'multipart/form-data' in (told['requestBody']?.content ?? {}),
      answers: Object.keys(told['responses']),
    })),
  )

const refusals = ['400', '401', '403', '404', '405', '408', '409', '413', '415', '422', '423', '429']
const text: Schema = { type: 'string' }
const wheres = ['where[id][equals]', 'where[title][like]', 'where[project][in]', 'where[or][0][and][0][x][exists]', 'where[title][near]', 'where[createdAt][greater_than]', 'where', 'where[title]', 'where[rev][all]', 'sort', 'depth', 'limit', 'page', 'select[title]', 'populate[media][url]', 'joins[scenes][where][x][equals]', 'draft', 'locale', 'pagination', 'trash'] // prettier-ignore

/** Payload's own routes of these collections, which no description of ours lists. */
const collectionOperations = (slugs: string[]): Operation[] => {
  const parameters = wheres.map((name) => ({ name, in: 'query', schema: { anyOf: [text, { type: 'integer' }, { type: 'boolean' }] } })) // prettier-ignore
  const fields = ['title', 'name', 'slug', 'project', 'text', 'status', 'settings', 'members', 'roles', 'email', 'password', 'look', 'rev', 'id'] // prettier-ignore
  const body = { type: 'object', properties: Object.fromEntries(fields.map((name) => [name, {}])) }
  const shared = { parameters, body, files: false, answers: refusals }
  return slugs.flatMap((slug) =>
    [
      ['GET', ''], ['POST', ''], ['PATCH', ''], ['GET', '/{id}'], ['PATCH', '/{id}'], ['GET', '/versions'], ['GET', '/versions/{id}'],
      ['POST', '/versions/{id}'], ['GET', '/count'], ['POST', '/{id}/duplicate'], ['GET', '/access/{id}'], ['POST', '/access/{id}'],
    ].map(([method = '', path = '']) => ({ ...shared, method, path: `/api/${slug}${path}` })),
  ) // prettier-ignore
}

const bodyOf = ({ method, body }: Operation): fc.Arbitrary<string> => {
  if (method === 'GET') return fc.constant('')
  const json = valueOf(body).map((value) => JSON.stringify(value))
  return fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: fc.constantFrom('', '{', 'null', '[]', '"x"', '{"a":'.repeat(2000), '\u0000') },
  )
}

const askedOf = (operation: Operation, known: string[]): fc.Arbitrary<Asked> => {
  const given = operation.parameters.filter(({ in: where }) => where === 'query')
  return fc.record({
    operation: fc.constant(operation),
    ids: fc.array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, fc.constantFrom(...ids)), {
      minLength: 2,
      maxLength: 2,
    }),
    query: fc.array(
      fc.oneof(
        ...given.map(({ name, schema }) => valueOf(schema).map((value): [string, string] => [name, String(value)])),
        fc.constantFrom(...queries).map((text): [string, string] => ['', text]),
      ),
      { maxLength: 2 },
    ),
    headers: fc.array(
      fc.constantFrom<[string, string]>(
        ['idempotency-key', 'k'], ['idempotency-key', 'x'.repeat(300)], ['last-event-id', 'x'], ['last-event-id', '3'],
        ['if-none-match', '*'], ['if-match', '"99"'], ['range', 'bytes=9-1'], ['x-request-id', 'a b'], ['accept-language', 'xx'],
        ['content-type', 'text/plain'], ['content-type', 'application/x-www-form-urlencoded'], ['content-type', 'multipart/form-data'],
        ['authorization', 'users API-Key x'],
      ), // prettier-ignore
      { maxLength: 2 },
    ),
    body: bodyOf(operation),
  })
}

const stack = /\bat [^\n]*:\d+:\d+|node_modules|MongoServerError|CastError/

const routeOf = ({ operation: { method, path }, ids: given, query }: Asked): string => {
  let next = 0
  const named = path.replace(/\{\w+\}/g, () => given[next++] ?? '')
  const asked = query.map(([name, value]) =>
    name === '' ? value : `${name}=${encodeURIComponent(Buffer.from(value).toString())}`,
  )
  return `${method} ${named}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}

/** What is wrong with the answer to one request; '' when nothing. */
const faultOf = async (studio: TestStudio, asked: Asked, number: number): Promise<string> => {
  const route = routeOf(asked)
  const { operation } = asked
  const from = `10.0.${number >> 8}.${number & 255}` // attempts at a password are counted by address
  const headers = {
    'content-type': 'application/json',
    'x-backlot-address': from,
    ...Object.fromEntries(asked.headers),
  }
  const answer = await studio.response(route, headers, operation.method === 'GET' ? undefined : asked.body)
  const told = `${route} ${JSON.stringify(headers)} ${asked.body.slice(0, 300)} → ${answer.status}`
  if ((answer.headers.get('content-type') ?? '').startsWith('text/event-stream')) {
    await answer.body?.cancel()
    return ''
  }
  const text = await answer.text()
  const is = answer.status
  if (is >= 500 && !(is === 503 && operation.path === '/api/ready')) return `${told}: ${text.slice(0, 300)}`
  if (stack.test(text) && is >= 400) return `${told}: shows its inside: ${text.slice(0, 300)}`
  if (is === 304) return ''
  if (is >= 400 && is !== 503) return refusalFault(text, told, operation.answers.includes(String(is)))
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/json')) return ''
  return againstDescription(route, { status: is, body: JSON.parse(text) as unknown }) ?? ''
}

const refusalFault = (text: string, told: string, isDescribed: boolean): string => {
  if (!isDescribed && !text.includes('ROUTE_UNKNOWN')) return `${told}: not described`
  if (text.startsWith('<!doctype html>')) return ''
  const error = (JSON.parse(text) as { errors?: Record<string, unknown>[] }).errors?.[0]
  const missing = ['code', 'message', 'what', 'why', 'fix', 'requestId'].filter(
    (name) => typeof error?.[name] !== 'string',
  )
  return missing.length === 0 ? '' : `${told}: lacks ${missing.join(', ')}: ${text.slice(0, 300)}`
}

type Fuzz = { requests: number; seed: number; known: string[] }

/** The same for Payload's own routes of every collection. */
export const fuzzCollections = (studio: TestStudio, fuzz: Fuzz): Promise<string[]> =>
  sendAll(studio, collectionOperations(Object.keys(studio.payload.collections)), fuzz)

/**
 * Sends so many requests to the routes of /api/openapi.json, good and bad ones; the same seed sends the same. Answers
 * what went wrong, route by route.
 */
export const fuzzRoutes = async (studio: TestStudio, fuzz: Fuzz): Promise<string[]> =>
  sendAll(studio, operationsOf((await studio.call('GET /api/openapi.json')).body), fuzz)

const sendAll = async (
  studio: TestStudio,
  operations: Operation[],
  { requests, seed, known }: Fuzz,
): Promise<string[]> => {
  const each = Math.ceil(requests / operations.length)
  const faults: string[] = []
  let sent = 0
  for (const operation of operations)
    for (const asked of fc.sample(askedOf(operation, known), { numRuns: each, seed })) {
      const fault = await faultOf(studio, asked, sent++)
      if (fault !== '') faults.push(fault)
    }
  return faults
}
