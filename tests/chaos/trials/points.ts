import http, { type IncomingMessage } from 'node:http'
import { createHash } from 'node:crypto'
import { mkdirSync, openSync, closeSync, writeFileSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import type { CommandStartedEvent, CommandSucceededEvent, MongoClient } from 'mongodb'
import type { JournalLine } from '@/stores/paid/journal'
import type { Blow, DoorPoint, WorkerPoint } from './blows'

/**
 * Named points of this program: it watches its own commands, its own file and its own requests, and where a blow of the
 * trial is due it strikes itself with a signal. Nothing of the studio knows of it.
 */
let reach: (point: WorkerPoint | DoorPoint) => void = () => undefined
let marks = ''

export type Armed = { name: string; marks: string; blows: readonly Blow[] }

/** Each blow falls once, whichever program comes there first; the mark it leaves tells who it was. */
export const arm = ({ name, marks: folder, blows }: Armed): void => {
  marks = folder
  mkdirSync(folder, { recursive: true })
  const reached = new Map<string, number>()
  reach = (point) => {
    const times = (reached.get(point) ?? 0) + 1
    reached.set(point, times)
    blows.forEach((blow, i) => {
      if (!('at' in blow) || blow.at !== point || blow.nth !== times) return
      if (leaveMark(join(folder, `blow-${i}`), name))
        process.kill(process.pid, blow.what === 'kill' ? 'SIGKILL' : 'SIGSTOP')
    })
  }
}
export const disarm = (): void => void (reach = () => undefined)

const leaveMark = (path: string, text: string): boolean => {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, text)
    closeSync(file)
    return true
  } catch {
    return false // another program was struck there
  }
}

type Command = Record<string, any>
type About = { before?: WorkerPoint | DoorPoint; after?: WorkerPoint | DoorPoint }

const stateIn = (command: Command): unknown => command['update']?.['$set']?.['state']

const movedTo: Record<string, About> = {
  SUBMITTING: { after: 'SUBMITTING is written' },
  SUBMITTED: { before: 'the journal is written, SUBMITTED is not', after: 'SUBMITTED is written' },
  DONE: { before: 'before DONE is written', after: 'DONE is written, nothing fetched' },
  UNKNOWN: { after: 'UNKNOWN is written' },
}

/** What a command is, outside of transactions. */
const about = (name: string, command: Command): About => {
  const target = String(command[name])
  if (name === 'findAndModify' && target === 'generations') return movedTo[String(stateIn(command))] ?? {}
  if (name === 'findAndModify' && target === 'slots') return { after: 'the place is taken' }
  if (name === 'findAndModify' && target === 'inbox') return { after: 'a callback is taken to be applied' }
  if (name === 'insert' && target === 'inbox')
    return { before: 'a callback came, it is not inserted', after: 'a callback is inserted, not answered' }
  if (name === 'update' && target === 'assets') return { after: 'the file is kept, nothing told' }
  if (name === 'update' && target === 'budget' && command['updates']?.[0]?.['u']?.['$inc']?.['reserved'] > 0)
    return { before: 'before the money is held back', after: 'the money is held back' }
  return {}
}

/** What a transaction will have done when it commits. */
const meaning = (name: string, command: Command): About => {
  if (command[name] !== 'generations') return {}
  const updates: Command[] = command['updates'] ?? []
  if (command['upsert'] === true || updates.some(({ upsert }) => upsert))
    return { before: 'before the intent commits', after: 'the intent stands' }
  if (stateIn(command) === 'STORED') return { before: 'before STORED commits', after: 'STORED is committed' }
  if (updates.some(({ u }) => u?.['$set']?.['booked'])) return { before: 'before a bill is booked', after: 'a bill is booked' }
  return {}
} // prettier-ignore

const isNothing = ({ reply }: CommandSucceededEvent): boolean => (reply as Command)['value'] === null

/** Watches the commands of a client that was opened with `monitorCommands`. */
export const watchCommands = (client: MongoClient): void => {
  const waiting = new Map<number, About>()
  const transactions = new Map<string, About>()
  const idOf = ({ lsid, txnNumber }: Command) => `${lsid?.id?.toString('hex')}/${String(txnNumber)}`
  client.on('commandStarted', ({ commandName, command, requestId }: CommandStartedEvent) => {
    const id = idOf(command)
    const isCommit = commandName === 'commitTransaction'
    if (command['autocommit'] === false && !isCommit) {
      const means = meaning(commandName, command)
      if (means.after) transactions.set(id, means)
      return
    }
    const told = isCommit ? (transactions.get(id) ?? {}) : about(commandName, command)
    transactions.delete(id)
    if (told.after) waiting.set(requestId, told)
    if (told.before) reach(told.before)
  })
  client.on('commandSucceeded', (event: CommandSucceededEvent) => {
    const told = waiting.get(event.requestId)
    waiting.delete(event.requestId)
    if (told?.after && !(event.commandName === 'findAndModify' && isNothing(event))) reach(told.after)
  })
  client.on('commandFailed', ({ requestId }) => waiting.delete(requestId))
}

type Handle = { appendFile: (...args: unknown[]) => Promise<void>; sync: () => Promise<void> }

/** Watches the journal: nothing else of a worker appends to a file. What is on the disk is noted, request by request. */
export const watchJournal = async (): Promise<void> => {
  const any = await open(process.execPath, 'r')
  const handles = Object.getPrototypeOf(any) as Handle
  await any.close()
  const { appendFile, sync } = handles
  const lines = new WeakMap<Handle, string>()
  handles.appendFile = async function (...args) {
    reach('the answer came, the journal is not written')
    await appendFile.apply(this, args)
    lines.set(this, String(args[0]))
  }
  handles.sync = async function () {
    await sync.apply(this)
    const { ticket } = JSON.parse(lines.get(this) ?? '{}') as Partial<JournalLine>
    lines.delete(this)
    if (ticket && marks !== '') writeFileSync(join(marks, `${journaled}${ticket.requestId}`), '')
  }
}
/** Marks of requests that stand in a journal. */
export const journaled = 'journal-'

/** Watches requests: who sends which body is noted on disk before it is sent, for the provider to see. */
export const watchRequests = (): void => {
  const { request } = http
  http.request = ((...args: Parameters<typeof request>) => {
    const sent = request(...args)
    const { method, path } = sent
    if (method === 'POST' && path.startsWith('/fal/queue/')) {
      const end = sent.end.bind(sent) as (body?: string) => typeof sent
      sent.end = ((body?: string) => {
        if (marks !== '') writeFileSync(join(marks, `post-${createHash('sha256').update(body ?? '').digest('hex')}`), JSON.stringify({ pid: process.pid, body })) // prettier-ignore
        reach('before the POST')
        return end(body)
      }) as typeof sent.end
    }
    if (path.startsWith('/cdn/files/')) sent.prependOnceListener('response', halfWay)
    return sent
  }) as typeof request
  syncBuiltinESMExports()
}

const halfWay = (response: IncomingMessage): void => {
  const whole = Number(response.headers['content-length'] ?? 0)
  const push = response.push.bind(response)
  let bytes = 0
  response.push = (piece: Buffer | null) => {
    const before = bytes
    bytes += piece?.length ?? 0
    if (before < whole / 2 && bytes >= whole / 2) reach('the file is half fetched')
    return push(piece)
  }
}
