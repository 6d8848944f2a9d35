import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Ended } from './runTrial'

/** Trials that were run, one line of JSON each; the newest of a seed counts. */
export const trialLog = (file: string) => ({
  read: (): Map<number, Ended> => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    const ends = lines.flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as Ended]
      } catch {
        return [] // cut off while it was written
      }
    })
    return new Map(ends.map((end) => [end.seed, end]))
  },
  add: (end: Ended): void => {
    mkdirSync(dirname(file), { recursive: true })
    appendFileSync(file, `${JSON.stringify({ ...end, at: new Date().toISOString() })}\n`)
  },
})
