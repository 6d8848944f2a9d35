import { expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'

const sizesIn = (place: string): string[] => {
  const text = `${place} - NIGHT\n\nANNA drives. Rain on the glass.\n\nANNA\nHome.\n\nANNA turns the wheel and walks her eyes along the road.\n`
  return breakIntoScenes(parseFountain(text), { fps: 24 }).scenes.map(({ shotSize }) => shotSize)
}

it('nobody is seen from head to feet inside a car, and everybody may be in a bus', () => {
  for (const size of sizesIn('INT. CAR')) expect(['medium', 'medium_close', 'close_up', 'over_shoulder', 'insert']).toContain(size) // prettier-ignore
  expect(sizesIn('INT. BUS')[0]).toBe('wide')
})
