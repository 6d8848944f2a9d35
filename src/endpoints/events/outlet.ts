const roomBytes = 64_000
/** A client that takes nothing for so long is let go; when it comes back it is told what it missed. */
const stuckMs = 30_000

export type Outlet = {
  /** What the answer's body is. */
  body: ReadableStream<Uint8Array>
  write: (text: string) => void
  /** Whether the client has taken most of what was written. */
  hasRoom: () => boolean
  /** When it has; false when the stream ended or the client takes nothing any more. */
  room: () => Promise<boolean>
  isOpen: () => boolean
  end: () => void
}

/** The way to one client: holds at most some 64 KB it has not taken yet, whatever happens in the studio. */
export const outlet = (onClose: () => void): Outlet => {
  const encoder = new TextEncoder()
  let out: ReadableStreamDefaultController<Uint8Array> | null = null
  const waiting: (() => void)[] = []
  const settle = () => {
    for (const done of waiting.splice(0)) done()
  }
  const closed = () => {
    out = null
    settle()
    onClose()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        out = controller
      },
      pull: settle,
      cancel: closed,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: roomBytes }),
  )
  const hasRoom = () => (out?.desiredSize ?? 0) > 0
  const end = () => {
    if (!out) return
    out.close()
    closed()
  }
  const cut = () => {
    out?.error(new Error('the client takes nothing'))
    closed()
  }
  return {
    body,
    write: (text) => out?.enqueue(encoder.encode(text)),
    hasRoom,
    room: async () => {
      if (out && !hasRoom()) {
        const stuck = setTimeout(cut, stuckMs)
        await new Promise<void>((resolve) => waiting.push(resolve))
        clearTimeout(stuck)
      }
      return out !== null
    },
    isOpen: () => out !== null,
    end,
  }
}
