import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { childPart } from '@/cli/childPart'
import { keepParts, type Part } from '@/cli/keepParts'
import { StudioError } from '@/domain/errors/StudioError'
import { until } from '../support/until'

const folder = mkdtempSync(join(tmpdir(), 'backlot-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A part that says it is open, and lives until its stdin ends; how often it was started stands in a file. */
const script = join(folder, 'part.mjs')
writeFileSync(
  script,
  `import { appendFileSync } from 'node:fs'
   const [starts, dies] = process.argv.slice(2)
   appendFileSync(starts, process.pid + '\\n')
   if (dies) { console.error('no lamp in the lighthouse'); process.exit(3) }
   console.log('open')
   process.stdin.on('end', () => process.exit(0)).resume()
   process.on('SIGTERM', () => process.exit(0))`,
)
const partOf = (starts: string, dies = false): Part => {
  const argv = [script, starts, ...(dies ? ['dies'] : [])]
  const child = childPart({ argv, root: folder, settings: Promise.resolve({}), endsMs: 2000, say: () => undefined })
  const story = (last: string[]) => new StudioError({ code: 'ENDED', what: 'It ended.', why: last.join(' '), fix: '' })
  return { pid: child.pid, ready: () => child.prints('open'), ended: child.gone.then(story), close: child.close }
}
const pidsIn = (file: string) => readFileSync(file, 'utf8').trim().split('\n').map(Number)
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the parts of a studio', () => {
  it('are each started again when killed, after pauses that grow, and end together', async () => {
    const [web, worker] = [join(folder, 'web'), join(folder, 'worker')]
    const ends: { name: string; why: string; pauseMs: number }[] = []
    const parts = keepParts(
      [
        { name: 'web', start: () => partOf(web) },
        { name: 'worker', start: () => partOf(worker) },
      ],
      { onEnd: (name, { why }, pauseMs) => ends.push({ name, why, pauseMs }) },
    )
    await parts.ready
    for (const times of [1, 2]) {
      process.kill(pidsIn(worker).at(-1)!, 'SIGKILL')
      await until('it is started again', () => pidsIn(worker).length === times + 1)
    }
    expect(ends).toEqual([
      { name: 'worker', why: '(killed by SIGKILL)', pauseMs: 500 },
      { name: 'worker', why: '(killed by SIGKILL)', pauseMs: 1000 },
    ])
    expect(pidsIn(web)).toHaveLength(1)
    await parts.close()
    expect([...pidsIn(web), ...pidsIn(worker)].filter(lives)).toEqual([])
  })

  it('refuse the start when one of them never does its work, with what it said', async () => {
    const parts = keepParts([{ name: 'web', start: () => partOf(join(folder, 'dead'), true) }], {
      onEnd: () => undefined,
    })
    await expect(parts.ready).rejects.toThrow('no lamp in the lighthouse (exit code 3)')
    await parts.close()
  })
})
