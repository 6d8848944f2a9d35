import { describe, expect, it } from 'vitest'
import { chooseLooks } from '@/domain/cast/chooseLooks'
import { ages, costumes, hairStyles, hats, turnaroundViews } from '@/domain/cast/look'
import { emotionNames, poses } from '@/domain/scene/vocabulary'
import { hueOf } from '@/providers/previs/colour'
import { figureSvg, type FigureRequest } from '@/providers/previs/figures/figureSvg'
import type { Box } from '@/providers/previs/figures/geometry'
import { skeletonOf } from '@/providers/previs/figures/skeleton'
import { lightOf, paintPerson } from '@/providers/previs/light'
import type { Raster } from '@/providers/previs/pixels'
import { rasterise } from '@/providers/previs/raster'

const [mara] = chooseLooks([{ name: 'Mara', said: { hair: 'bob', hat: 'none' }, evidence: [] }]).values()
if (!mara) throw new Error('Mara was cast')
const light = lightOf({ timeOfDay: 'afternoon', weather: 'clear', interior: false })
const asked = (over: Partial<FigureRequest> = {}): FigureRequest => ({
  look: mara,
  view: 'front',
  pose: 'stand',
  emotion: 'neutral',
  light,
  heightPx: 400,
  ...over,
})

/** Draws at 400 px with 60 px of air on every side of the box. */
async function drawn(request: FigureRequest): Promise<Raster> {
  const { svg, box } = figureSvg(request)
  const window = { x: box.x - 150, y: box.y - 150, width: box.width + 300, height: box.height + 300 }
  return rasterise({ svg, window, width: Math.round(window.width * 0.4), height: Math.round(window.height * 0.4) })
}

function inkedOutside({ width, height, data }: Raster, margin: number): number {
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const inside = x >= margin && x < width - margin && y >= margin && y < height - margin
      if (!inside && (data[(y * width + x) * 4 + 3] ?? 0) > 24) count++
    }
  return count
}

const withoutIds = (svg: string) => svg.replace(/\b[fp][0-9a-z]{5,}/g, '')
const difference = (a: Raster, b: Raster) => a.data.reduce((sum, byte, at) => sum + (byte === b.data[at] ? 0 : 1), 0)

/** Share of the drawn pixels (every fourth is looked at) whose hue is the wanted one. */
function shareOfHue({ data }: Raster, wanted: number): number {
  const hues: number[] = []
  for (let at = 0; at < data.length; at += 16)
    if ((data[at + 3] ?? 0) >= 200) hues.push(hueOf(`#${data.subarray(at, at + 3).toString('hex')}`))
  return hues.filter((hue) => Math.abs(((hue - wanted + 540) % 360) - 180) < 22).length / hues.length
}

function changedBox(a: Raster, b: Raster): Box | null {
  const changed = Array.from({ length: a.width * a.height }, (_, at) => at).filter(
    (at) => a.data.readUInt32LE(at * 4) !== b.data.readUInt32LE(at * 4),
  )
  if (changed.length < 50) return null
  const xs = changed.map((at) => at % a.width)
  const ys = changed.map((at) => Math.floor(at / a.width))
  const least = (some: number[]) => some.reduce((one, other) => Math.min(one, other))
  const most = (some: number[]) => some.reduce((one, other) => Math.max(one, other))
  return { x: least(xs), y: least(ys), width: most(xs) - least(xs), height: most(ys) - least(ys) }
}

