import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { callbackServer } from '@/endpoints/webhooks/callbackServer'
import { callbackReader } from '@/studio/callbackReader'
import { connectTo } from '../../support/testDatabase'
import { secret, type Order } from './orders'
import { watchCommands } from './points'

/** The listener of callbacks with its real routes; of Payload there is what they use: a database, a config, a log. */
export const openTrialDoor = async (
  { uri, env, port }: Order,
  log: (line: string) => void,
): Promise<{ port: number; close: () => Promise<void> }> => {
  const control = await connectTo(uri, { monitorCommands: true })
  watchCommands(control.client)
  const tell = (told: unknown) => log(`door: ${told instanceof Error ? told.message : JSON.stringify(told)}`)
  const payload = {
    db: { connection: { getClient: () => control.client, name: control.db.databaseName, readyState: 1 } },
    config: { secret, custom: { readCallback: callbackReader(env) } },
    logger: { error: tell, debug: () => undefined },
  } as unknown as Payload
  const server = await callbackServer(payload, { host: '127.0.0.1', port })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await control.client.close()
    },
  }
}
