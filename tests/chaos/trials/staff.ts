import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Blow } from './blows'
import type { Ground } from './ground'
import type { Order } from './orders'
import type { Program } from './programs'

/** A part somebody plays in a trial; whoever is killed in it is followed by another program. */
type Seat = { name: string; order: Order; program: Program | null; awayMs: number; frozen: number; works: boolean }

/** Who works in a trial, and how they are struck. */
export type Staff = {
  /** Resolves with its port when it works. */
  hire: (order: Order) => Promise<number>
  strike: (name: string, blow: Blow) => void
  strikePid: (pid: number, blow: Blow) => void
  strikeDatabase: (blow: Blow) => Promise<void>
  /** Blows that fell, by their index. */
  fallen: () => number[]
  /** Nobody is away or frozen, and has not been for a while. */
  isCalm: () => boolean
  /** Everybody ends; who cannot is named. */
  dismiss: () => Promise<string[]>
  faults: string[]
  log: string[]
}

const calmMs = 350
const endMs = 20_000

export const hireStaff = (ground: Ground, blows: readonly Blow[], marks: string): Staff => {
  const seats: Seat[] = []
  const seen = new Set<number>()
  const faults: string[] = []
  const log: string[] = []
  let isOver = false
  let databaseAway = 0
  let unrestAt = performance.now()

  const sit = async (seat: Seat): Promise<number> => {
    for (let tries = 0; ; tries++) {
      const program = await ground.programs.take()
      seat.program = program
      void program.gone.then((signal) => left(seat, program, signal))
      try {
        const port = await program.begin(seat.order, (line) => log.push(line))
        seat.works = true
        unrestAt = performance.now()
        return port
      } catch (error) {
        if (isOver || tries > 20) throw error
        await sleep(seat.awayMs)
      }
    }
  }
  const left = (seat: Seat, program: Program, signal: NodeJS.Signals | null): void => {
    look()
    if (seat.program !== program) return
    const worked = seat.works
    seat.works = false
    unrestAt = performance.now()
    if (isOver) return
    if (signal === null && worked) faults.push(`${seat.name} ended by itself`)
    if (worked) void sleep(seat.awayMs).then(() => (isOver ? 0 : sit(seat))).catch(() => 0) // prettier-ignore
  }
  const thaw = (seat: Seat, ms: number): void => {
    seat.frozen++
    const { program } = seat
    void sleep(ms).then(() => {
      program?.strike('SIGCONT')
      seat.frozen--
      unrestAt = performance.now()
    })
  }
  const struck = (seat: Seat, { what, ms }: Blow): void => {
    seat.awayMs = ms
    if (what === 'stop') thaw(seat, ms)
  }
  const strikeSeat = (seat: Seat | undefined, blow: Blow): void => {
    if (!seat?.program || seat.program.isGone()) return
    seen.add(blows.indexOf(blow))
    seat.program.strike(blow.what === 'kill' ? 'SIGKILL' : 'SIGSTOP')
    struck(seat, blow)
  }
  /** Who was struck within has left a mark; the frozen are woken in their time. */
  const look = (): void => {
    for (const file of existsSync(marks) ? readdirSync(marks) : []) {
      const index = file.startsWith('blow-') ? Number(file.slice(5)) : -1
      const blow = blows[index]
      if (!blow || seen.has(index)) continue
      const name = readFileSync(join(marks, file), 'utf8')
      if (name === '') continue // it is only being written
      seen.add(index)
      const seat = seats.find((one) => one.name === name)
      if (seat) struck(seat, blow)
    }
  }
  const looking = setInterval(look, 25)
  return {
    faults,
    log,
    fallen: () => [...seen].sort((a, b) => a - b),
    hire: (order) => {
      const seat: Seat = { name: order.name, order, program: null, awayMs: 100, frozen: 0, works: false }
      seats.push(seat)
      return sit(seat).then((port) => {
        order.port = port // who follows listens at the same place
        return port
      })
    },
    strike: (name, blow) => strikeSeat(seats.find((seat) => seat.name === name), blow), // prettier-ignore
    strikePid: (pid, blow) => strikeSeat(seats.find(({ program }) => program?.pid === pid), blow), // prettier-ignore
    strikeDatabase: async (blow) => {
      seen.add(blows.indexOf(blow))
      databaseAway++
      await ground.strikeMongod(blow.what, blow.ms)
      databaseAway--
      unrestAt = performance.now()
    },
    isCalm: () => {
      if (databaseAway > 0 || seats.some(({ works, frozen }) => !works || frozen > 0)) return false
      return performance.now() - unrestAt > calmMs
    },
    dismiss: async () => {
      isOver = true
      const slow: string[] = []
      for (const { name, program } of seats) {
        if (!program || program.isGone()) continue
        const ended = await Promise.race([program.end(), sleep(endMs, 'slow' as const)])
        if (ended === 'slow') slow.push(`${name} did not end within ${endMs / 1000} s`)
        if (ended === true) ground.programs.giveBack(program)
        else program.strike('SIGKILL')
      }
      clearInterval(looking) // who is struck while ending is woken, too
      return slow
    },
  }
}
