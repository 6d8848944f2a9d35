import { describe, expect, it } from 'vitest'
import { pictureFormat } from '@/domain/format'
import type { Staging } from '@/domain/scene/staging'
import { angles, aspects, shotSizes } from '@/domain/scene/vocabulary'
import { figureSvg } from '@/providers/previs/figures/figureSvg'
import { frameStaging } from '@/providers/previs/framing'
import { deepened } from '@/providers/previs/framingTable'
import { lightOf } from '@/providers/previs/light'
import { person, staging } from './cast'

const casts = {
  'a woman alone': [person('mara', 0.5)],
  'a child alone': [person('pip', 0.1)],
  'a man in a hat': [person('vance', 0.95, { view: 'front' })],
  'a woman and a child': [person('mara', 0.38), person('pip', 0.62)],
  'two on one spot': [person('mara', 0.5), person('vance', 0.5)],
  'one sitting, one standing': [person('jonas', 0.3, { pose: 'sit' }), person('vance', 0.7)],
  'four people': [person('mara', 0.1), person('pip', 0.3), person('jonas', 0.6), person('vance', 0.9)],
}
const frames = aspects.map((aspect) => pictureFormat(aspect, '720p', 24))
const every = frames.flatMap(({ aspect, width, height }) =>
  shotSizes
    .filter((size) => size !== 'insert')
    .flatMap((shotSize) =>
      angles.flatMap((angle) =>
        Object.entries(casts).map(([cast, people]) => ({
          name: `${cast}, ${shotSize}, ${angle}, ${aspect}`,
          scene: staging({ width, height, shotSize, angle, people }),
        })),
      ),
    ),
)
const wrongWhere = (wrong: (scene: Staging) => boolean) =>
  every.filter(({ scene }) => wrong(scene)).map(({ name }) => name)

