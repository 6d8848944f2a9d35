import type { Staging, StagedPerson } from '@/domain/scene/staging'
import { angleRows, deepened, propHeight, propHeights, sizeRows, type AngleRow, type SizeRow } from './framingTable'
import type { FramedPerson, FramedProp, FramedStranger, Framing } from './framed'
import { arrangePeople } from './framingPeople'
import { hash32 } from './random'

const even = (n: number) => 2 * Math.round(n / 2)
const clamp = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n))

/** Where everything of a staging stands in a frame of its size: pure arithmetic, the same for the still and the clip. */
export const frameStaging = (staging: Staging): Framing => {
  const { width, height } = staging
  const row = sizeRows[staging.shotSize]
  const angle = angleRows[staging.angle]
  const unit = Math.min(width, height) / 720
  const people = arrangePeople(staging, row, angle)
  const window = windowOf(staging, row, angle)
  const framing: Framing = {
    width,
    height,
    unit,
    margin: { x: even(80 * unit), y: even(45 * unit) },
    window,
    roll: angle.roll,
    ground: angle.ground,
    blurPx: isEmpty(staging) ? Math.min(row.blur, 1) * unit : row.blur * unit,
    layered: row.layered || (isEmpty(staging) && staging.shotSize !== 'insert'),
    people,
    props: [],
    crowd: [],
    insert: insertOf(staging),
    focus: focusOf(staging, people),
  }
  if (framing.insert) return { ...framing, people: [] }
  return { ...framing, props: propsOf(staging, row, angle), crowd: crowdOf(staging, { row, angle }, framing) }
}

const isEmpty = (staging: Staging) => staging.people.length === 0 && staging.props.length === 0

const focusOf = ({ width, height }: Staging, people: FramedPerson[]): Framing['focus'] => {
  const faces = people.filter((one) => !one.near)
  if (faces.length === 0) return { x: width / 2, y: height / 2 }
  const mean = (list: number[]) => list.reduce((sum, n) => sum + n, 0) / list.length
  return {
    x: clamp(mean(faces.map((one) => one.x)), width * 0.35, width * 0.65),
    y: clamp(mean(faces.map((one) => one.head.y)), height * 0.3, height * 0.6),
  }
}

/** The part of the world behind the people. Shot and reverse shot look at different sides of the place. */
const windowOf = (staging: Staging, row: SizeRow, angle: AngleRow): Framing['window'] => {
  const aspect = staging.width / staging.height
  const room = isEmpty(staging) ? Math.max(row.window, 900) : row.window
  // An upright frame sees the place higher, not only narrower; a rolled camera must not see past its edges.
  const tall = aspect < 1.5 ? 1 + 0.16 * (1.78 - aspect) : 1
  // 50 units are left beyond the frame for the camera's own travel (90 are drawn).
  const [highest, lowest] = [-40, deepened(1000, angle.ground) - 60]
  const height = Math.min(((room * 9) / 16) * tall * angle.part, 985, lowest - highest)
  const width = Math.min(height * aspect, 1700)
  const x = 800 + sideOf(staging, row, width) - width / 2
  const feet = row.anchor.part === 'feet'
  const y = feet ? deepened(800, angle.ground) - groundOf(row, angle) * height : 560 + (angle.look - 0.62) * height
  return { x: clamp(x, -70, 1670 - width), y: clamp(y, highest, lowest - height), width, height }
}

const sideOf = (staging: Staging, row: SizeRow, width: number): number => {
  const free = Math.max(0, (1600 - width) / 2)
  // Neighbouring shots of one place differ in size, angle or move: each looks a little elsewhere.
  const wander = ((hash32(`${staging.shotSize}|${staging.angle}|${staging.movement}`) % 101) / 50 - 1) * 45
  if (row.layered) return clamp(wander, -free, free)
  const faces = staging.people.filter((one) => !one.near)
  const [first] = faces
  const turned = faces.length === 1 && first ? lookOf(first) * 190 : 0
  return clamp(wander - turned, -free, free)
}

/** −1 looks to screen left, 1 to screen right. */
export const lookOf = ({ view }: StagedPerson): -1 | 0 | 1 =>
  view.endsWith('left') || view === 'left_side' ? -1 : view.endsWith('right') || view === 'right_side' ? 1 : 0

const insertOf = (staging: Staging): Framing['insert'] => {
  if (staging.shotSize !== 'insert') return null
  const noun = staging.props[0]?.noun ?? staging.people.find((one) => one.holds)?.holds
  if (!noun) return null
  const { width, height } = staging
  const size = Math.min(0.7 * height, 0.78 * width)
  const words = staging.props[0]?.words ?? ''
  return { noun, words, edgeY: 0.42 * height, x: 0.5 * width, y: 0.56 * height, size }
}

/** Things nobody holds: on the ground where it is seen, else on an unseen table along the lower edge. */
const propsOf = (staging: Staging, row: SizeRow, angle: AngleRow): FramedProp[] => {
  const { width, height } = staging
  const onGround = row.anchor.part === 'feet'
  return staging.props.map(({ noun, x }) => {
    const natural = ((propHeights[noun] ?? propHeight) / 1000) * row.k * angle.scale * height
    const most = Math.min(onGround ? 0.4 * height : 0.3 * height, 0.4 * width)
    const size = clamp(natural, 0.065 * height, most)
    const half = size / 2 / width
    const bottomY = height * (onGround ? Math.min(0.97, groundOf(row, angle) + 0.012) : 0.985)
    return { noun, x: width * clamp(x, 0.02 + half, 0.98 - half), bottomY, height: size, shadow: onGround }
  })
}

const groundOf = (row: SizeRow, angle: AngleRow) => row.anchor.y - Math.max(0, angle.lift) * 0.7

/** Nameless people behind the named ones, smaller and higher, spread by a fixed hash. */
const crowdOf = (
  staging: Staging,
  { row, angle }: { row: SizeRow; angle: AngleRow },
  { width, height, unit }: Framing,
): FramedStranger[] => {
  const count = Math.min(12, staging.crowd)
  const aside = row.anchor.part === 'feet'
  const k = (aside ? row.k * 0.78 : Math.min(1, row.k * 0.52)) * angle.scale * angle.squash
  const [stands, behind] = [groundOf(row, angle), clamp(angle.ground, 0.6, 2)]
  return Array.from({ length: count }, (_, i) => {
    const roll = hash32(`${staging.place.name}|stranger ${String(i)}`)
    const place = (i + 0.5 + (((roll >>> 8) % 100) / 100 - 0.5) * 0.7) / count
    const deep = ((roll >>> 16) % 100) / 100
    const feetY = aside
      ? height * (stands - (0.035 + 0.05 * deep) * behind)
      : height * (0.27 + k * 0.98) + deep * 18 * unit
    return { x: width * place, feetY, scale: (k * (1 - 0.16 * deep) * height) / 1000, kind: i, right: (roll & 1) === 1 }
  }).sort((a, b) => a.feetY - b.feetY)
}
