import { setTimeout as sleep } from 'node:timers/promises'
import { StudioError } from '@/domain/errors/StudioError'

/** A part of the studio that runs beside this program. */
export type Part = {
  pid: number | undefined
  /** Resolves when it does its work; fails with a story when it cannot. */
  ready: (signal: AbortSignal) => Promise<void>
  /** Resolves when it ended by itself, with the reason. */
  ended: Promise<StudioError>
  close: () => Promise<void>
}
export type KeptPart = { name: string; start: () => Part }
export type KeptParts = {
  /** Resolves when all of them do their work for the first time; fails when one of them cannot be started. */
  ready: Promise<void>
  /** Ends all of them; nothing is started again. */
  close: () => Promise<void>
}
type Watch = {
  /** A part ended by itself; it is started again after the pause. */
  onEnd: (name: string, why: StudioError, pauseMs: number) => void
}

const pauseMs = { first: 500, last: 30_000 }
/** Who lived so long did not die of its start. */
const steadyMs = 60_000

/** Starts the parts and starts each again that ends by itself, after pauses that grow while it keeps ending. */
export const keepParts = (parts: readonly KeptPart[], { onEnd }: Watch): KeptParts => {
  const ending = new AbortController()
  const open = new Map<string, Part>()

  /** Runs a part once. Answers whether it ever did its work, and why it ended. */
  const runOnce = async ({ name, start }: KeptPart, onReady: () => void): Promise<StudioError> => {
    const part = start()
    open.set(name, part)
    const failed: StudioError[] = []
    part.ready(ending.signal).then(onReady, (error: unknown) => {
      if (error instanceof StudioError) failed.push(error)
      return part.close() // who never gets ready is ended, and so begins anew
    })
    const said = await part.ended
    return failed[0] ?? said
  }
  const keep = async (kept: KeptPart, onReady: () => void): Promise<void> => {
    let wasReady = false
    let pause = pauseMs.first
    while (!ending.signal.aborted) {
      const began = Date.now()
      const why = await runOnce(kept, () => {
        wasReady = true
        onReady()
      })
      if (isOver()) return
      if (!wasReady as boolean) throw why
      if (Date.now() - began > steadyMs) pause = pauseMs.first
      onEnd(kept.name, why, pause)
      await sleep(pause, undefined, { signal: ending.signal }).catch(() => undefined)
      pause = Math.min(pauseMs.last, pause * 2)
    }
  }
  const isOver = () => ending.signal.aborted

  const started = parts.map(
    (kept) => new Promise<void>((resolve, reject) => void keep(kept, resolve).then(resolve, reject)),
  )
  return {
    ready: Promise.all(started).then(() => undefined),
    close: async () => {
      ending.abort(new Error('the program ends'))
      await Promise.all([...open.values()].map((part) => part.close()))
    },
  }
}
