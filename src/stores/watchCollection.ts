import type { ChangeStreamDocument, Collection, Document } from 'mongodb'

type Watched<T extends Document> = {
  pipeline: Document[]
  onChange: (change: ChangeStreamDocument<T>) => void
  signal: AbortSignal
}

/** Follows a collection until `signal` aborts, opening the stream again after the database was away. A hint only: what was missed meanwhile, the caller's poll finds. */
export const watchCollection = <T extends Document>(
  collection: Collection<T>,
  { pipeline, onChange, signal }: Watched<T>,
): void => {
  let pauseMs = firstPauseMs
  const open = (): void => {
    if (signal.aborted) return
    const stream = collection.watch<T>(pipeline, { maxAwaitTimeMS: 5000 })
    const close = () => void stream.close().catch(() => undefined)
    const again = () => {
      signal.removeEventListener('abort', close)
      close()
      setTimeout(open, pauseMs).unref()
      pauseMs = Math.min(lastPauseMs, pauseMs * 2)
    }
    stream.on('change', (change) => {
      pauseMs = firstPauseMs
      onChange(change)
    })
    stream.once('error', again)
    stream.on('error', () => undefined) // closing after an error may tell another one
    signal.addEventListener('abort', close, { once: true })
  }
  open()
}

const firstPauseMs = 500
const lastPauseMs = 15_000
