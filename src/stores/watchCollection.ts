import type { ChangeStream, ChangeStreamDocument, ChangeStreamOptions, Document } from 'mongodb'

/** A collection, or a whole database. */
type Watchable<T extends Document> = {
  watch(pipeline: Document[], options: ChangeStreamOptions): ChangeStream<T, ChangeStreamDocument<T>>
}
type Watched<T extends Document> = {
  pipeline: Document[]
  onChange: (change: ChangeStreamDocument<T>) => void
  /** From now on changes are told; also after the stream was opened again. */
  onOpen?: () => void
  signal: AbortSignal
}

/** Follows a collection until `signal` aborts, opening the stream again after the database was away. A hint only: what was missed meanwhile, the caller's poll finds. */
export const watchCollection = <T extends Document>(
  collection: Watchable<T>,
  { pipeline, onChange, onOpen, signal }: Watched<T>,
): void => {
  let pauseMs = firstPauseMs
  const open = (): void => {
    if (signal.aborted) return
    const stream = collection.watch(pipeline, { maxAwaitTimeMS: 5000 })
    const close = () => void stream.close().catch(() => undefined)
    const again = () => {
      signal.removeEventListener('abort', close)
      close()
      setTimeout(open, pauseMs).unref()
      pauseMs = Math.min(lastPauseMs, pauseMs * 2)
    }
    if (onOpen) stream.once('resumeTokenChanged', onOpen)
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
