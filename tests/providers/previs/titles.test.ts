import { describe, expect, it } from 'vitest'
import type { TitleCard } from '@/domain/titles/titleCardsOf'
import { openShot } from '@/providers/previs/shot'
import { person, staging } from './cast'

const frames = 96
const shotWith = (titles: TitleCard[]) =>
  openShot(staging({ people: [person('mara', 0.5)], shotSize: 'medium' }), { fps: 24, frames, mouths: [], slate: null, opening: null, titles }) // prettier-ignore

describe('a title over the picture', () => {
  it('comes and goes, and leaves the first and the last frame alone', async () => {
    const [bare, titled] = [await shotWith([]), await shotWith([{ at: 'opening', large: 'Night Rain', small: '' }])]
    const apart = (n: number): boolean => {
      for (const shot of [bare, titled]) shot.draw(n)
      return !bare.compositor.rgb().equals(titled.compositor.rgb())
    }
    expect([0, 40, frames - 1].map(apart)).toEqual([false, true, false])
  })

  it('of letters no font has draws nothing', async () => {
    const [bare, titled] = [await shotWith([]), await shotWith([{ at: 'end', large: '雨', small: '' }])]
    for (const shot of [bare, titled]) shot.draw(70)
    expect(bare.compositor.rgb().equals(titled.compositor.rgb())).toBe(true)
  })
})
