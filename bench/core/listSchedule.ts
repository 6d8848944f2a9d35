import type { RankedPiece } from './referenceGraph'

export type Caps = (slot: RankedPiece['slot']) => number
/** Which of two ready pieces goes first; `readyAt` in seconds. */
export type Order = (a: Ready, b: Ready) => number
export type Ready = { piece: RankedPiece; readyAt: number }

export const longestPathFirst: Order = (a, b) => b.piece.rank - a.piece.rank || a.piece.node - b.piece.node
export const firstComeFirst: Order = (a, b) => a.readyAt - b.readyAt || a.piece.node - b.piece.node

/** How long the graph takes (s) when every place takes the best ready piece at once and nothing costs time but the pieces. */
export const listSchedule = (pieces: readonly RankedPiece[], caps: Caps, order: Order): number => {
  const open = pieces.map(({ needs }) => needs.length)
  const dependants = pieces.map((): number[] => [])
  for (const { node, needs } of pieces) for (const need of needs) dependants[need]?.push(node)
  const used = new Map<string, number>()
  let ready: Ready[] = pieces.filter(({ needs }) => needs.length === 0).map((piece) => ({ piece, readyAt: 0 }))
  let running: { piece: RankedPiece; endsAt: number }[] = []
  let now = 0
  for (;;) {
    const left: Ready[] = []
    for (const one of ready.sort(order)) {
      const { slot, seconds } = one.piece
      if ((used.get(slot) ?? 0) >= caps(slot)) left.push(one)
      else {
        used.set(slot, (used.get(slot) ?? 0) + 1)
        running.push({ piece: one.piece, endsAt: now + seconds })
      }
    }
    ready = left
    if (running.length === 0) return now
    now = Math.min(...running.map(({ endsAt }) => endsAt))
    for (const { piece } of running.filter(({ endsAt }) => endsAt <= now)) {
      used.set(piece.slot, (used.get(piece.slot) ?? 0) - 1)
      for (const next of dependants[piece.node] ?? []) open[next] = (open[next] ?? 0) - 1
      const freed = (dependants[piece.node] ?? []).filter((next) => open[next] === 0)
      ready.push(...freed.flatMap((next) => pieces[next] ?? []).map((next) => ({ piece: next, readyAt: now })))
    }
    running = running.filter(({ endsAt }) => endsAt > now)
  }
}
