import { z } from 'zod'
import { jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import type { Host, Route } from '../http/route'
import { hashHex, newName } from '../world/random'
import type { World } from '../world/openWorld'
import { jwksOf, type FalAccount } from './falAccount'
import { falFailure, falLocked } from './falRefusal'
import { falRefuses, lifeIn } from './queueHost'

type Upload = { name: string; type: string; until: Date | null; parts: Map<number, Buffer> }
const asks = z.object({ content_type: z.string().min(1), file_name: z.string().min(1) })
const completes = z.object({ parts: z.array(z.object({ partNumber: z.int(), etag: z.string() })).min(1) })

/** fal's storage: first the addresses are asked for, then the bytes are put there, whole or in parts. */
export const storageHost = (world: World, account: FalAccount): Host => {
  const uploads = new Map<string, Upload>()
  const refuses = falRefuses(account)
  const initiate = (path: RegExp): Route => ({
    method: 'POST',
    path,
    at: 'upload',
    endpoint: () => 'storage',
    handle: ({ asked }) => begin(world, uploads, asked),
  })
  const put = (path: RegExp): Route => ({
    method: 'PUT',
    path,
    at: 'upload',
    endpoint: () => 'storage',
    handle: ({ asked, params }) =>
      take(world, uploads, { asked, id: params['id'] ?? '', part: Number(params['part'] ?? 0) }),
  })
  return {
    prefix: '/fal/rest',
    provider: 'fal',
    // the addresses to put bytes at are secret themselves, as signed ones are
    refuses: (call) => (/^\/(storage\/put|\.well-known)\//.test(call.asked.path) ? null : refuses(call)),
    failure: falFailure,
    noBalance: falLocked,
    routes: [
      initiate(/^\/storage\/upload\/initiate$/),
      initiate(/^\/storage\/upload\/initiate-multipart$/),
      put(/^\/storage\/put\/(?<id>\w+)$/),
      put(/^\/storage\/put\/(?<id>\w+)\/(?<part>\d+)$/),
      {
        method: 'POST',
        path: /^\/storage\/put\/(?<id>\w+)\/complete$/,
        at: 'upload',
        endpoint: () => 'storage',
        handle: ({ asked, params }) => join(world, uploads.get(params['id'] ?? ''), asked),
      },
      {
        method: 'GET',
        path: /^\/\.well-known\/jwks\.json$/,
        at: 'read',
        handle: () => jsonReply(200, jwksOf(account)),
      },
    ],
  }
}

const endingOf = (fileName: string): string => /\.(\w{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? 'bin'

const begin = (world: World, uploads: Map<string, Upload>, asked: Asked): Reply => {
  const wanted = asks.safeParse(jsonOf(asked))
  if (!wanted.success) return jsonReply(422, { detail: 'content_type and file_name are required' })
  const id = newName('', 12)
  const name = `${newName('', 12)}.${endingOf(wanted.data.file_name)}`
  uploads.set(id, { name, type: wanted.data.content_type, until: untilIn(world, asked), parts: new Map() })
  return jsonReply(200, {
    upload_url: `${world.origin}/fal/rest/storage/put/${id}`,
    file_url: world.cdn.addressOf(name),
  })
}

const untilIn = (world: World, asked: Asked): Date | null => {
  const seconds = lifeIn(asked.headers['x-fal-object-lifecycle'])
  return seconds === null ? null : new Date(world.now().getTime() + seconds * 1000)
}

const take = async (
  world: World,
  uploads: Map<string, Upload>,
  put: { asked: Asked; id: string; part: number },
): Promise<Reply> => {
  const upload = uploads.get(put.id)
  if (!upload) return jsonReply(404, { detail: 'No such upload' })
  const etag = `"${hashHex(put.asked.body).slice(0, 32)}"`
  if (put.part > 0) {
    upload.parts.set(put.part, put.asked.body)
    return jsonReply(200, { partNumber: put.part, etag })
  }
  await world.cdn.put({ bytes: put.asked.body, type: upload.type, name: upload.name, until: upload.until })
  return jsonReply(200, { etag })
}

const join = async (world: World, upload: Upload | undefined, asked: Asked): Promise<Reply> => {
  const said = completes.safeParse(jsonOf(asked))
  if (!upload || !said.success) return jsonReply(404, { detail: 'No such upload' })
  const parts = said.data.parts.map(({ partNumber }) => upload.parts.get(partNumber))
  if (parts.includes(undefined)) return jsonReply(400, { detail: 'A part is missing' })
  const bytes = Buffer.concat(parts.filter((part) => part !== undefined))
  await world.cdn.put({ bytes, type: upload.type, name: upload.name, until: upload.until })
  return jsonReply(200, { file_url: world.cdn.addressOf(upload.name) })
}
