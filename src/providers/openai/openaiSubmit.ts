import type { FrozenRequest, Json, JsonObject } from '@/domain/catalogue/wish'
import type { SendingAt, Submitted } from '../spec/paidProvider'
import { asJson, callJson } from '../paid/callJson'
import { fillFiles } from '../paid/fillFiles'
import { inlineFiles } from '../paid/inlineFiles'
import { noSuchEndpoint } from '../paid/isPath'
import { markOf } from '../paid/madeIn'
import { multipart, type Part } from '../paid/multipart'
import { idOf, objectOf } from '../paid/objectOf'
import { singleShot, type ShotEnd } from '../paid/singleShot'
import { submitEnd, type Answered } from '../paid/submitEnd'
import { imagesEnd } from './imagesEnd'
import type { OpenaiLine } from './openaiLine'
import { responseStanding } from './responseStanding'

type Send = (line: OpenaiLine, request: FrozenRequest, at: SendingAt) => Promise<Submitted>

/** The answer comes in the same connection: these are how long a model may work, milliseconds. */
const withinMs = { words: 180_000, pictures: 300_000, sound: 120_000 } as const

const responses: Send = async (line, request, at) => {
  const json = await inlineFiles(request.body, at.fileOf)
  const called = await callJson({ ...post(line, request, at), json, withinMs: withinMs.words })
  return submitEnd(called, line.reader, ({ json: body }) => responseEnd(line, body))
}

/** What waits in the background is accepted; the rest is over. */
const responseEnd = (line: OpenaiLine, json: Json): Submitted | null => {
  const standing = responseStanding(json, line.reader.secrets)
  if (standing?.is === 'open') return { is: 'accepted', ticket: { requestId: idOf(objectOf(json)['id']) ?? '' } }
  return standing?.is === 'answered' || standing?.is === 'failed' ? standing : null
}

const generations: Send = async (line, request, at) => {
  const called = await callJson({ ...post(line, request, at), json: request.body, ...large })
  return submitEnd(called, line.reader, (answer) => imagesEnd(answer, unnamed(at)))
}

/** Base64 of several large pictures. */
const large = { withinMs: withinMs.pictures, answerBytesMost: 100_000_000 } as const

const edits: Send = async (line, request, at) => {
  const { body, headers } = await multipart(await partsOf(request.body, at))
  const shot = post(line, request, at)
  const called = await callJson({ ...shot, headers: { ...shot.headers, ...headers }, body, ...large })
  return submitEnd(called, line.reader, (answer) => imagesEnd(answer, unnamed(at)))
}

const partsOf = async (body: JsonObject, at: SendingAt): Promise<Part[]> => {
  const parts: Part[] = []
  for (const [name, value] of Object.entries(body)) {
    const files = (Array.isArray(value) ? value : [value]).flatMap((one) => hashIn(one) ?? [])
    for (const sha256 of files) {
      const { bytes, mime } = await at.fileOf(sha256)
      const fileName = `${sha256.slice(0, 16)}.${mime.split('/')[1] ?? 'bin'}`
      parts.push({ name: Array.isArray(value) ? `${name}[]` : name, value: { bytes, mime, fileName } })
    }
    if (files.length === 0 && value !== null)
      parts.push({ name, value: typeof value === 'object' ? JSON.stringify(value) : String(value) })
  }
  return parts
}

const hashIn = (value: Json): string | null =>
  typeof value === 'string' ? (/^file:([0-9a-f]{64})$/.exec(value)?.[1] ?? null) : null

type Heard = Extract<ShotEnd, { is: 'answered' }>

const speech: Send = async (line, request, at) => {
  const shot = post(line, request, at)
  const end = await singleShot({
    ...shot,
    headers: { ...shot.headers, 'content-type': 'application/json' },
    body: JSON.stringify(request.body),
    withinMs: withinMs.sound,
    answerBytesMost: 100_000_000,
  })
  const spoken = end.is === 'answered' ? soundIn(end, unnamed(at)) : null
  return spoken ?? submitEnd(end.is === 'answered' ? asJson(end) : end, line.reader, () => null)
}

/** What is answered at once may have no id of its own; ours is as good, as nobody is asked for it again. */
const unnamed = ({ attemptId }: SendingAt): string => `attempt:${attemptId}`

const soundIn = ({ status, headers, bytes }: Heard, noName: string): Submitted | null => {
  const mime = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  if (status !== 200 || bytes.length === 0 || !/^(audio\/|application\/octet-stream)/.test(mime)) return null
  const raw = { sound: markOf(bytes), bytes: bytes.length, mime }
  const answer = {
    requestId: idOf(headers['x-request-id']) ?? noName,
    raw,
    text: null,
    usage: {},
    billedNanodollars: null,
  }
  return { is: 'answered', answer: { ...answer, media: [{ kind: 'sound', mime, bytes }] } }
}

/** For what may wait a day, at half the price: the lines lie in a file that was put there before. */
const batches: Send = async (line, request, at) => {
  const called = await callJson({ ...post(line, request, at), json: fillFiles(request.body, at.addressOf) })
  return submitEnd(called, line.reader, batchEnd)
}

const batchEnd = ({ json }: Answered): Submitted | null => {
  const requestId = idOf(objectOf(json)['id'])
  return requestId?.startsWith('batch_') ? { is: 'accepted', ticket: { requestId } } : null
}

const post = (line: OpenaiLine, { endpoint }: FrozenRequest, { signal }: SendingAt) =>
  ({ method: 'POST', url: `${line.base}/${endpoint}`, headers: line.headers, signal }) as const

const sends: Record<string, Send> = {
  responses,
  'images/generations': generations,
  'images/edits': edits,
  'audio/speech': speech,
  batches,
}

/** One POST. OpenAI knows no idempotency key: its own client names none either. */
export const openaiSubmit: Send = async (line, request, at) => {
  const send = Object.hasOwn(sends, request.endpoint) ? sends[request.endpoint] : undefined
  return send ? send(line, request, at) : noSuchEndpoint(request.endpoint)
}
