import { jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Call, Host, Route } from '../http/route'
import type { Moment } from '../plan/planShape'
import { cancelBatch, createBatch, listBatches, oneBatch } from './batches'
import { embed } from './embed'
import { deleteFile, fileContent, oneFile, uploadFile } from './files'
import type { OpenaiParts } from './openaiAccount'
import { openaiError, openaiFailure, openaiNoBalance } from './openaiErrors'
import { listModels, oneModel } from './openaiModels'
import { editPictures, generatePictures } from './pictures'
import { respond } from './respond'
import { speakLine } from './speech'

/** OpenAI: responses, pictures, speech, embeddings, files and batches. */
export const openaiHost = (parts: OpenaiParts): Host => ({
  prefix: '/openai/v1',
  provider: 'openai',
  refuses: ({ asked }) =>
    asked.headers['authorization'] === `Bearer ${parts.account.key}` ? null : openaiFailure(401),
  failure: openaiFailure,
  noBalance: openaiNoBalance,
  routes: [
    post('responses', 'submit', (asked) => respond(parts, { body: jsonOf(asked), bodyHash: asked.bodyHash })),
    post('images/generations', 'submit', (asked) => generatePictures(parts, asked)),
    post('images/edits', 'submit', (asked) => editPictures(parts, asked)),
    post('audio/speech', 'submit', (asked) => speakLine(parts, asked)),
    post('embeddings', 'submit', (asked) => embed(parts, asked)),
    post('files', 'upload', (asked) => uploadFile(parts, asked)),
    post('batches', 'submit', (asked) => createBatch(parts, asked)),
    get('batches', 'list', ({ asked }) => listBatches(parts, asked)),
    get('models', 'read', () => listModels()),
    byId('GET models/:id', 'read', oneModel),
    byId('GET responses/:id', 'status', (id) => storedResponse(parts, id)),
    byId('POST responses/:id/cancel', 'cancel', (id) => cancelResponse(parts, id)),
    byId('GET batches/:id', 'status', (id) => oneBatch(parts, id)),
    byId('POST batches/:id/cancel', 'cancel', (id) => cancelBatch(parts, id)),
    byId('GET files/:id', 'read', (id) => oneFile(parts, id)),
    byId('GET files/:id/content', 'result', (id) => fileContent(parts, id)),
    byId('DELETE files/:id', 'read', (id) => deleteFile(parts, id)),
  ],
})

const post = (path: string, at: Moment, handle: (asked: Asked) => Reply | Promise<Reply>): Route => ({
  ...{ method: 'POST', path: new RegExp(`^/${path}$`), at },
  endpoint: () => path,
  handle: ({ asked }) => handle(asked),
})

const get = (path: string, at: Moment, handle: (call: Call) => Reply): Route => ({
  ...{ method: 'GET', path: new RegExp(`^/${path}$`), at, endpoint: () => path, handle },
})

/** `GET files/:id/content`: the first word is the method, the second what the plan knows it by. */
const byId = (line: string, at: Moment, handle: (id: string) => Reply): Route => ({
  ...{
    method: line.split(' ')[0] ?? '',
    path: new RegExp(`^/${(line.split(' ')[1] ?? '').replace(':id', '(?<id>[^/]+)')}$`),
    at,
  },
  endpoint: () => line.replace(/^\w+ /, '').replace(/\/:id.*/, ''),
  handle: ({ params }) => handle(params['id'] ?? ''),
})

const missing = (id: string): Reply =>
  openaiError(404, { message: `Response with id '${id}' not found.`, param: 'response_id' })

const storedResponse = ({ account }: OpenaiParts, id: string): Reply => {
  const stored = account.responses.get(id)
  return stored ? jsonReply(200, stored.body) : missing(id)
}

/** What is queued in the background is dropped; its work is billed all the same. */
const cancelResponse = ({ account }: OpenaiParts, id: string): Reply => {
  const stored = account.responses.get(id)
  if (!stored) return missing(id)
  if (stored.body['background'] !== true) return openaiError(400, { message: 'Cannot cancel a synchronous response.' })
  if (stored.body['status'] === 'queued') {
    stored.cancelled = true
    stored.body = { ...stored.body, status: 'cancelled' }
  }
  return jsonReply(200, stored.body)
}
