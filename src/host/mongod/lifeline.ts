import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, statSync } from 'node:fs'
import { StudioError } from '@/domain/errors/StudioError'

/**
 * The lifeline is a FIFO: mongod's watchdog reads it, every program that needs the database holds a write end, and the
 * kernel closes that end however the program dies. When the last writer is gone the watchdog sees the end of the file.
 */
export const makeLifeline = (path: string): void => {
  if (isFifo(path)) return
  try {
    execFileSync('mkfifo', ['-m', '600', path], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (cause) {
    if (isFifo(path)) return // another program was faster
    throw new StudioError({
      code: 'NO_FIFO',
      what: `Backlot could not make the FIFO ${path}.`,
      why: `mkfifo failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'Put BACKLOT_HOME on a local disk of Linux or macOS (on Windows use WSL2), or set MONGODB_URI to a replica set that runs elsewhere.',
      cause,
    })
  }
}

/** Opens a write end if a watchdog reads; else (nobody reads, or there is no FIFO yet) gives nothing. Never waits. */
export const holdLifeline = (path: string): number | undefined => {
  if (!isFifo(path)) return undefined
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENXIO') return undefined
    throw error
  }
}

/**
 * Both ends at once, for the program that starts the watchdog: the read end to hand on, the write end to keep. The
 * write end exists before the watchdog does, so a starter that dies in between leaves no mongod behind.
 */
export const bothEnds = (path: string): { readEnd: number; writeEnd: number } => {
  // An end opened for both keeps the next two from waiting for each other.
  const opener = openSync(path, constants.O_RDWR)
  try {
    return { readEnd: openSync(path, constants.O_RDONLY), writeEnd: openSync(path, constants.O_WRONLY) }
  } finally {
    closeSync(opener)
  }
}

const isFifo = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false
