import { fileMark, type FrozenRequest, type JsonObject } from './wish'

/** Requests for this endpoint of OpenAI lie in a file and are answered within a day, at half the price. */
export const batchEndpoint = 'batches'
const answeredBy = '/v1/responses'

export const isBatched = ({ endpoint }: Pick<FrozenRequest, 'endpoint'>): boolean => endpoint === batchEndpoint

/** The file of a batch: one request in one line, so that each is priced, asked again and paid alone. */
export const batchFile = (body: JsonObject): string =>
  `${JSON.stringify({ custom_id: '1', method: 'POST', url: answeredBy, body })}\n`

/** What is sent instead of the request itself. `sha256`: of its file. */
export const batchOf = (request: FrozenRequest, sha256: string): FrozenRequest => ({
  ...request,
  body: { input_file_id: fileMark(sha256), endpoint: answeredBy, completion_window: '24h' },
})

/** Of a listed batch what was sent of it. */
export const sentOfBatch = ({ input_file_id, endpoint, completion_window }: JsonObject): JsonObject => ({
  input_file_id: input_file_id ?? null,
  endpoint: endpoint ?? null,
  completion_window: completion_window ?? null,
})
