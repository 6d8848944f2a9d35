/** Files of a program that runs in memory: what it may read, and what it wrote. */
export type HostFiles = Map<string, Uint8Array>
type Open = { name: string; at: number }

const ok = 0
const badFile = 8
const missing = 44
const folder = '/work'
const firstFile = 4
const kinds = { folder: 3, file: 4, terminal: 2 }
const createFlag = 1
const emptyFlag = 8

class Ended extends Error {
  readonly code: number
  constructor(code: number) {
    super(`ended with ${String(code)}`)
    this.code = code
  }
}

/**
 * Runs a compiled WASI program once, in memory: arguments, the files in `/work`, a clock that stands still, nothing of
 * the machine. Node's own host may crash the process when a program's memory grows (nodejs/node#52402), this one
 * looks at the memory anew in every call. Gives the exit code; `files` holds what it wrote.
 */
export const runInMemory = async (program: WebAssembly.Module, args: string[], files: HostFiles): Promise<number> => {
  let memory: WebAssembly.Memory | null = null
  const view = () => new DataView((memory ?? notYet).buffer)
  const host = { ...argumentsOf(args, view), ...filesOf(files, view), ...restOf(view) }
  const instance = await WebAssembly.instantiate(program, { wasi_snapshot_preview1: host })
  memory = instance.exports.memory as WebAssembly.Memory
  try {
    ;(instance.exports._start as () => void)()
    return 0
  } catch (end) {
    if (end instanceof Ended) return end.code
    throw end
  }
}

type View = () => DataView
/** File, list of pieces in memory, how many of them, where to tell the sum. */
type Moved = [fd: number, list: number, count: number, to: number]
const notYet = { buffer: new ArrayBuffer(0) }

const argumentsOf = (args: string[], view: View) => {
  const texts = args.map((arg) => Buffer.from(`${arg}\0`))
  return {
    args_sizes_get: (count: number, size: number) => {
      view().setUint32(count, texts.length, true)
      view().setUint32(
        size,
        texts.reduce((sum, text) => sum + text.length, 0),
        true,
      )
      return ok
    },
    args_get: (list: number, to: number) => {
      let at = to
      for (const [i, text] of texts.entries()) {
        view().setUint32(list + 4 * i, at, true)
        new Uint8Array(view().buffer).set(text, at)
        at += text.length
      }
      return ok
    },
  }
}

/** Everything with a file in its hand. 0–2 lead nowhere, 3 is the folder. */
const filesOf = (files: HostFiles, view: View) => {
  const open = new Map<number, Open>()
  const pieces = (list: number, count: number) =>
    Array.from({ length: count }, (_, i) => {
      const at = view().getUint32(list + 8 * i, true)
      return new Uint8Array(view().buffer, at, view().getUint32(list + 8 * i + 4, true))
    })
  const told = (to: number, value: number) => {
    view().setUint32(to, value, true)
    return ok
  }
  return {
    fd_read: (...[fd, list, count, to]: Moved) => {
      const file = open.get(fd)
      let read = 0
      for (const piece of file ? pieces(list, count) : []) read += readFrom(files, file, piece)
      return told(to, read)
    },
    fd_write: (...[fd, list, count, to]: Moved) => {
      const file = open.get(fd)
      let written = 0
      for (const piece of pieces(list, count)) {
        if (file) writeTo(files, file, piece)
        written += piece.length
      }
      return told(to, written)
    },
    fd_seek: (...[fd, by, from, to]: [number, bigint, number, number]) => {
      const file = open.get(fd)
      if (!file) return badFile
      const start = from === 0 ? 0 : from === 1 ? file.at : (files.get(file.name)?.length ?? 0)
      file.at = Math.max(0, start + Number(by))
      view().setBigUint64(to, BigInt(file.at), true)
      return ok
    },
    fd_close: (fd: number) => (open.delete(fd) || fd < firstFile ? ok : badFile),
    fd_fdstat_get: (fd: number, to: number) => {
      if (fd >= firstFile && !open.has(fd)) return badFile
      view().setBigUint64(to, BigInt(fd === 3 ? kinds.folder : fd < 3 ? kinds.terminal : kinds.file), true)
      view().setBigUint64(to + 8, 2n ** 64n - 1n, true)
      view().setBigUint64(to + 16, 2n ** 64n - 1n, true)
      return ok
    },
    path_open: (...[, , at, length, flags, , , , to]: [number, number, number, number, number, bigint, bigint, number, number]) => {
      const name = Buffer.from(view().buffer, at, length).toString()
      const creates = (flags & createFlag) !== 0
      if (!files.has(name) && !creates) return missing
      if (!files.has(name) || flags & emptyFlag) files.set(name, new Uint8Array(0))
      const fd = firstFile + Math.max(-1, ...[...open.keys()].map((one) => one - firstFile)) + 1
      open.set(fd, { name, at: 0 })
      return told(to, fd)
    }, // prettier-ignore
  }
}

const readFrom = (files: HostFiles, file: Open | undefined, into: Uint8Array): number => {
  if (!file) return 0
  const got = files.get(file.name)?.subarray(file.at, file.at + into.length) ?? new Uint8Array(0)
  into.set(got)
  file.at += got.length
  return got.length
}

/** Room grows by doubling; what is not written yet reads as zeros and is cut off by whoever reads the sound's head. */
const writeTo = (files: HostFiles, file: Open, from: Uint8Array): void => {
  const now = files.get(file.name) ?? new Uint8Array(0)
  const end = file.at + from.length
  const room = end <= now.length ? now : grown(now, end)
  room.set(from, file.at)
  files.set(file.name, room)
  file.at = end
}

const grown = (bytes: Uint8Array, length: number): Uint8Array => {
  const kept =
    bytes.buffer.byteLength >= length ? bytes.buffer : new ArrayBuffer(Math.max(length, 2 * bytes.length, 65_536))
  const room = new Uint8Array(kept, 0, length)
  if (kept !== bytes.buffer) room.set(bytes)
  return room
}

const restOf = (view: View) => ({
  fd_fdstat_set_flags: () => ok,
  fd_prestat_get: (fd: number, to: number) => {
    if (fd !== 3) return badFile
    view().setUint32(to, 0, true)
    view().setUint32(to + 4, folder.length, true)
    return ok
  },
  fd_prestat_dir_name: (_: number, to: number) => {
    new Uint8Array(view().buffer).set(Buffer.from(folder), to)
    return ok
  },
  clock_time_get: (_: number, __: bigint, to: number) => {
    view().setBigUint64(to, 0n, true)
    return ok
  },
  proc_exit: (code: number) => {
    throw new Ended(code)
  },
})
