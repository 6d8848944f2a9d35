import { describe, expect, it } from 'vitest'
import { compositePlan } from '@/domain/scene/compositePlan'
import { stageScene, type StagedScene } from '@/domain/scene/stageScene'
import type { Blocking } from '@/domain/scene/sceneDraft'
import { looks } from '../../providers/previs/cast'

const format = { width: 1280, height: 720 }
const scene = (change: Partial<StagedScene>): StagedScene => ({
  intExt: 'INT', location: 'HALL', timeOfDay: 'night', weather: 'clear', shotSize: 'wide', angle: 'eye_level', movement: 'static',
  charactersPresent: [], blocking: [], emotions: [], props: [], focusOn: '', action: '', ...change,
}) // prettier-ignore
const block = (character: string, change: Partial<Blocking> = {}): Blocking => ({
  character, position: 'center', facing: 'screen_right', pose: 'stand', action: '', ...change,
}) // prettier-ignore
const staged = (change: Partial<StagedScene>) => {
  const cast = (change.charactersPresent ?? []).map((name) => ({ name, look: looks.mara }))
  return stageScene(scene(change), { cast, place: { description: '' }, format })
}

describe('the staging of a scene', () => {
  it('shows forty people: six of them one by one, the rest as a crowd, and says so', () => {
    const names = Array.from({ length: 40 }, (_, i) => `GUEST ${String(i)}`)
    const { staging, notShown } = staged({ charactersPresent: names, blocking: names.map((name) => block(name)) })
    expect(staging.people.map(({ name }) => name)).toEqual(names.slice(0, 6))
    expect(new Set(staging.people.map(({ x }) => x)).size).toBe(6)
    expect(staging.crowd).toBe(12)
    expect(notShown).toHaveLength(34)
    expect(notShown[0]?.why).toContain('crowd')
    expect(compositePlan(staging).length).toBeLessThanOrEqual(20)
  })

  it('has no crowd of six, and none behind a single face', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    expect(staged({ charactersPresent: names.slice(0, 6) }).staging.crowd).toBe(0)
    expect(staged({ charactersPresent: names, shotSize: 'close_up' }).staging.crowd).toBe(0)
  })

  it('lets people cross the edge of the frame the way they face', () => {
    const blocking = [
      block('MARA', { position: 'center_right', pose: 'walk', crossing: 'enters' }),
      block('TOM', { position: 'center_left', facing: 'away', crossing: 'leaves' }),
    ]
    const [mara, tom] = staged({ charactersPresent: ['MARA', 'TOM'], blocking }).staging.people
    expect(mara).toMatchObject({ view: 'right_side', crossing: { way: 'enters', to: 1 } })
    expect(tom).toMatchObject({ view: 'back', crossing: { way: 'leaves', to: -1 } })
  })

  it('turns two who embrace to each other', () => {
    const blocking = [
      block('MARA', { position: 'center_left', pose: 'embrace' }),
      block('TOM', { position: 'center_right', facing: 'screen_left', pose: 'embrace' }),
    ]
    const views = staged({ charactersPresent: ['MARA', 'TOM'], blocking }).staging.people.map(({ view }) => view)
    expect(views).toEqual(['right_side', 'left_side'])
  })
})
