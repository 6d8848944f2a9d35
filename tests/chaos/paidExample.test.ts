import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveThrough } from './paidExample'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window. The kettle boils.

MARA
Morning already.
`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backlot-day-'))
  writeFileSync(join(folder, 'two-lamps.fountain'), screenplay)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// the whole example, killed four times: npx tsx tests/chaos/paidExample.ts
describe('a film by paid models on a rough day, its command killed twice', () => {
  it('is made, and every request is stored, written off or shown at risk, booked to the nanodollar', async () => {
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
  }, 300_000)
})