describe('the framing', () => {
  it('cuts no head and no face, in any size, angle and format', () => {
    const cut = wrongWhere((scene) => {
      const giant = scene.shotSize === 'extreme_close_up'
      return frameStaging(scene).people.some(({ x, head }) => {
        const reach = giant ? head.half * 0.5 : head.half * 0.9
        const above = giant ? -0.2 * scene.height : 0
        return x - reach < 0 || x + reach > scene.width || head.top < above || head.y > 0.78 * scene.height
      })
    })
    expect(cut).toEqual([])
  })

  it('hides nobody behind another', () => {
    const hidden = wrongWhere((scene) => {
      const row = [...frameStaging(scene).people].sort((a, b) => a.x - b.x)
      return row.some((one, i) => {
        const next = row[i + 1]
        return next !== undefined && next.x - one.x < 0.8 * (one.head.half + next.head.half)
      })
    })
    expect(hidden).toEqual([])
  })

  it('keeps a child smaller than a grown-up beside it', () => {
    for (const shotSize of ['wide', 'full', 'medium_wide', 'medium', 'medium_close'] as const) {
      const [mara, pip] = frameStaging(staging({ shotSize, people: casts['a woman and a child'] })).people
      expect(pip?.head.top).toBeGreaterThan((mara?.head.top ?? 0) + 10)
    }
  })

  it('shows more of the person from size to size', () => {
    for (const { width, height } of frames) {
      const sizes = ['extreme_wide', 'wide', 'full', 'medium_wide', 'medium', 'medium_close', 'close_up', 'extreme_close_up'] as const // prettier-ignore
      const scales = sizes.map((shotSize) => frameStaging(staging({ width, height, shotSize, people: casts['a woman alone'] })).people[0]?.scale ?? 0) // prettier-ignore
      scales.slice(1).forEach((scale, i) => { expect(scale).toBeGreaterThan((scales[i] ?? 0) * 1.1) }) // prettier-ignore
    }
  })

  it('knows where the drawn head is', () => {
    const light = lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
    for (const people of Object.values(casts))
      for (const one of people) {
        const [framed] = frameStaging(staging({ width: 1280, height: 720, shotSize: 'full', people: [one] })).people
        const { head } = figureSvg({ ...one, light, heightPx: 576 })
        const scale = framed?.scale ?? 0
        const drawnY = (framed?.feetY ?? 0) - (1000 - head.y) * scale
        expect(Math.abs(drawnY - (framed?.head.y ?? 0)), one.name + one.pose).toBeLessThan(35 * scale)
        expect(framed?.head.half).toBeGreaterThan(head.r * scale * 0.85)
      }
  })

  it('keeps the window inside the painted world, in the shape of the frame', () => {
    for (const { name, scene } of every) {
      const { window, ground } = frameStaging(scene)
      expect(window.width / window.height, name).toBeCloseTo(scene.width / scene.height, 5)
      expect(window.x >= -75 && window.x + window.width <= 1675, name).toBe(true)
      expect(window.y >= -45 && window.y + window.height <= deepened(1000, ground) - 55, name).toBe(true)
    }
  })

  it('puts the near person of an over-shoulder at the edge, larger, and the other beside it', () => {
    const people = [person('vance', 0.17, { near: true, view: 'back' }), person('mara', 0.62)]
    for (const { width, height } of frames) {
      const [near, far] = frameStaging(staging({ width, height, shotSize: 'over_shoulder', people })).people
      expect(near?.near).toBe(true)
      expect(near?.x).toBeLessThan(0.2 * width)
      expect(near?.scale).toBeGreaterThan(far?.scale ?? 0)
      expect((far?.x ?? 0) - (far?.head.half ?? 0)).toBeGreaterThan((near?.x ?? 0) + 0.3 * (near?.head.half ?? 0))
    }
  })

  it('lays the subject of an insert on a table, and shows nobody', () => {
    const framing = frameStaging(staging({ shotSize: 'insert', people: [person('mara', 0.5, { holds: 'key' })] }))
    expect(framing.people).toEqual([])
    expect(framing.insert).toMatchObject({ noun: 'key', edgeY: 0.42 * 180 })
  })

  it('rolls the camera for a dutch angle and sees more ground from above', () => {
    const windowOf = (angle: 'high' | 'low' | 'eye_level') => frameStaging(staging({ angle, shotSize: 'medium', people: casts['a woman alone'] })).window // prettier-ignore
    expect(frameStaging(staging({ angle: 'dutch' })).roll).not.toBe(0)
    expect(windowOf('high').y).toBeGreaterThan(windowOf('eye_level').y)
    expect(windowOf('low').y).toBeLessThan(windowOf('eye_level').y)
  })

  it('moves the horizon up the frame the higher the camera is, and spreads the ground below it', () => {
    const seenFrom = (angle: Staging['angle'], shotSize: Staging['shotSize']) => {
      const { window, people, ground, height } = frameStaging(
        staging({ angle, shotSize, people: casts['a woman alone'] }),
      )
      return { horizon: (560 - window.y) / window.height, feet: (people[0]?.feetY ?? 0) / height, ground }
    }
    for (const shotSize of ['wide', 'full', 'medium', 'close_up'] as const) {
      const [worm, low, level, high, bird] = (['worms_eye', 'low', 'eye_level', 'high', 'birds_eye'] as const).map((angle) => seenFrom(angle, shotSize).horizon) // prettier-ignore
      expect(bird, shotSize).toBeLessThan((high ?? 0) - 0.08)
      expect(high, shotSize).toBeLessThan((level ?? 0) - 0.08)
      expect(low, shotSize).toBeGreaterThan((level ?? 0) + 0.02)
      expect(worm, shotSize).toBeGreaterThan((level ?? 0) + 0.03)
    }
    expect(seenFrom('birds_eye', 'wide').feet).toBeLessThan(seenFrom('eye_level', 'wide').feet - 0.12)
    expect(seenFrom('high', 'wide').ground).toBeGreaterThan(1.3)
    expect(seenFrom('low', 'wide').ground).toBeLessThan(0.8)
  })
})
