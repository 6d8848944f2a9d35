import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeHome } from '../support/removeHome'
import { liveThrough } from './paidExample'
import { openGround, type Ground } from './trials/ground'
import { runTrial } from './trials/runTrial'
import { trialOf } from './trials/trial'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window. The kettle boils.

MARA
Morning already.
`

/** Quick ones of many kinds; `npm run chaos` runs the others (docs/reliability.md). */
const seeds = [2, 3, 9, 12, 13, 14, 18, 20, 23, 24, 28, 29, 30, 32, 33, 34]
/** No trial begins later: on a machine that is busy elsewhere some are left to the next time. */
const beginWithinMs = 120_000

const home = mkdtempSync(join(tmpdir(), 'backlot-trials-'))
let folder = ''
let ground: Ground
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backlot-day-'))
  writeFileSync(join(folder, 'two-lamps.fountain'), screenplay)
  ground = await openGround(home)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await ground.close()
  await removeHome(home)
})

// at the same time: the film mostly waits for its providers
describe.concurrent('paid calls', () => {
  // the whole example, killed four times: npx tsx tests/chaos/paidExample.ts
  it('of a film on a rough day, its command killed twice, are all stored, written off or shown at risk, booked to the nanodollar', async () => {
    const { books, ended, told } = await liveThrough('rough', {
      file: join(folder, 'two-lamps.fountain'),
      budget: '20',
      small: '0.5',
      calls: 26,
      kills: 2,
    })
    expect(ended.code, ended.stderr.slice(-2000)).toBe(0)
    expect(told.filter((line) => line.startsWith('killed'))).toHaveLength(2)
    expect(books.faults, told.join('\n')).toEqual([])
  }, 400_000)

  it('stay whole while programs are killed and the provider is hostile', async () => {
    const until = Date.now() + beginWithinMs
    let held = 0
    for (const seed of seeds) {
      if (Date.now() > until) break
      const { faults, struck, day } = await runTrial(ground, trialOf(seed))
      expect(faults, `seed ${seed}: ${[...struck, ...day].join('; ')}`).toEqual([])
      held++
    }
    expect(held).toBeGreaterThan(3)
  }, 250_000)
})
