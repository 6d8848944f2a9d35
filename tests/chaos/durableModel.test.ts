import fc from 'fast-check'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { planOfActs } from '../support/crew'
import { bringToEnd, wakeGhosts } from '../support/modelEnding'
import { anyMoves, anySmallPlan, makeMove, type Move, type SmallPlan } from '../support/modelMoves'
import { openModelStage, type ModelStage } from '../support/modelStage'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

/**
 * Any small film, three workers moved by hand, and whatever may happen to them, on the real stores and a real database.
 * After every move all that is remembered is compared with a model of what people expect (support/coreModel.ts).
 * A failure tells its seed, path and story: MODEL='{"seed":…,"path":"…","numRuns":1}' plays it again, and
 * MODEL='{"numRuns":400}' plays more.
 */
const wishes = JSON.parse(process.env['MODEL'] ?? '{}') as fc.Parameters<unknown>

let database: TestDatabase
let stage: ModelStage | undefined
beforeAll(async () => {
  database = await openTestDatabase()
  // The processes of the workers: who died is gone from this machine, who sleeps is not.
  const kill = process.kill.bind(process)
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    if (pid < 5_000_000) return kill(pid, signal)
    if ([...(stage?.dead ?? [])].some((owner) => owner.includes(`/${pid}/`)))
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' })
    return true
  })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await database.close()
})

/** A move that never ends is told like any other failure. */
const inTime = (move: Promise<void>): Promise<void> =>
  Promise.race([move, sleep(25_000, undefined, { ref: false }).then(() => Promise.reject(new Error('it never ended')))])

const play = async ({ steps, onError }: SmallPlan, moves: Move[], tells: boolean): Promise<void> => {
  stage = await openModelStage(database, planOfActs(steps, { onError }))
  try {
    for (const move of moves) await inTime(makeMove(stage, move))
    stage.story.push('the end')
    await inTime(bringToEnd(stage, tells))
    await inTime(wakeGhosts(stage))
  } catch (error) {
    if (error instanceof Error) error.message += `\n${stage.story.join('\n')}\n`
    throw error
  }
}

describe('a film, whatever happens to its workers', () => {
  it('is remembered as people expect after every move, and is finished in the end', async () => {
    const tells = fc.integer({ min: 0, max: 11 }).map((n) => n > 0)
    await fc.assert(fc.asyncProperty(anySmallPlan(), anyMoves(), tells, play), {
      numRuns: 100,
      interruptAfterTimeLimit: 20_000, // a machine with much else to do plays fewer
      ...wishes,
    })
  }, 120_000)
})
