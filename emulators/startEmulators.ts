import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { controlHost } from './control/controlHost'
import { falEndpoints } from './fal/endpoints/falEndpoints'
import { openFalAccount } from './fal/falAccount'
import { jwksHost } from './fal/jwksHost'
import { platformHost } from './fal/platformHost'
import { queueHost, runHost } from './fal/queueHost'
import { storageHost } from './fal/storageHost'
import { jsonReply } from './http/reply'
import type { Host } from './http/route'
import { send } from './http/send'
import { serve } from './http/serve'
import { cdnHost } from './media/cdnRoutes'
import { emulatorEnv, emulatorKeys, emulatorSecrets } from './emulatorEnv'
import { openOpenaiAccount } from './openai/openaiAccount'
import { openaiHost } from './openai/openaiHost'
import { openrouterHost } from './openrouter/openrouterHost'
import { openReplicateParts } from './replicate/replicateAccount'
import { replicateHost } from './replicate/replicateHost'
import { replicateModels } from './replicate/replicateModels'
import type { PlanGiven } from './plan/planShape'
import type { LedgerRow } from './world/ledger'
import { brainHost } from './services/brainHost'
import { lastFrameHost } from './services/lastFrameHost'
import { tasksHost } from './services/tasksHost'
import { openWorld, type SeenRequest, type World } from './world/openWorld'

export type EmulatorSettings = {
  /** 0, the default: any free one. */
  port?: number
  plan?: PlanGiven
  /** The plan's seed, where it is not said in the plan. */
  seed?: number
  /** How much faster than the real providers: at 100, the default, a film of a minute's work takes 0.6 s. */
  speed?: number
  /** Everything of one size and length is the same file: for measurements and long trials. */
  stockMedia?: boolean
  /** How many requests fal works on at the same time; a new account has 2. */
  falSlots?: number
  /** Where OpenAI calls back; it is set on a settings page there, not in a request. */
  openaiWebhookUrl?: string
}

export type Emulators = {
  url: string
  /** What Backlot's environment must hold to use them. */
  env: Record<string, string>
  ledger: () => LedgerRow[]
  requests: () => SeenRequest[]
  world: World
  close: () => Promise<void>
}

/** Starts all emulated providers on one loopback port. `close` ends everything, files included. */
export const startEmulators = async (settings: EmulatorSettings = {}): Promise<Emulators> => {
  const { port = 0, plan, seed, speed, stockMedia = false } = settings
  const world = await openWorld({
    stockMedia,
    ...(speed === undefined ? {} : { speed }),
    plan: { ...(seed === undefined ? {} : { seed }), ...plan },
  })
  const server = await listen(port)
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const hosts = hostsOf(world, settings)
  server.on('request', (request, response) => {
    serve(world, hosts, { request, response }).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      send(response, 'GET', jsonReply(500, { error: 'The emulator failed', why: String(error) }))
    })
  })
  return {
    url: world.origin,
    env: emulatorEnv(world.origin),
    ledger: () => world.ledger.rows(),
    requests: () => world.requests.map((seen) => ({ ...seen })),
    world,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await world.close()
    },
  }
}

const listen = (port: number): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => done(server))
  })

const hostsOf = (world: World, { falSlots = 2, openaiWebhookUrl }: EmulatorSettings): Host[] => {
  const fal = { world, account: openFalAccount({ key: emulatorKeys.fal, slots: falSlots }), endpoints: falEndpoints }
  const falHosts = [
    queueHost(fal),
    runHost(fal),
    storageHost(world, fal.account),
    platformHost(fal),
    jwksHost(fal.account),
  ]
  const openai = openOpenaiAccount({
    key: emulatorKeys.openai,
    secret: emulatorSecrets.openai,
    webhookUrl: openaiWebhookUrl ?? null,
  })
  const replicate = openReplicateParts({
    world,
    key: emulatorKeys.replicate,
    secret: emulatorSecrets.replicate,
    models: replicateModels,
  })
  return [
    ...falHosts,
    openaiHost({ world, account: openai }),
    openrouterHost({ world, key: emulatorKeys.openrouter, generations: new Map() }),
    replicateHost(replicate),
    brainHost(world, emulatorKeys.brain),
    tasksHost(world, emulatorKeys.tasks),
    lastFrameHost(world, emulatorKeys.lastFrame),
    cdnHost(world),
    controlHost(world, openai),
  ]
}
