import { paidPace, type PaidPace } from '@/domain/generation/paidPace'
import type { Blow } from './blows'

/** What a program of a trial is told to be. */
export type Order = {
  role: 'worker' | 'door'
  /** For people: "worker 1". */
  name: string
  uri: string
  /** Media, journal, scratch. */
  folder: string
  marks: string
  blows: Blow[]
  /** The environment the emulated providers want. */
  env: Record<string, string>
  /** `worker`: the name of its machine. */
  machine: string
  publicUrl: string | null
  places: number
  /** `door`: where it listens; 0: any. */
  port: number
}
export type Told = { ready: true; port: number } | { ended: true } | { log: string }

export const secret = 'a secret of the trials'

/** Everything waits for tenths of a second instead of minutes. */
export const quickPace: PaidPace = {
  ...paidPace,
  askLeastMs: 60,
  askMostMs: 250,
  backoffMs: 25,
  graceLeastMs: 700,
  sendWithinMs: 700,
  sendingLeaseMs: 1500,
  rowMs: 1500,
  tidyMs: 1500,
}
export const leaseMs = 1200
