import { MongoClient, MongoServerError } from 'mongodb'
import { setTimeout as sleep } from 'node:timers/promises'
import { portAnswers } from './portAnswers'

export const replicaSetName = 'rs0'

/** directConnection keeps drivers on this one address; replicaSet tells them (and Payload) that transactions work. */
export const mongodUri = (port: number): string =>
  `mongodb://127.0.0.1:${String(port)}/backlot?replicaSet=${replicaSetName}&directConnection=true`

/**
 * Waits until the mongod on this port is a writable primary, founding the replica set where there is none and moving
 * its one member where the port has changed. `goOn` is asked between tries. True when it is, false when `goOn` ended it.
 */
export const untilPrimary = async (port: number, goOn: () => boolean): Promise<boolean> => {
  while (goOn()) {
    if ((await portAnswers(port)) && (await tryOnce(port, goOn))) return true
    await sleep(20)
  }
  return false
}

/** A client whose first connection failed stays closed for ever: every try gets a new one. */
const tryOnce = async (port: number, goOn: () => boolean): Promise<boolean> => {
  const client = new MongoClient(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1000,
    connectTimeoutMS: 1000,
  })
  try {
    await client.connect()
    while (goOn()) {
      if (await isPrimary(client, port)) return true
      await sleep(20)
    }
  } catch (error) {
    if (!isPassing(error)) throw error
  } finally {
    await client.close().catch(() => undefined)
  }
  return false
}

const isPrimary = async (client: MongoClient, port: number): Promise<boolean> => {
  const admin = client.db('admin')
  const hello = await admin.command({ hello: 1 })
  if (hello['isWritablePrimary'] === true) return true
  const member = `127.0.0.1:${String(port)}`
  if (hello['setName'] === undefined) await foundOrMove(client, member)
  return false
}

const foundOrMove = async (client: MongoClient, member: string): Promise<void> => {
  const admin = client.db('admin')
  const kept = await client.db('local').collection<ReplicaSetConfig>('system.replset').findOne({})
  try {
    if (!kept) {
      await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host: member }] } })
    } else if (kept.members[0]?.host !== member) {
      const config = { ...kept, version: kept.version + 1, members: [{ ...kept.members[0], _id: 0, host: member }] }
      await admin.command({ replSetReconfig: config, force: true })
    }
  } catch (error) {
    const already = error instanceof MongoServerError && alreadyCodes.has(Number(error.code))
    if (!already) throw error
  }
}

type ReplicaSetConfig = { _id: string; version: number; members: { _id: number; host: string }[] }

/** AlreadyInitialized, ConfigurationInProgress, NodeNotFound while it still reads its own configuration. */
const alreadyCodes = new Set([23, 109, 74])

/** Not reachable yet, or going down: the next try tells. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error && /^Mongo(Network|Server|Topology|NotConnected)/.test(error.name)
