import { storyOf } from '@/domain/errors/storyOf'
import type { OutboxRow, OutboxStore } from '@/stores/outboxStore'

type Parts = {
  outbox: OutboxStore
  handlers: ReadonlyMap<string, (data: unknown) => Promise<void>>
  until: AbortSignal
  log: (line: string) => void
  /** Hears what was done, or tried. */
  onServed?: (row: ServedRow) => void
}
export type ServedRow = { job: string; data: unknown; began: Date; failed?: string }
export type OutboxDesk = { look: () => void; drained: () => Promise<void> }

const holdMs = 30_000
const triesMax = 8
const pollMs = 1000

/** Does what stands in the outbox, oldest first; a change stream says when, polling is the backstop. */
export const outboxDesk = ({ outbox, handlers, until, log, onServed }: Parts): OutboxDesk => {
  let going: Promise<void> | null = null
  let again = false

  const next = async (): Promise<OutboxRow | null> => (until.aborted ? null : outbox.take(holdMs))

  const serve = async (row: OutboxRow): Promise<void> => {
    const { job, data } = row
    const began = new Date()
    try {
      if (row.tries > triesMax) throw new Error('it ended the program that did it too often')
      const handle = handlers.get(row.job)
      if (!handle) throw new Error(`no handler is written for “${row.job}”`)
      await handle(row.data)
      await outbox.done(row)
      onServed?.({ job, data, began })
    } catch (error) {
      const { why } = storyOf(error)
      log(`${row.job}: ${why}`)
      onServed?.({ job, data, began, failed: why })
      await outbox.failed(row, why, row.tries < triesMax)
    }
  }

  const drain = async (): Promise<void> => {
    do {
      again = false
      // What was taken is done, also when the program ends meanwhile: left lying it would be held up for `holdMs`.
      for (let row = await next(); row; row = await next()) await serve(row)
    } while (again as boolean) // another look may have come meanwhile
  }
  const look = (): void => {
    again = true
    if (going || until.aborted) return
    going = drain()
      .catch((error: unknown) => {
        if (!until.aborted) log(`outbox: ${storyOf(error).why}`)
      })
      .finally(() => (going = null))
  }
  const timer = setInterval(look, pollMs)
  until.addEventListener('abort', () => clearInterval(timer), { once: true })
  outbox.watch(look, until)
  look()
  return { look, drained: async () => going ?? undefined }
}
