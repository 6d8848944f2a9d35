import type { Endpoint } from 'payload'
import { z } from 'zod'
import { answer, route, type Told } from '../asked/route'

type Listed = { below: string; endpoints: readonly Endpoint[] }

const named = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  'Idempotency-Key': { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } },
  'Last-Event-ID': { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } },
}

const shapeOf = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

const errors = {
  description: 'Why not, and how to fix it.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
}

type Reached = { open: boolean; named: boolean; changes: boolean }

/** What every route may answer beside its own: who asks, what there is, too much at once. */
const statusesOf = ({ errors: own = [], body, files, query }: Told, { open, named: withId, changes }: Reached) =>
  [...new Set([
    ...own, ...(open ? [] : [401]), ...(open || !withId ? [] : [404]), ...(changes ? [403, 408, 413, 415] : []),
    ...(body || files || query ? [422] : []), 400, 429,
  ])].sort((a, b) => a - b) // prettier-ignore

const given = (gives: Told['gives']) =>
  typeof gives === 'string' ? { [gives]: {} } : { 'application/json': { schema: shapeOf(gives, 'output') } }

const fileShape = { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } }
const formShape = (fields: z.ZodObject) => {
  const { properties = {} } = shapeOf(fields, 'input')
  return { type: 'object', properties: { file: fileShape, ...properties } }
}

const askedFor = ({ body, files }: Told) => {
  const content = {
    ...(body ? { 'application/json': { schema: shapeOf(body, 'input') } } : {}),
    ...(files ? { 'multipart/form-data': { schema: formShape(files) } } : {}),
  } // prettier-ignore
  return Object.keys(content).length === 0 ? {} : { requestBody: { content } }
}

const queryIn = ({ query }: Told) =>
  Object.entries(query?.shape ?? {}).map(([name, shape]) => ({
    name,
    in: 'query',
    schema: shapeOf(shape as z.ZodType, 'input'),
  }))

const operationOf = ({ method, path, custom }: Endpoint, tag: string) => {
  const { tells, open } = custom as { tells: Told; open: boolean }
  const params = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ ...named.id, name }))
  const keys = [...(tells.keyed ? [named['Idempotency-Key']] : []), ...(tells.gives === 'text/event-stream' ? [named['Last-Event-ID']] : [])]
  return {
    tags: [tag],
    summary: tells.says,
    operationId: `${method}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}${tag === '/api' ? '' : tag.replace('/api/', 'Of_')}`.replace(/\W/g, ''),
    ...(open ? { security: [] } : {}),
    parameters: [...params, ...queryIn(tells), ...keys],
    ...askedFor(tells),
    responses: {
      [String(tells.ok)]: { description: 'Done.', content: given(tells.gives) },
      ...Object.fromEntries(statusesOf(tells, { open, named: params.length > 0, changes: method !== 'get' }).map((code) => [String(code), errors])),
    },
  }
} // prettier-ignore

const words = ['code', 'message', 'what', 'why', 'fix', 'field']

/** Our own routes in OpenAPI 3.1, from the very shapes that check the requests and are checked against the answers. */
export const openapiDocument = (lists: readonly Listed[]) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { below, endpoints } of lists) {
    for (const endpoint of endpoints) {
      const path = `${below}${endpoint.path}`.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint, below) }
    }
  }
  const error = { type: 'object', required: ['message'], properties: Object.fromEntries(words.map((name) => [name, { type: 'string' }])) }
  return {
    openapi: '3.1.0',
    info: { title: 'Backlot', version: '0.1.0', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      schemas: { Errors: { type: 'object', required: ['errors'], properties: { errors: { type: 'array', minItems: 1, items: error } } } },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'users API-Key <key>' } },
    },
    security: [{ key: [] }],
  }
} // prettier-ignore

/** GET /api/openapi.json of these lists and itself. */
export const openapi = (lists: () => readonly Listed[]): Endpoint =>
  route({
    method: 'get',
    path: '/openapi.json',
    tells: { says: 'This description.', ok: 200, gives: z.looseObject({ openapi: z.literal('3.1.0') }) },
    handler: () => answer(openapiDocument(lists())),
  })
