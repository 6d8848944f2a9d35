import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeHome } from '../support/removeHome'
import { openGround, type Ground } from './trials/ground'
import { runTrial } from './trials/runTrial'
import { trialOf } from './trials/trial'

/** Quick ones of many kinds; `npm run chaos` runs the others (docs/reliability.md). */
const seeds = [2, 3, 9, 12, 13, 14, 18, 20, 23, 24, 28, 29, 30, 32, 33, 34]
/** No trial begins later: on a machine that is busy elsewhere some are left to the next time. */
const beginWithinMs = 80_000

const home = mkdtempSync(join(tmpdir(), 'backlot-trials-'))
let ground: Ground
beforeAll(async () => {
  ground = await openGround(home)
})
afterAll(async () => {
  await ground.close()
  await removeHome(home)
})

it('paid calls stay whole while programs are killed and the provider is hostile', async () => {
  const until = Date.now() + beginWithinMs
  let held = 0
  for (const seed of seeds) {
    if (Date.now() > until) break
    const { faults, struck, day } = await runTrial(ground, trialOf(seed))
    expect(faults, `seed ${seed}: ${[...struck, ...day].join('; ')}`).toEqual([])
    held++
  }
  expect(held).toBeGreaterThan(3)
}, 170_000)
