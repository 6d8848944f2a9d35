import { z } from 'zod'
import { jsonOf } from '../http/asked'
import { jsonReply } from '../http/reply'
import type { Host, Route } from '../http/route'
import { emulatorEnv } from '../emulatorEnv'
import type { OpenaiAccount } from '../openai/openaiAccount'
import type { World } from '../world/openWorld'

/** The person's own door: the ledger, what was seen, the plan of the day, the clock. It needs no key. */
export const controlHost = (world: World, openai: OpenaiAccount): Host => ({
  prefix: '/control',
  provider: null,
  refuses: () => null,
  failure: (status) => jsonReply(status, { error: 'The emulators have no such button.' }),
  noBalance: () => jsonReply(402, {}),
  routes: [
    get('ledger', () => ({ rows: world.ledger.rows(), nanodollars: sum(world) })),
    get('requests', () => ({ requests: world.requests })),
    get('env', () => emulatorEnv(world.origin)),
    post('reset', () => {
      world.ledger.clear()
      world.requests.length = 0
      world.plan.replace({})
      return { ok: true }
    }),
    post('plan', (body) => world.plan.replace(body)),
    post('openai-webhook', (body) => {
      openai.webhookUrl = z.strictObject({ url: z.url().nullable() }).parse(body).url
      return { url: openai.webhookUrl }
    }),
    post('clock', (body) => {
      world.advance(z.strictObject({ advanceS: z.number().min(0).max(1e9) }).parse(body).advanceS)
      return { now: world.now().toISOString() }
    }),
  ],
})

const sum = (world: World): number => world.ledger.rows().reduce((all, { nanodollars }) => all + nanodollars, 0)

const get = (name: string, tell: () => unknown): Route => ({
  method: 'GET',
  path: new RegExp(`^/${name}$`),
  at: 'read',
  handle: () => jsonReply(200, tell()),
})

const post = (name: string, act: (body: unknown) => unknown): Route => ({
  method: 'POST',
  path: new RegExp(`^/${name}$`),
  at: 'read',
  handle: ({ asked }) => {
    try {
      return jsonReply(200, act(jsonOf(asked) ?? {}))
    } catch (error) {
      if (error instanceof z.ZodError) return jsonReply(400, { error: z.prettifyError(error) })
      throw error
    }
  },
})
