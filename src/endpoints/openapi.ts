import { z } from 'zod'
import { answer, route } from './asked'
import { entryShape } from './gather'
import { assembleShape, generateShape, holdShape, qualifyShape } from './press'

type Operation = { summary: string; body?: z.ZodType; ok: number; errors?: number[] }

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } }
const after = { name: 'Last-Event-ID', in: 'header', schema: { type: 'string', pattern: '^\\d{1,15}$' } }

const errors = {
  description: 'Why not, and how to fix it.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } },
}

const operation = ({ summary, body, ok, errors: codes = [401, 403, 404] }: Operation, parameters: object[]) => ({
  summary,
  parameters,
  ...(body ? { requestBody: { content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } } } } : {}),
  responses: { [String(ok)]: { description: 'Done.' }, ...Object.fromEntries(codes.map((code) => [String(code), errors])) },
}) // prettier-ignore

const starting = [401, 403, 404, 409, 422]

/** Our own routes in OpenAPI 3.1, from the very shapes that check the requests. */
export const openapiDocument = () => ({
  openapi: '3.1.0',
  info: { title: 'Backlot', version: '0.1.0', license: { name: 'MIT' } },
  paths: {
    '/api/health': { get: operation({ summary: 'This program answers.', ok: 200, errors: [] }, []) },
    '/api/ready': { get: operation({ summary: 'Whether films can be made now.', ok: 200, errors: [503] }, []) },
    '/api/projects/{id}/gather': {
      get: operation({ summary: 'Raw entries, newest first.', ok: 200, errors: [401, 404, 422] }, [id]),
      post: operation({ summary: 'Adds an entry, or files.', body: entryShape, ok: 201, errors: [...starting, 423] }, [id]),
    },
    '/api/projects/{id}/gather/reopen': { post: operation({ summary: 'Unlocks gather.', ok: 200, errors: starting }, [id]) },
    '/api/projects/{id}/readiness': { get: operation({ summary: 'Scores and what is missing.', ok: 200 }, [id]) },
    '/api/projects/{id}/qualify': {
      post: operation({ summary: 'Starts the countdown.', body: qualifyShape, ok: 202, errors: starting }, [id, key]),
    },
    '/api/projects/{id}/qualify/hold': { post: operation({ summary: 'Holds the countdown for 15 s.', body: holdShape, ok: 200, errors: starting }, [id]) },
    '/api/projects/{id}/qualify/continue': { post: operation({ summary: 'Ends the countdown now.', ok: 202, errors: starting }, [id]) },
    '/api/projects/{id}/qualify/cancel': { post: operation({ summary: 'Cancels the countdown.', ok: 200, errors: starting }, [id]) },
    '/api/projects/{id}/generate': {
      post: operation({ summary: 'Makes every scene.', body: generateShape, ok: 202, errors: starting }, [id, key]),
    },
    '/api/projects/{id}/assemble': {
      post: operation({ summary: 'Cuts the film.', body: assembleShape, ok: 202, errors: starting }, [id, key]),
    },
    '/api/runs/{id}': { get: operation({ summary: 'How far a run is.', ok: 200 }, [id]) },
    '/api/runs/{id}/events': { get: operation({ summary: 'Its events as they come (SSE).', ok: 200, errors: [401, 404, 422] }, [id, after]) },
    '/api/runs/{id}/cancel': { post: operation({ summary: 'Cancels it.', ok: 202 }, [id]) },
    '/api/runs/{id}/resume': { post: operation({ summary: 'Goes on at the failed step.', ok: 202 }, [id]) },
    '/api/runs/{id}/retry': { post: operation({ summary: 'The same as resume.', ok: 202 }, [id]) },
  },
  components: {
    schemas: {
      Errors: {
        type: 'object',
        required: ['errors'],
        properties: {
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: Object.fromEntries(['code', 'message', 'what', 'why', 'fix', 'field'].map((name) => [name, { type: 'string' }])),
            },
          },
        },
      },
    },
  },
}) // prettier-ignore

export const openapi = route({ method: 'get', path: '/openapi.json', handler: () => answer(openapiDocument()) })
