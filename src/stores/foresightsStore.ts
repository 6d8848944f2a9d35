import { ulid } from 'ulid'
import type { Foreseen } from '@/domain/stale/foreseen'
import { inTransaction, textCollection, type ControlDb } from './controlDb'
import type { OutboxStore } from './outboxStore'

type Story = { code: string; what: string; why: string; fix: string }
/** What somebody wants to know before they save. `changes`: fields as JSON, which no database reads. */
export type AskedForesight = {
  project: string
  collection: string
  document: string
  changes: string
  by: string
}
export type Foresight = AskedForesight & { _id: string; told: Foreseen | null; error: Story | null; at: Date }
export type ForesightsStore = ReturnType<typeof foresightsStore>

/** Questions what an edit would mean, and their answers; each is forgotten after an hour. */
export const foresightsStore = (control: ControlDb) => {
  const all = textCollection<Foresight>(control.db, 'foresights')
  return {
    /** Writes the question down for a worker, and answers its id. `job`: who takes it. */
    async ask(asked: AskedForesight, { job, outbox }: { job: string; outbox: OutboxStore }): Promise<string> {
      const _id = ulid()
      await inTransaction(control, async ({ session }) => {
        await all.insertOne({ ...asked, _id, told: null, error: null, at: new Date() }, { session })
        await outbox.add(job, { id: _id }, session)
      })
      return _id
    },
    async read(id: string): Promise<Foresight | null> {
      return all.findOne({ _id: id })
    },
    async answer(id: string, answer: { told: Foreseen } | { error: Story }): Promise<void> {
      await all.updateOne({ _id: id }, { $set: answer })
    },
  }
} // prettier-ignore
