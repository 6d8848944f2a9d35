import { mkdirSync, openSync, renameSync, statSync, writeSync, closeSync } from 'node:fs'
import { dirname } from 'node:path'
import { redacted } from '@/domain/log/redacted'

type Asked = {
  /** Absolute; turned at 10 MB, one old one kept. Null: none. */
  file: string | null
  /** Values that never reach a log. */
  secrets: readonly string[]
}
/** What pino writes to. */
export type LogLines = { write: (line: string) => void }

const turnBytes = 10_000_000

/** Lines of a log, one JSON object each, to a file and to stderr, without secrets. A disk that is full stops no work. */
export const logLines = ({ file, secrets }: Asked): LogLines => {
  let open: { fd: number; bytes: number } | null = null
  const append = (path: string, line: string): void => {
    if (open && open.bytes > turnBytes) {
      closeSync(open.fd)
      open = null
      renameSync(path, `${path}.old`)
    }
    open ??= opened(path)
    open.bytes += writeSync(open.fd, line)
  }
  return {
    write: (line) => {
      const clean = redacted(line, secrets)
      process.stderr.write(clean)
      if (file === null) return
      try {
        append(file, clean)
      } catch {
        open = null // stderr has it
      }
    },
  }
}

const opened = (path: string): { fd: number; bytes: number } => {
  mkdirSync(dirname(path), { recursive: true })
  return { fd: openSync(path, 'a', 0o600), bytes: statSync(path).size }
}
