import { describe, expect, it } from 'vitest'
import { gatheredFacts } from '@/domain/readiness/gatheredFacts'
import { readinessOf } from '@/domain/readiness/readiness'

const film = { title: 'Night Rain' }
const note = (text: string) => ({ kind: 'note' as const, title: 'Note', text })
const screenplay = (text: string) => ({ kind: 'screenplay' as const, title: 'film.fountain', text })
const whole = screenplay(`INT. LIGHTHOUSE - NIGHT

Rain on the glass. MARA, sixty, in a grey coat, holds a lantern and listens to a dead radio.

MARA
Say that again.

EXT. CLIFF - DAWN

Cold blue light. Mara runs into the wind and stops at the edge.
`)
const scores = (...items: Parameters<typeof gatheredFacts>[0]) =>
  Object.fromEntries(readinessOf(gatheredFacts(items, film)).departments.map(({ slug, score }) => [slug, score]))

describe('what is gathered', () => {
  it('is ready for every department when a whole screenplay is there', () => {
    const { overallReady, departments } = readinessOf(gatheredFacts([whole], film))
    expect(departments.filter(({ ready }) => !ready)).toEqual([])
    expect(overallReady).toBe(true)
  })

  it('is not ready with one note, and says of each department what is missing and how to mend it', () => {
    const { overallReady, departments } = readinessOf(gatheredFacts([note('A keeper finds a radio.')], film))
    expect(overallReady).toBe(false)
    for (const { score, missing } of departments) {
      expect(score).toBe(100 - missing.reduce((sum, { points }) => sum + points, 0))
      for (const item of missing) expect([item.path, item.what, item.fix].every((words) => words.length > 3)).toBe(true)
      for (const { points } of missing) expect(Number.isInteger(points)).toBe(true)
    }
  })

  it('gets better by what is added, and never worse', () => {
    const before = scores(note('A keeper finds a radio.'))
    const after = scores(note('A keeper finds a radio.'), whole)
    for (const [department, score] of Object.entries(before)) expect(after[department]).toBeGreaterThanOrEqual(score)
  })

  it('misses everybody of whom nothing is said, by name', () => {
    const text = 'INT. HALL - DAY\n\nThey wait.\n\nTOM\nNow?\n\nANN\nNow.\n'
    const { departments } = readinessOf(gatheredFacts([screenplay(text)], film))
    const paths = departments.find(({ slug }) => slug === 'character')?.missing.map(({ path }) => path)
    expect(paths).toEqual(['characters.TOM.description', 'characters.ANN.description'])
  })
})
