import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startEmulators, type Emulators } from '../../../emulators/startEmulators'
import type { Blow, ProviderPoint } from './blows'
import type { Ground } from './ground'
import type { Staff } from './staff'
import type { Trial } from './trial'

/** The emulated fal of a trial. What it sees comes to whoever strikes then, before it goes on. */
export const openProvider = async (ground: Ground, trial: Trial): Promise<Emulators> => {
  const { seed, day, places } = trial
  const plan = { seed, rules: day.rules }
  const emulators = await startEmulators({ speed: 400, plan, falSlots: Math.max(1, places - 1) })
  emulators.world.bytesOf = ground.bytesOf
  return emulators
}

type Posted = { pid: number; body: string }

/** Who sends wrote down what it sends. */
export const postedAs = (marks: string, bodyHash: string): Posted | null => {
  try {
    return JSON.parse(readFileSync(join(marks, `post-${bodyHash}`), 'utf8')) as Posted
  } catch {
    return null
  }
}

const newest = (marks: string): Posted | null => {
  const posts = readdirSync(marks).filter((file) => file.startsWith('post-'))
  const [last] = posts.sort((a, b) => statSync(join(marks, b)).mtimeMs - statSync(join(marks, a)).mtimeMs)
  return last === undefined ? null : postedAs(marks, last.slice(5))
}

/** Strikes the sender, or everybody, at what only the provider sees. */
export const strikeAtProvider = (
  { world }: Emulators,
  { blows, workers }: Trial,
  { staff, marks }: { staff: Staff; marks: string },
): void => {
  const counts = new Map<ProviderPoint, number>()
  const reached = (point: ProviderPoint, strike: (blow: Blow) => void): void => {
    const times = (counts.get(point) ?? 0) + 1
    counts.set(point, times)
    for (const blow of blows) if ('at' in blow && blow.at === point && blow.nth === times) strike(blow)
  }
  const sender = (posted: Posted | null) => (blow: Blow) => {
    if (posted) staff.strikePid(posted.pid, blow)
  }
  const { strikes } = world.plan
  world.plan.strikes = (family, what) => {
    if (family === 'wire' && what.provider === 'fal' && what.at === 'submit')
      reached('the POST is on the wire', sender(newest(marks)))
    if (family === 'media')
      reached('the file is asked for', (blow) => {
        for (let n = 0; n < workers; n++) staff.strike(`worker ${n}`, blow)
      })
    return strikes(family, what)
  }
  const { accept } = world.ledger
  world.ledger.accept = (accepted) => {
    const row = accept(accepted)
    reached('the request is accepted, not answered', sender(postedAs(marks, accepted.bodyHash)))
    return row
  }
}
