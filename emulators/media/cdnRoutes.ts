import type { Asked } from '../http/asked'
import { bytesReply, jsonReply, textReply, type Reply } from '../http/reply'
import type { Host, Route } from '../http/route'
import type { MediaRule } from '../plan/planShape'
import type { World } from '../world/openWorld'
import { flatPicture } from './drawPicture'

/** The public addresses of what was made or uploaded: whole or in ranges, and on bad days something else. */
export const cdnHost = (world: World): Host => ({
  prefix: '/cdn',
  provider: 'cdn',
  refuses: () => null,
  failure: (status) => textReply(status, 'Error'),
  noBalance: () => textReply(402, 'Error'),
  routes: ['GET', 'HEAD'].map((method) => fileRoute(world, method)),
})

const fileRoute = (world: World, method: string): Route => ({
  method,
  path: /^\/files\/(?<name>[\w.-]+)$/,
  at: 'media',
  endpoint: ({ params }) => params['name'] ?? '',
  handle: async ({ asked, params }) => {
    const name = params['name'] ?? ''
    const file = world.cdn.find(name)
    if (!file) return jsonReply(404, { detail: 'Not found' })
    const bad = world.plan.strikes('media', { provider: 'cdn', endpoint: name })[0]
    const reply = inRange(asked, {
      status: 200,
      headers: { 'content-type': file.type },
      body: await world.cdn.read(file),
    })
    const answer = bad ? await spoilt(bad, reply) : reply
    return { ...answer, headers: { 'accept-ranges': 'bytes', ...answer.headers } }
  },
})

const inRange = (asked: Asked, whole: Reply): Reply => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(asked.headers['range'] ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return whole
  const size = whole.body.length
  const [from, to] =
    found[1] === ''
      ? [Math.max(0, size - Number(found[2])), size - 1]
      : [Number(found[1]), found[2] === '' ? size - 1 : Math.min(Number(found[2]), size - 1)]
  if (from >= size || from > to)
    return { status: 416, headers: { 'content-range': `bytes */${size}` }, body: Buffer.alloc(0) }
  return {
    status: 206,
    headers: { ...whole.headers, 'content-range': `bytes ${from}-${to}/${size}` },
    body: whole.body.subarray(from, to + 1),
  }
}

const spoilt = (rule: MediaRule, reply: Reply): Reply | Promise<Reply> => {
  switch (rule.do) {
    case 'gone':
      return jsonReply(404, { detail: 'Not found' })
    case 'truncated':
      return { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length / 2)) }
    case 'wrongType':
      return {
        ...reply,
        headers: { 'content-type': 'application/zip' },
        body: Buffer.from('PK\u0003\u0004 this is no film'),
      }
    case 'bomb':
      return flatPicture().then((bytes) => bytesReply(bytes, 'image/png'))
    case 'page':
      return textReply(200, '<!doctype html><title>Sign in</title><h1>Sign in</h1>', 'text/html; charset=utf-8')
    case 'redirectInside':
      return { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' }, body: Buffer.alloc(0) }
  }
}
