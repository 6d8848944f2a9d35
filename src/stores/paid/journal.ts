import { mkdir, open, readdir, readFile, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { isGone, type Owner } from '../owner'
import type { Manifest, PlainTicket } from './paidGeneration'

/** What came back from one POST, on disk before anything else is done with it. */
export type JournalLine = {
  key: string
  attemptId: string
  fence: number
  ticket: PlainTicket | null
  /** The whole answer, where the provider answered at once. */
  manifest: Manifest | null
}
export type Journal = ReturnType<typeof journal>

/**
 * Request ids on this machine's own disk, for the moment between the provider's answer and the database: append and
 * flush. Each program writes a file of its own; what dead programs left is read at the start of the next one.
 */
export const journal = (folder: string, owner: Owner) => {
  const fileOf = (of: Owner) => join(folder, `${of.replaceAll('/', '~')}.jsonl`)
  let file: Promise<FileHandle> | null = null
  const opened = async (): Promise<FileHandle> => {
    await mkdir(folder, { recursive: true })
    return open(fileOf(owner), 'a', 0o600)
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** Returns when the line is on the disk. */
    async write(line: JournalLine): Promise<void> {
      const text = `${JSON.stringify(line)}\n`
      const mine = last.then(async () => {
        const handle = await (file ??= opened())
        await handle.appendFile(text)
        await handle.sync()
      })
      last = mine.catch(() => undefined)
      await mine
    },
    /** Lines of programs of this machine that are gone; `apply` each, then its file is forgotten. */
    async replay(apply: (line: JournalLine) => Promise<void>): Promise<number> {
      const names = await readdir(folder).catch(() => [])
      const left = names.filter((name) => name.endsWith('.jsonl') && isGone(ownerOf(name), owner))
      let lines = 0
      for (const name of left) {
        for (const line of linesIn(await readFile(join(folder, name), 'utf8'))) {
          await apply(line)
          lines++
        }
        await rm(join(folder, name), { force: true })
      }
      return lines
    },
    /** Ends cleanly: all that was written here is in the database, too. */
    async close(): Promise<void> {
      await last
      const handle = await file
      await handle?.close()
      if (handle) await rm(fileOf(owner), { force: true })
    },
  }
}

const ownerOf = (name: string): Owner => name.slice(0, -'.jsonl'.length).replaceAll('~', '/')

/** A line that was cut off in the middle of writing says nothing. */
const linesIn = (text: string): JournalLine[] =>
  text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as JournalLine]
    } catch {
      return []
    }
  })
