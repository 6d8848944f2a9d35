import { describe, expect, it } from 'vitest'
import { checkContinuityOf, type ContinuityScene } from '@/domain/scene/continuity'

const block = (character: string, position: 'left' | 'center' | 'right') => ({
  character, position, facing: 'camera' as const, pose: 'stand' as const, action: '',
}) // prettier-ignore
const scene = (more: Partial<ContinuityScene> = {}): ContinuityScene => ({
  heading: 'INT. KITCHEN - NIGHT', location: 'KITCHEN', timeOfDay: 'night', weather: 'rainy', boundary: 'chain_last_frame',
  blocking: [block('MARA', 'left')], ...more,
}) // prettier-ignore
const answers = (list: readonly { id: string; answer: string }[]) => list.map(({ id, answer }) => `${id} ${answer}`)

describe('continuity with the scene before', () => {
  it('under one heading is the same light, weather and side of the screen', () => {
    expect(answers(checkContinuityOf(scene(), scene(), true).answers)).toEqual([
      'continuity:time yes',
      'continuity:weather yes',
      'continuity:side:MARA yes',
    ])
    const moved = checkContinuityOf(scene({ weather: 'clear', blocking: [block('MARA', 'right')] }), scene(), true)
    expect(answers(moved.answers)).toContain('continuity:side:MARA no')
    expect(answers(moved.answers)).toContain('continuity:weather no')
  })

  it('asks nothing of who stands in the middle, or was not there', () => {
    const { answers: asked } = checkContinuityOf(
      scene({ blocking: [block('MARA', 'center'), block('TOM', 'left')] }),
      scene(),
      true,
    )
    expect(asked).toHaveLength(2)
  })

  it('ends at another heading, and degrades to a cut with a notice when the clip before is missing', () => {
    expect(checkContinuityOf(scene({ heading: 'EXT. ROAD - DAY' }), scene(), true)).toEqual({
      boundary: 'cut',
      answers: [],
      notice: '',
    })
    expect(checkContinuityOf(scene(), null, true).boundary).toBe('cut')
    expect(checkContinuityOf(scene(), scene(), true).boundary).toBe('chain_last_frame')
    const missing = checkContinuityOf(scene(), scene(), false)
    expect([missing.boundary, missing.notice !== '']).toEqual(['cut', true])
  })
})
