import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { flashbacksIn } from '@/domain/screenplay/flashbacksIn'
import { parseFountain } from '@/domain/screenplay/fountain'

const back = (text: string): string[] => [...flashbacksIn(parseFountain(text).elements)].map((one) => one.text)

describe('a flashback', () => {
  it('is the heading that says so, and what goes on from it', () => {
    const text = 'INT. A - NIGHT\n\nHe waits.\n\nINT. B - DAY - FLASHBACK\n\nShe runs.\n\nINT. C - CONTINUOUS\n\nShe falls.\n\nINT. A - NIGHT\n\nHe wakes.\n'
    expect(back(text)).toEqual(['INT. B - DAY - FLASHBACK', 'INT. C - CONTINUOUS'])
  }) // prettier-ignore

  it('that was begun lasts until it is ended', () => {
    const text = 'INT. A - NIGHT\n\nHe waits.\n\nBEGIN FLASHBACK\n\nINT. B - DAY\n\nShe runs.\n\nEXT. C - DAY\n\nShe falls.\n\nEND FLASHBACK.\n\nINT. A - NIGHT\n\nHe wakes.\n'
    expect(back(text)).toEqual(['INT. B - DAY', 'EXT. C - DAY'])
  }) // prettier-ignore

  it('has a sky of its own; after it the rain of the story falls on', () => {
    const text = 'EXT. QUAY - NIGHT\n\nRain beats on the quay. ANNA waits.\n\nEXT. BEACH - DAY - FLASHBACK\n\nBright sun. ANNA laughs.\n\nEXT. QUAY - NIGHT\n\nANNA turns and walks away.\n'
    const seen = breakIntoScenes(parseFountain(text), { fps: 24 }).scenes.map(({ weather, aside }) => [weather, aside])
    expect(seen).toEqual([['rainy', ''], ['clear', 'flashback'], ['rainy', '']]) // prettier-ignore
  }) // prettier-ignore
})