describe('a person of the previs department', () => {
  it('draws every costume, hair, hat and age in every view without a broken number', () => {
    for (const view of turnaroundViews)
      for (const [at, costume] of costumes.entries()) {
        const hair = hairStyles[at % hairStyles.length] ?? 'short'
        const hat = hats[(at + view.length) % hats.length] ?? 'none'
        const age = ages[at % ages.length] ?? 'adult'
        const { svg } = figureSvg(
          asked({ view, look: { ...mara, costume, hair, hat, age, beard: at % 2 === 0, glasses: at % 3 === 0 } }),
        )
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      }
  })

  it('stays inside its box, whatever the pose and whatever is held', async () => {
    const seen: FigureRequest[] = [
      ...poses.map((pose) => asked({ pose, view: 'three_quarter_right' })),
      ...poses.map((pose) => asked({ pose, view: 'left_side', look: { ...mara, age: 'child', hat: 'brimmed' } })),
      ...poses.map((pose) => asked({ pose, view: 'front', holds: 'box', emotion: 'surprised' })),
      asked({ pose: 'hold', holds: 'umbrella', view: 'three_quarter_left' }),
      asked({ pose: 'hold', holds: 'staff', view: 'right_side', look: { ...mara, age: 'child' } }),
      asked({ pose: 'hold', holds: 'guitar', view: 'front' }),
      asked({ pose: 'walk', walkPhase: 4, view: 'left_side', look: { ...mara, costume: 'robe', hat: 'brimmed' } }),
      asked({ view: 'left_side', look: { ...mara, hair: 'ponytail', costume: 'dress' } }),
    ]
    for (const request of seen) expect(inkedOutside(await drawn(request), 58), JSON.stringify(request)).toBe(0)
  })

  it('stands on the line y = 1000, and a child is two thirds of a grown-up', () => {
    const grownUp = figureSvg(asked())
    const child = figureSvg(asked({ look: { ...mara, age: 'child' } }))
    expect(grownUp.box.y + grownUp.box.height).toBeGreaterThan(999)
    expect(grownUp.box.y + grownUp.box.height).toBeLessThan(1040)
    expect(1000 - child.head.y).toBeLessThan(0.7 * (1000 - grownUp.head.y))
    expect(1000 - child.head.y).toBeGreaterThan(0.6 * (1000 - grownUp.head.y))
  })

  it('mirrors left and right views, and keeps the light on its side', async () => {
    const right = figureSvg(asked({ view: 'three_quarter_right' }))
    const left = figureSvg(asked({ view: 'three_quarter_left' }))
    expect(left.head.x).toBeCloseTo(-right.head.x)
    expect(left.hand.x).toBeCloseTo(-right.hand.x)
    const sunRight = { ...light, sunSide: 1 as const }
    const sunLeft = { ...light, sunSide: -1 as const }
    expect(difference(await drawn(asked({ light: sunRight })), await drawn(asked({ light: sunLeft })))).toBeGreaterThan(
      500,
    )
  })

  it('gives every feeling a face of its own', () => {
    const faces = emotionNames.map((emotion) => figureSvg(asked({ emotion })).svg.replace(/f[0-9a-z]+-/g, ''))
    expect(new Set(faces).size).toBe(emotionNames.length)
  })

  it('changes nothing but the mouth when somebody speaks, and nothing but the eyes when they blink', async () => {
    const request = asked({ view: 'three_quarter_right', heightPx: 900 })
    const { box, mouth, eyes } = figureSvg(request)
    const draw = (over: Partial<FigureRequest>) =>
      rasterise({
        svg: figureSvg({ ...request, ...over }).svg,
        window: box,
        width: Math.round(box.width),
        height: Math.round(box.height),
      })
    const still = await draw({ mouth: 0 })
    const changes: [Partial<FigureRequest>, Box | null][] = [
      [{ mouth: 2 }, mouth],
      [{ mouth: 0, eyes: 'closed' }, eyes],
    ]
    for (const [over, patch] of changes) {
      const changed = changedBox(still, await draw(over))
      if (!patch || !changed) throw new Error('a face turned to us has patches, and they change')
      expect(changed.x + box.x).toBeGreaterThan(patch.x - 2)
      expect(changed.y + box.y).toBeGreaterThan(patch.y - 2)
      expect(changed.x + box.x + changed.width).toBeLessThan(patch.x + patch.width + 2)
      expect(changed.y + box.y + changed.height).toBeLessThan(patch.y + patch.height + 2)
    }
  })

  it('has no face from behind and none as a silhouette', () => {
    expect(figureSvg(asked({ view: 'back' }))).toMatchObject({ mouth: null, eyes: null })
    expect(figureSvg(asked({ silhouette: true }))).toMatchObject({ mouth: null, eyes: null })
  })

  it('shows the costume colour on at least a fifth of the person, in all six views', async () => {
    for (const costume of costumes)
      for (const view of turnaroundViews) {
        const look = { ...mara, costume }
        const wanted = hueOf(paintPerson(look.costumeColor, light))
        expect(shareOfHue(await drawn(asked({ look, view })), wanted), `${costume} ${view}`).toBeGreaterThan(0.2)
      }
  })

  it('moves through eight different pictures of a step, with a foot on the ground in each', async () => {
    const steps = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((walkPhase) => drawn(asked({ pose: 'walk', view: 'right_side', walkPhase }))),
    )
    expect(new Set(steps.map(({ data }) => data.toString('base64'))).size).toBe(8)
    const feet = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (walkPhase) => figureSvg(asked({ pose: 'walk', view: 'right_side', walkPhase })).box,
    )
    for (const box of feet) expect(box.y + box.height).toBeGreaterThan(1000)
  })

  it('runs with long steps, leaning forward, and walks with short ones', () => {
    const wide = (pose: 'run' | 'walk') => figureSvg(asked({ pose, view: 'right_side', walkPhase: 0 })).box.width
    expect(wide('run')).toBeGreaterThan(wide('walk') * 1.15)
  })

  it('has the telephone at the ear, a receiver or the mobile they hold, and nothing else', () => {
    const call = (holds: string) => withoutIds(figureSvg(asked({ pose: 'call', holds })).svg)
    expect(call('')).toBe(call('phone'))
    expect(call('letter')).toBe(call('phone'))
    expect(call('mobile')).not.toBe(call('phone'))
  })

  it('lies as long as somebody stands tall', () => {
    const { box, head } = figureSvg(asked({ pose: 'lie', view: 'three_quarter_right' }))
    expect(box.width).toBeGreaterThan(950)
    expect(box.height).toBeLessThan(450)
    expect(head.x).toBeLessThan(-350)
  })

  it('has idle hands that feel: no two feelings stand alike from head to foot', () => {
    const bodies = emotionNames.map((emotion) => skeletonOf({ look: mara, view: 'front', pose: 'stand', emotion, walkPhase: 0, carry: undefined }).arms) // prettier-ignore
    expect(new Set(bodies.map((arms) => JSON.stringify(arms))).size).toBe(emotionNames.length)
  })

  it('never shares an id between two different figures, and gives the same bytes twice', () => {
    const ids = (request: FigureRequest) =>
      [...figureSvg(request).svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    const one = ids(asked({ holds: 'lantern', pose: 'hold' }))
    const other = ids(asked({ view: 'three_quarter_left', holds: 'key', pose: 'hold' }))
    expect(new Set(one).size).toBe(one.length)
    expect(one.filter((id) => other.includes(id))).toEqual([])
    expect(figureSvg(asked()).svg).toBe(figureSvg(asked()).svg)
  })

  it('leaves out what the frame will not show', () => {
    const whole = figureSvg(asked()).svg.length
    expect(figureSvg(asked({ seenTo: 400 })).svg.length).toBeLessThan(whole - 800)
    expect(figureSvg(asked({ seenTo: 190 })).svg.length).toBeLessThan(figureSvg(asked({ seenTo: 400 })).svg.length)
  })
})
