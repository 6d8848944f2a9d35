import { z } from 'zod'
import { formOf, jsonOf } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host, Route } from '../http/route'
import { hashHex, newName } from '../world/random'
import { page } from '../world/page'
import { cancelPrediction, predict, predictionShape } from './predict'
import {
  predictionBody,
  replicateError,
  replicateFailure,
  type Prediction,
  type ReplicateParts,
} from './replicateAccount'

/** Replicate: predictions of official models, their list, files, and the secret of its callbacks. */
export const replicateHost = (parts: ReplicateParts): Host => ({
  prefix: '/replicate/v1',
  provider: 'replicate',
  refuses: ({ asked }) => (asked.headers['authorization'] === `Bearer ${parts.key}` ? null : replicateFailure(401)),
  failure: replicateFailure,
  noBalance: () => replicateFailure(402),
  routes: [...predictionRoutes(parts), ...otherRoutes(parts)],
})

const modelId = ({ params }: Call): string => `${params['owner'] ?? ''}/${params['name'] ?? ''}`

const predictionRoutes = (parts: ReplicateParts): Route[] => {
  const about = (handle: (one: Prediction) => Reply) => ({
    endpoint: ({ params }: Call) => parts.predictions.get(params['id'] ?? '')?.model.id ?? '',
    handle: ({ params }: Call) => {
      const one = parts.predictions.get(params['id'] ?? '')
      return one ? handle(one) : replicateFailure(404)
    },
  })
  return [
    {
      ...{
        method: 'POST',
        path: /^\/models\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+)\/predictions$/,
        at: 'submit',
        endpoint: modelId,
      },
      handle: (call) => create(parts, call, modelId(call)),
    },
    {
      ...{ method: 'POST', path: /^\/predictions$/, at: 'submit', endpoint: versionIn },
      handle: (call) => create(parts, call, versionIn(call)),
    },
    {
      ...{ method: 'GET', path: /^\/predictions$/, at: 'list', endpoint: () => 'predictions' },
      handle: ({ asked }) => {
        const newest = [...parts.predictions.values()].reverse()
        const { items, next_cursor } = page(newest, asked, 100)
        const next =
          next_cursor === null
            ? null
            : `${parts.world.origin}/replicate/v1/predictions?cursor=${encodeURIComponent(next_cursor)}`
        return jsonReply(200, { previous: null, next, results: items.map((one) => predictionBody(parts, one)) })
      },
    },
    {
      method: 'GET',
      path: /^\/predictions\/(?<id>\w+)$/,
      at: 'status',
      ...about((one) => jsonReply(200, predictionBody(parts, one))),
    },
    {
      ...{ method: 'POST', path: /^\/predictions\/(?<id>\w+)\/cancel$/, at: 'cancel' },
      ...about((one) => {
        cancelPrediction(parts, one)
        return jsonReply(200, predictionBody(parts, one))
      }),
    },
  ]
}

/** `version` may be an official model's `owner/name`. */
const versionIn = ({ asked }: Call): string => {
  const body = jsonOf(asked) as { version?: unknown } | undefined
  return typeof body?.version === 'string' ? (body.version.split(':')[0] ?? '') : ''
}

const create = async (parts: ReplicateParts, { asked }: Call, id: string): Promise<Reply> => {
  const model = parts.models.get(id)
  if (!model) return replicateFailure(404)
  const read = predictionShape.safeParse(jsonOf(asked))
  if (!read.success) return replicateError(422, { title: 'Unprocessable Entity', detail: z.prettifyError(read.error) })
  const taken = predict(parts, { ...read.data, model, bodyHash: asked.bodyHash })
  if (!('prediction' in taken)) return taken
  const waits = /^wait(?:=(\d+))?$/.exec(asked.headers['prefer'] ?? '')
  if (waits) await Promise.race([taken.ended, parts.world.sleep(Math.min(60, Number(waits[1] ?? 60)) * 1000)])
  return jsonReply(201, predictionBody(parts, taken.prediction))
}

const otherRoutes = (parts: ReplicateParts): Route[] => [
  read(/^\/account$/, 'account', () => jsonReply(200, { type: 'user', username: 'emulated', name: 'Emulated' })),
  read(/^\/webhooks\/default\/secret$/, 'webhooks', () => jsonReply(200, { key: parts.secret })),
  read(/^\/models\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+)$/, 'models', (call) => oneModel(parts, modelId(call))),
  read(/^\/files\/(?<id>\w+)$/, 'files', ({ params }) => {
    const file = parts.files.get(params['id'] ?? '')
    return file ? jsonReply(200, file) : replicateFailure(404)
  }),
  { method: 'POST', path: /^\/files$/, at: 'upload', endpoint: () => 'files', handle: (call) => keepFile(parts, call) },
]

const read = (path: RegExp, endpoint: string, handle: (call: Call) => Reply): Route => ({
  ...{ method: 'GET', path, at: 'read', endpoint: () => endpoint, handle },
})

const oneModel = ({ models }: ReplicateParts, id: string): Reply => {
  const model = models.get(id)
  if (!model) return replicateFailure(404)
  const [owner, name] = id.split('/')
  const openapi_schema = { openapi: '3.0.2', components: { schemas: { Input: model.schema() } } }
  return jsonReply(200, {
    owner,
    name,
    visibility: 'public',
    description: model.title,
    latest_version: { id: 'hidden', openapi_schema },
  })
}

const keptMs = 86_400_000

const keepFile = async ({ world, files }: ReplicateParts, { asked }: Call): Promise<Reply> => {
  const content = (await formOf(asked))?.get('content')
  if (!(content instanceof File)) return replicateError(400, { title: 'Bad request', detail: 'content is required' })
  const bytes = Buffer.from(await content.arrayBuffer())
  const type = content.type || 'application/octet-stream'
  const until = new Date(world.now().getTime() + keptMs)
  const ending = /\.(\w{1,5})$/.exec(content.name)?.[1] ?? 'bin'
  const { url } = await world.cdn.put({ bytes, type, ending, until })
  const id = newName('', 16)
  const file = {
    ...{
      id,
      name: content.name,
      content_type: type,
      size: bytes.length,
      etag: hashHex(bytes).slice(0, 32),
      metadata: {},
    },
    checksums: { sha256: hashHex(bytes) },
    created_at: world.now().toISOString(),
    expires_at: until.toISOString(),
    urls: { get: url },
  }
  files.set(id, file)
  return jsonReply(201, file)
}
