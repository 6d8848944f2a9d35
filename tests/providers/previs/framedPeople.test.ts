import { describe, expect, it } from 'vitest'
import { pictureFormat } from '@/domain/format'
import type { StagedPerson, Staging } from '@/domain/scene/staging'
import { aspects, poses, shotSizes } from '@/domain/scene/vocabulary'
import type { FramedPerson } from '@/providers/previs/framed'
import { frameStaging } from '@/providers/previs/framing'
import { figureSvg } from '@/providers/previs/figures/figureSvg'
import { skeletonOf } from '@/providers/previs/figures/skeleton'
import { lightOf } from '@/providers/previs/light'
import { looks, person, staging } from './cast'

const light = lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
const names = ['mara', 'vance', 'jonas', 'mara', 'vance', 'jonas'] as const
const row = (count: number, change: (at: number) => Partial<StagedPerson> = () => ({})): StagedPerson[] =>
  names.slice(0, count).map((name, at) => ({
    ...person(name, (at + 0.5) / count, { view: at < count / 2 ? 'three_quarter_right' : 'three_quarter_left', ...change(at) }),
    name: `${name} ${String(at)}`,
  })) // prettier-ignore
const frames = aspects.map((aspect) => pictureFormat(aspect, '720p', 24))
const sizes = shotSizes.filter((size) => size !== 'insert' && size !== 'over_shoulder')
const single = new Set(['medium_close', 'close_up', 'extreme_close_up'])

type Shown = { name: string; scene: Staging; framed: FramedPerson; who: StagedPerson }
const everybody = (people: (count: number) => StagedPerson[]): Shown[] =>
  frames.flatMap(({ aspect, width, height }) =>
    sizes.flatMap((shotSize) =>
      [1, 2, 3, 4, 5, 6].flatMap((count) => {
        if (single.has(shotSize) && count > 1) return []
        const scene = staging({ width, height, shotSize, people: people(count) })
        return frameStaging(scene).people.flatMap((framed) => {
          const who = scene.people[framed.index]
          return who ? [{ name: `${who.name} (${who.pose}) of ${String(count)}, ${shotSize}, ${aspect}`, scene, framed, who }] : [] // prettier-ignore
        })
      }),
    ),
  )
const wrong = (shown: Shown[], is: (one: Shown) => boolean) => shown.filter(is).map(({ name }) => name)

const heads = new Map<string, { x: number; y: number; r: number }>()
/** The head of a drawn figure, in its own units. */
const headOf = (who: StagedPerson) => {
  const key = JSON.stringify([who.look, who.view, who.pose])
  const head = heads.get(key) ?? figureSvg({ ...who, light, heightPx: 500 }).head
  heads.set(key, head)
  return head
}

/** The head as it is drawn, px of the frame. */
const drawnHead = ({ framed, who }: Shown) => {
  const head = headOf(who)
  const y = framed.feetY - (1000 - head.y) * framed.scale * framed.squash
  return { x: framed.x + head.x * framed.scale, y, r: head.r * framed.scale }
}

describe('people in the frame, one to six, in four formats', () => {
  const poseOf = (at: number) => ({ pose: (['stand', 'sit', 'gesture', 'kneel', 'hold', 'sit_ground'] as const)[at] ?? 'stand' }) // prettier-ignore
  const groups = [...everybody((count) => row(count)), ...everybody((count) => row(count, poseOf))]

  it('has every face whole in the frame', () => {
    const cut = wrong(groups, (one) => {
      const { x, y, r } = drawnHead(one)
      const near = one.scene.shotSize === 'extreme_close_up' ? 0.5 : 0.86
      const { width, height } = one.scene
      return x - near * r < 0 || x + near * r > width || y - near * r < 0 || y + near * r > height
    })
    expect(cut).toEqual([])
  })

  it('hides no face behind a head or a shoulder that is nearer', () => {
    const hidden = wrong(groups, (one) => {
      const face = drawnHead(one)
      const { people } = frameStaging(one.scene)
      return people.some((other) => {
        const before = Number(one.framed.behind) > Number(other.behind)
        const who = one.scene.people[other.index]
        if (!before || !who) return false
        const head = drawnHead({ ...one, framed: other, who })
        return Math.abs(head.x - face.x) < 0.8 * Math.max(head.r, face.r) + 0.5 * Math.min(head.r, face.r)
      })
    })
    expect(hidden).toEqual([])
  })

  it('cuts no hanging hand and no shoe by its lower edge, no hand by its sides', () => {
    const cut = wrong(
      everybody((count) => row(count)),
      ({ framed, who, scene }) => {
        const skeleton = skeletonOf({ look: who.look, view: who.view, pose: who.pose, emotion: who.emotion, walkPhase: 0, carry: undefined }) // prettier-ignore
        const flip = who.view.endsWith('left') ? -1 : 1
        const hands = skeleton.arms.map(({ wrist }) => ({
          x: framed.x + flip * wrist.x * framed.scale,
          top: framed.feetY - (1000 - wrist.y) * framed.scale,
          bottom: framed.feetY - (1000 - wrist.y - 58) * framed.scale,
        }))
        const through = hands.some(({ top, bottom }) => top + 0.3 * (bottom - top) < scene.height && bottom - 0.2 * (bottom - top) > scene.height) // prettier-ignore
        const aside = hands.some(({ x, top }) => top < scene.height && (x < 0 || x > scene.width))
        const shoes = framed.feetY > scene.height && framed.feetY - 50 * framed.scale < scene.height
        return (through || aside || shoes) && !single.has(scene.shotSize)
      },
    )
    expect(cut).toEqual([])
  })

  it('lets nobody hang in the air: feet that are seen stand on the lower part of the frame', () => {
    expect(wrong(groups, ({ framed, scene }) => framed.feetY < 0.8 * scene.height)).toEqual([])
  })

  it('makes a group larger by staging it in depth than it would be in one row', () => {
    const scene = staging({ width: 1280, height: 720, shotSize: 'medium', people: row(6) })
    const { people } = frameStaging(scene)
    expect(people.filter(({ behind }) => behind)).toHaveLength(3)
    expect(people[0]?.behind).toBe(false)
    expect(Math.max(...people.map(({ scale }) => scale * 1000))).toBeGreaterThan(1.2 * 720)
  })

  it('knows where the head of every pose is drawn', () => {
    for (const pose of poses) {
      const scene = staging({ width: 1280, height: 720, shotSize: 'full', people: [person('mara', 0.5, { pose })] })
      const [framed] = frameStaging(scene).people
      const [who] = scene.people
      if (!framed || !who) throw new Error('Mara is framed')
      const head = drawnHead({ name: pose, scene, framed, who })
      expect(Math.hypot(head.x - framed.head.x, head.y - framed.head.y), pose).toBeLessThan(
        (pose === 'run' ? 170 : 110) * framed.scale,
      )
    }
  })

  it('frames a child who lies by the head, too', () => {
    const pip = person('pip', 0.5, { pose: 'lie', look: looks.pip })
    const [framed] = frameStaging(staging({ width: 720, height: 1280, shotSize: 'medium_close', people: [pip] })).people
    expect(framed?.head.x).toBeGreaterThan(0.3 * 720)
    expect(framed?.head.x).toBeLessThan(0.7 * 720)
  })
})
