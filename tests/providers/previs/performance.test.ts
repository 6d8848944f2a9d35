import { describe, expect, it } from 'vitest'
import { archetypeOf } from '@/providers/previs/plates/archetypeOf'
import { drawForeground } from '@/providers/previs/foreground'
import { atRest, going, onTheWay } from '@/providers/previs/crossing'
import { frameStaging } from '@/providers/previs/framing'
import { phaseFrames } from '@/providers/previs/gait'
import { lightOf } from '@/providers/previs/light'
import { litBy } from '@/providers/previs/nearestLamp'
import { slideOf } from '@/providers/previs/performance'
import { drawPlate } from '@/providers/previs/plates/drawPlate'
import { setFor } from '@/providers/previs/plates/sets/setFor'
import type { StagedPerson } from '@/domain/scene/staging'
import { person, staging } from './cast'

const take = { fps: 24, frames: 400, mouths: [], slate: null, opening: null }
const walker = (name: 'mara' | 'pip' | 'vance', x: number, view: StagedPerson['view']) =>
  person(name, x, { pose: 'walk', view })

describe('people who walk', () => {
  const ends = (people: StagedPerson[]) => {
    const scene = staging({ width: 1280, height: 720, people })
    const framing = frameStaging(scene)
    return framing.people.map((framed, i) => {
      const one = people[i]
      return { half: framed.half, x: framed.x + (one ? slideOf(one, { framed, framing, take, staging: scene }) : 0) }
    })
  }

  it('stop before each other, with a body of air between them', () => {
    for (const other of [walker('vance', 0.62, 'left_side'), person('vance', 0.62), walker('pip', 0.62, 'left_side')]) {
      const [a, b] = ends([walker('mara', 0.38, 'right_side'), other])
      expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThanOrEqual((a?.half ?? 0) + (b?.half ?? 0))
    }
  })

  it('go on as far as the frame when nobody is in their way', () => {
    const [a] = ends([walker('mara', 0.3, 'right_side'), person('vance', 0.1)])
    expect(a?.x).toBeGreaterThan(0.85 * 1280)
  })
})

describe('people who come and go', () => {
  const crossing = (way: 'enters' | 'leaves', to: -1 | 1) => ({ crossing: { way, to } }) as const
  const at = (one: StagedPerson, s: number, size: 'full' | 'medium' = 'full') => {
    const framing = frameStaging(staging({ width: 1280, height: 720, shotSize: size, people: [one] }))
    const [framed] = framing.people
    if (!framed) throw new Error('somebody is framed')
    const way = onTheWay(one, { framed, framing, take: { ...take, frames: 96 }, s })
    return { way, right: framed.x + framed.half + (way?.x ?? 0), left: framed.x - framed.half + (way?.x ?? 0) }
  }

  it('begin outside the frame, come in on their side and are there within two seconds', () => {
    for (const size of ['full', 'medium'] as const) {
      const mara = person('mara', 0.4, { pose: 'walk', view: 'right_side', ...crossing('enters', 1) })
      expect(at(mara, 0, size).right).toBeLessThan(0)
      expect(at(mara, 0.5, size).way?.x).toBeLessThan(0)
      expect(at(mara, 2, size).way).toBeNull()
    }
  })

  it('are gone with the last frame, and not before the last two seconds', () => {
    const tom = person('vance', 0.62, { view: 'three_quarter_left', ...crossing('leaves', 1) })
    expect(at(tom, 2).way).toBeNull()
    expect(at(tom, 3.99).left).toBeGreaterThan(1280)
  })

  it('stand at their place with the face to the light of the scene, and walk sideways on the way', () => {
    const mara = person('mara', 0.4, { pose: 'walk', view: 'right_side', ...crossing('enters', 1) })
    expect(atRest(mara)).toMatchObject({ pose: 'stand', view: 'three_quarter_right' })
    expect(going(person('vance', 0.6, { pose: 'sit', ...crossing('leaves', -1) }))).toMatchObject({ pose: 'walk', view: 'left_side' }) // prettier-ignore
  })

  it('set their feet as fast as they go', () => {
    expect(phaseFrames('walk', 0.3)).toBeGreaterThan(phaseFrames('walk', 0.6))
    expect(phaseFrames('run', 1.5)).toBe(2)
  })
})

describe('light and things around people', () => {
  it('lights everybody from the lamp nearest to them by night, and from the sun by day', () => {
    const scene = staging({ width: 1280, height: 720, shotSize: 'wide', people: [person('mara', 0.3), person('vance', 0.7)] }) // prettier-ignore
    const framing = frameStaging(scene)
    const plate = drawPlate(scene)
    const scale = framing.width / framing.window.width
    for (const framed of framing.people) {
      const lamp = { x: (framed.x + 60) / scale + framing.window.x, y: 300, r: 200, colour: '#ffc266' }
      expect(litBy({ ...plate, lamps: [lamp] }, framing, framed).sunSide).toBe(1)
      expect(litBy({ ...plate, lamps: [{ ...lamp, x: lamp.x - 120 / scale }] }, framing, framed).sunSide).toBe(-1)
      const day = drawPlate({ ...scene, timeOfDay: 'noon' })
      expect(litBy(day, framing, framed)).toBe(day.light)
    }
  })

  it('puts something clean before the lens in every kind of place that has room for it', () => {
    const framing = frameStaging(staging({ shotSize: 'medium', width: 1280, height: 720, people: [person('mara', 0.5)] })) // prettier-ignore
    const light = lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
    const drawn = (Object.keys(setFor) as (keyof typeof setFor)[]).map((kind) => drawForeground(kind, { framing, light, name: kind })) // prettier-ignore
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(drawn.filter(Boolean).length).toBeGreaterThan(25)
    expect(archetypeOf({ name: 'Outer space', interior: false, description: '' })).toBe('space')
  })

  it('keeps the near person of an over-shoulder under a third of the picture and off the face', () => {
    for (const [width, height] of [
      [1280, 720],
      [720, 1280],
      [960, 960],
    ] as const) {
      // prettier-ignore
      const people = [person('mara', 0.62, { view: 'three_quarter_left' }), person('vance', 0.39, { near: true, view: 'back' })] // prettier-ignore
      const [face, near] = frameStaging(staging({ shotSize: 'over_shoulder', width, height, people })).people
      if (!face || !near) throw new Error('both are framed')
      const shoulders = near.head.y + near.head.half * 1.4
      const body = Math.max(0, height - shoulders) * Math.min(near.x + near.half * 0.9, 1.8 * near.half)
      const head = 2 * near.head.half * 0.8 * (shoulders - near.head.top)
      expect((head + body) / (width * height)).toBeLessThan(0.36)
      expect(near.x + near.head.half).toBeLessThan(face.x - face.head.half * 0.8)
    }
  })
})
