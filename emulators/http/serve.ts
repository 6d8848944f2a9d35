import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireRule } from '../plan/planShape'
import type { World } from '../world/openWorld'
import { readAsked, type Asked } from './asked'
import { backwards, otherId, wrongShape } from './mutate'
import { jsonReply, textReply, type Reply } from './reply'
import { findHost, findRoute, type Call, type Host, type Route } from './route'
import { drip, send, sendHuge } from './send'

type Found = { host: Host; route: Route; call: Call }

/** Answers one request, or what a bad day leaves of it, and writes down that it was seen. */
export const serve = async (
  world: World,
  hosts: readonly Host[],
  pair: { request: IncomingMessage; response: ServerResponse },
): Promise<void> => {
  const { request, response } = pair
  const asked = await readAsked(request)
  const host = findHost(hosts, asked.path)
  const seen = see(world, asked, host)
  const answered = (reply: Reply) => {
    seen.status = reply.status
    send(response, asked.method, reply)
  }
  if (!host) {
    answered(jsonReply(404, { error: 'Nothing is emulated here.' }))
    return
  }
  const found = findRoute(host, { ...asked, path: asked.path.slice(host.prefix.length) || '/' })
  if (!found) {
    answered(host.failure(404))
    return
  }
  const rules = rulesFor(world, { host, ...found })
  const has = (name: WireRule['do']) => rules.some((rule) => rule.do === name)
  if (has('resetBefore')) return void request.socket.destroy()
  const reply = await answerOf({ host, ...found }, rules)
  const waitMs = rules.reduce((sum, rule) => sum + (rule.do === 'slow' ? rule.ms : 0), 0)
  if (waitMs > 0) await world.sleep(waitMs)
  if (has('resetAfter')) return void request.socket.destroy()
  const huge = rules.find((rule) => rule.do === 'huge')
  const slow = rules.find((rule) => rule.do === 'drip')
  seen.status = reply.status
  if (huge?.do === 'huge') return sendHuge(response, huge.bytes)
  if (slow?.do === 'drip') return drip(world, response, { reply, ms: slow.ms })
  answered(reply)
}

const see = (world: World, asked: Asked, host: Host | undefined) => {
  const seen = {
    n: world.requests.length + 1,
    at: new Date().toISOString(),
    method: asked.method,
    path: asked.path,
    query: asked.query.toString(),
    bytes: asked.body.length,
    bodyHash: asked.bodyHash,
    status: null as number | null,
  }
  if (host?.provider !== null) world.requests.push(seen)
  return seen
}

const rulesFor = (world: World, { host, route, call }: Found): WireRule[] =>
  host.provider === null
    ? []
    : world.plan.strikes('wire', { provider: host.provider, endpoint: route.endpoint?.(call) ?? '', at: route.at })

/** The true answer, then what the day makes of it. */
const answerOf = async ({ host, route, call }: Found, rules: WireRule[]): Promise<Reply> => {
  const no = host.refuses(call, route.at)
  if (no) return no
  for (const rule of rules) {
    if (rule.do === 'noBalance') return host.noBalance()
    if (rule.do === 'refuse') return withRetry(host.failure(rule.status), rule.retryAfterS)
  }
  const reply = await route.handle(call)
  return rules.reduce((answer, rule) => spoilt(rule, answer, host), reply)
}

const withRetry = (reply: Reply, seconds: number | undefined): Reply =>
  seconds === undefined ? reply : { ...reply, headers: { ...reply.headers, 'retry-after': `${seconds}` } }

const page = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>'

const spoilt = (rule: WireRule, reply: Reply, host: Host): Reply => {
  switch (rule.do) {
    case 'failAfter':
      return host.failure(rule.status)
    case 'html':
      return textReply(200, page, 'text/html; charset=utf-8')
    case 'empty':
      return { ...reply, body: Buffer.alloc(0) }
    case 'wrongShape':
      return wrongShape(reply)
    case 'otherId':
      return otherId(reply)
    case 'backwards':
      return backwards(reply)
    default:
      return reply
  }
}
