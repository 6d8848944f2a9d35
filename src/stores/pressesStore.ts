import { ObjectId, type ClientSession, type Filter } from 'mongodb'
import { ulid } from 'ulid'
import { StudioError, type ErrorStory } from '@/domain/errors/StudioError'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import { inTransaction, isDuplicateKey, textCollection, type ControlDb, type Tx } from './controlDb'
import type { OutboxStore } from './outboxStore'
import type { Press } from './press'

export type NewPress = Pick<Press, 'kind' | 'slug' | 'countdownMs' | 'by' | 'bodyHash' | 'options'> & {
  projectId: string
  key: string | null
}
export type PressesStore = ReturnType<typeof pressesStore>
/** What a countdown does to the gathered material. */
type Locks = {
  lock: (slug: ProjectSlug, tx: Tx) => Promise<void>
  countTo: (slug: ProjectSlug, countdown: { runId: string; at: Date } | null, tx: Tx) => Promise<void>
}
type Cancelling = { why?: ErrorStory | null; runId?: string }
type Parts = { outbox: OutboxStore; gather: Locks }

/** Presses of buttons. What is due stands in the outbox with its time, so a restart forgets no countdown. */
export const pressesStore = (control: ControlDb, { outbox, gather }: Parts) => {
  const presses = textCollection<Press>(control.db, 'presses')
  const due = (runId: string, session: ClientSession, notBefore = new Date(0)) =>
    outbox.add('planRun', { runId }, { session, notBefore })

  /** From counting down to starting; nobody gathers from here on. */
  const begin = async (filter: Filter<Press>, also: (press: Press, session: ClientSession) => Promise<unknown>) =>
    inTransaction(control, async (tx) => {
      const { session } = tx
      const press = await presses.findOneAndUpdate(
        { ...filter, state: 'counting_down' },
        { $set: { state: 'starting', startsAt: new Date() } },
        { session, returnDocument: 'after' },
      )
      if (!press) return null
      if (press.kind === 'qualify') await gather.lock(press.slug, tx)
      await also(press, session)
      return press
    })

  return {
    /**
     * Records a press; the same key answers the press it made before. Fails: IDEMPOTENCY_CONFLICT, and with
     * COUNTDOWN_RUNS while another countdown of the project is open.
     */
    async add({ projectId, key, ...asked }: NewPress): Promise<Press> {
      const project = new ObjectId(projectId)
      const now = Date.now()
      const press: Press = {
        _id: ulid(),
        ...asked,
        project,
        ...(key === null ? {} : { key }),
        state: 'counting_down',
        startsAt: new Date(now + asked.countdownMs),
        holds: {},
        error: null,
        createdAt: new Date(now),
      }
      try {
        await inTransaction(control, async (tx) => {
          await presses.insertOne(press, { session: tx.session })
          if (press.kind === 'qualify') await gather.countTo(press.slug, { runId: press._id, at: press.startsAt }, tx)
          await due(press._id, tx.session, press.startsAt)
        })
        return press
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const same = key === null ? null : await presses.findOne({ project, key })
        if (same?.bodyHash === asked.bodyHash) return same
        throw same ? keyUsed() : countdownRuns(await presses.findOne({ project, state: 'counting_down' }))
      }
    },

    /** The press this key made before. Fails: IDEMPOTENCY_CONFLICT when its body was another. */
    async byKey(projectId: string, { key, bodyHash }: { key: string; bodyHash: string }): Promise<Press | null> {
      const same = await presses.findOne({ project: new ObjectId(projectId), key })
      if (same && same.bodyHash !== bodyHash) throw keyUsed()
      return same
    },
    async find(runId: string): Promise<Press | null> {
      return presses.findOne({ _id: runId })
    },
    /** Another cap for its run. False when it has none, and so no account of its own. */
    async changeCap(runId: string, cap: number): Promise<boolean> {
      const capped = { _id: runId, 'options.cap': { $type: 'number' as const } }
      return (await presses.updateOne(capped, { $set: { 'options.cap': cap } })).matchedCount > 0
    },
    /** Which of these were cancelled, or could not be planned. */
    async givenUp(runIds: readonly string[]): Promise<string[]> {
      const state = { $in: ['cancelled' as const, 'failed' as const] }
      const found = await presses.find({ _id: { $in: [...runIds] }, state }, { projection: { _id: 1 } }).toArray()
      return found.map(({ _id }) => _id)
    },
    async openOf(projectId: string): Promise<Press | null> {
      return presses.findOne({ project: new ObjectId(projectId), state: { $in: ['counting_down', 'starting'] } })
    },

    /** The worker's turn: begins what is due. Null when it is not its time, or over. A hold that ran out cancels. */
    async beginDue(runId: string): Promise<Press | null> {
      const press = await presses.findOne({ _id: runId })
      if (press?.state === 'starting') return press
      if (press?.state !== 'counting_down') return null
      const now = Date.now()
      const holds = Object.values(press.holds).map(Number)
      const later = Math.max(press.startsAt.getTime(), ...holds.filter((until) => until > now))
      if (later > now) {
        await outbox.add('planRun', { runId }, { notBefore: new Date(later) })
        return null
      }
      if (holds.length > 0) {
        await this.cancel(press.project.toHexString(), { why: leftOpen, runId })
        return null
      }
      return begin({ _id: runId, startsAt: press.startsAt }, () => Promise.resolve())
    },

    /** Ends the countdown now; locks gather before it answers. Null when none is open. */
    async continueNow(projectId: string): Promise<Press | null> {
      return begin({ project: new ObjectId(projectId) }, ({ _id }, session) => due(_id, session))
    },

    /** Of the project, or only this run of it. Null when no such countdown is open. */
    async cancel(projectId: string, { why = null, runId }: Cancelling = {}): Promise<Press | null> {
      return inTransaction(control, async (tx) => {
        const press = await presses.findOneAndUpdate(
          { project: new ObjectId(projectId), state: 'counting_down', ...(runId === undefined ? {} : { _id: runId }) },
          { $set: { state: 'cancelled', error: why } },
          { session: tx.session, returnDocument: 'after' },
        )
        if (press) await gather.countTo(press.slug, null, tx)
        return press
      })
    },

    /** A form with unsaved edits holds the countdown for `forMs`; asked again in time it holds on. Null when none is open. */
    async hold(projectId: string, form: string, forMs: number): Promise<Date | null> {
      const until = new Date(Date.now() + forMs)
      const held = await presses.updateOne(
        { project: new ObjectId(projectId), state: 'counting_down' },
        { $set: { [`holds.${form}`]: until } },
      )
      return held.matchedCount === 1 ? until : null
    },

    /** In the transaction that stores the run and its plan. */
    async planned(runId: string, session: ClientSession): Promise<void> {
      await presses.updateOne({ _id: runId }, { $set: { state: 'planned' } }, { session })
    },
    async failed(runId: string, error: ErrorStory): Promise<void> {
      await presses.updateOne({ _id: runId, state: 'starting' }, { $set: { state: 'failed', error } })
    },
  }
}

const leftOpen: ErrorStory = {
  code: 'COUNTDOWN_HELD_TOO_LONG',
  what: 'The countdown was cancelled.',
  why: 'A page with unsaved edits held it and was closed.',
  fix: 'Save the edits and press the button again.',
}
const keyUsed = () =>
  new StudioError({
    code: 'IDEMPOTENCY_CONFLICT',
    what: 'The request was not carried out.',
    why: 'Its Idempotency-Key was used before with another body.',
    fix: 'Use a new key for a new request, or send the same body again.',
  })
const countdownRuns = (open: Press | null) =>
  new StudioError({
    code: 'COUNTDOWN_RUNS',
    what: 'The button was pressed already.',
    why: `Run ${open?._id ?? ''} of this project is counting down.`,
    fix: 'Follow it, continue it now, or cancel it first.',
  })
