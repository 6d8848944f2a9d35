import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { FramedPerson } from './framed'
import { byPlace, halfInGroup, rowsOf, secondLower, type Face, type Row } from './framingGroup'
import { betweenJoints } from './betweenJoints'
import type { AngleRow, SizeRow } from './framingTable'
import { childHeight, proportionsOf, type Proportions } from './proportions'

/** Stands people into the frame: nobody's head is cut, nobody hides another, children stay smaller. */
export const arrangePeople = (staging: Staging, row: SizeRow, angle: AngleRow): FramedPerson[] => {
  const shown = staging.people.map((person, index) => ({ person, index, body: proportionsOf(person) }))
  const faces = shown.filter(({ person }) => !person.near)
  const close = row.anchor.part === 'head'
  const bodies = faces.map((one) => one.body)
  // Children alone are framed for their own heads; beside grown-ups they keep their height.
  const grown = close && bodies.length > 0 && bodies.every((body) => body.child) ? 0.8 / childHeight : 1
  const highest = Math.min(1000, ...bodies.map((body) => body.headTop))
  const ground = row.anchor.y - Math.max(0, angle.lift) * 0.7
  // From head to feet nobody is taller than the frame has room over the ground.
  const upTo = close ? Infinity : (ground - 0.035) / ((1 - highest / 1000) * angle.squash)
  const top = row.anchor.y + (close ? angle.lift * 0.35 : 0) + upright(staging, row)
  const room = Math.min(upTo, heightOf(staging, row, { wish: row.k * angle.scale * grown, bodies }))
  const k = close ? betweenJoints(room, { top, highest, squash: angle.squash, bodies }) : room
  const spread = spreadOut(faces, { staging, k, close })
  const rows = rowsOf(faces, true)
  const { height } = staging
  const rise = (units: number) => (1 - units / 1000) * k * angle.squash
  // Whose feet would hang in the air of a close frame stands on its ground.
  const feet = close ? onGround(top + rise(highest), 0.955 - Math.max(0, angle.lift) * 0.7) : ground
  return shown.map(({ person, index, body }) => {
    if (person.near) return nearPerson({ person, index, body }, staging, k)
    const stands: Row = rows.get(index) ?? { depth: 'first', size: 1, rise: 0 }
    const tall = (units: number) => rise(units) * stands.size
    const higher = close && feet > 1 ? rise(body.headTop) - tall(body.headTop) - secondLower * k : stands.rise * k
    // Next to a tall one a head must not sink: its top below .4, its middle below .62 of the frame.
    const sinks = close && feet > 1
    const lifted = sinks ? Math.min(0, 0.4 - (feet - higher - tall(body.headTop)), 0.62 - (feet - higher - tall(body.headY))) : 0 // prettier-ignore
    const x = spread.get(index) ?? person.x
    const feetY = height * (feet - higher + lifted)
    return placed({ index, body, x, feetY, size: k * stands.size, squash: angle.squash, stands, close }, staging)
  })
}

/** The lower edge of a frame that is too near to show feet; those that it shows stand on the ground, never in the air. */
const onGround = (feet: number, ground: number): number => (feet > 1 ? feet : Math.max(feet, ground))

type Placed = {
  index: number
  body: Proportions
  x: number
  feetY: number
  size: number
  squash: number
  stands: Row
  close: boolean
}

const placed = (
  { index, body, x, feetY, size, squash, stands, close }: Placed,
  { width, height }: Staging,
): FramedPerson => {
  const scale = (size * height) / 1000
  const at = (units: number) => feetY - (1000 - units) * scale * squash
  // Of who lies a close frame shows the head where another's would be.
  const middle = x * width - (close ? body.headX * scale : 0)
  return {
    index,
    x: middle,
    feetY,
    scale,
    squash,
    parallax: 1,
    head: { x: middle + body.headX * scale, top: at(body.headTop), y: at(body.headY), half: body.headHalf * scale },
    near: false,
    behind: stands.depth === 'second',
    half: Math.max(body.bodyHalf, body.headHalf) * scale,
  }
}

/** The dark person of an over-shoulder: a little larger than the one they face, cut by the frame's edge at the shoulder,
 *  moving more than the rest; a child's head stays lower than a grown-up's. */
const nearPerson = (
  one: { person: StagedPerson; index: number; body: Proportions },
  staging: Staging,
  k: number,
): FramedPerson => {
  const { width, height } = staging
  const aspect = width / height
  const size = Math.min(k * 1.04, (aspect * 0.46) / 0.18) * (one.body.child ? 1.12 : 1)
  const x = one.person.x < 0.5 ? 0.14 : 0.86
  const top = (one.body.child ? 0.34 : 0.22) + Math.max(0, 0.12 * Math.min(1, 1.3 - aspect))
  const feetY = height * (top + size * (1 - one.body.headTop / 1000))
  const stands: Row = { depth: 'first', size: 1, rise: 0 }
  const body = placed({ index: one.index, body: one.body, x, feetY, size, squash: 1, stands, close: true }, staging)
  return { ...body, parallax: 1.35, near: true }
}

/** Upright frames have more height than a close head needs: it moves down toward the upper third. */
const upright = ({ width, height }: Staging, row: SizeRow): number => {
  const tall = Math.max(0, Math.min(1, 1.3 - width / height))
  return row.anchor.part === 'head' ? tall * (row.anchor.y < 0 ? 0.3 : 0.12) : -tall * 0.03
}

/** Height of a grown-up in frame heights, at most what heads and bodies side by side leave room for. */
const heightOf = (
  { width, height }: Staging,
  row: SizeRow,
  { wish, bodies }: { wish: number; bodies: Proportions[] },
): number => {
  const aspect = width / height
  const widestHead = Math.max(91, ...bodies.map((body) => body.headHalf / 1.15))
  const widest = (row.headMost * aspect * 1000) / (2 * widestHead)
  const close = row.anchor.part === 'head'
  const needs = bodies.reduce(
    (sum, body) => sum + roomFor(body, { close, of: bodies.length }),
    2 * outerArm(bodies.length),
  )
  const together =
    bodies.length > 1 || (!close && bodies.some((body) => body.headX !== 0)) ? (0.96 * aspect * 1000) / needs : Infinity
  return Math.min(wish, widest, together)
}

/** Shoulders of a group overlap, but not the edge of the frame. */
const outerArm = (people: number): number => (people > 2 ? 44 : 0)

/** Width a person needs beside another, in the same units. */
const roomFor = (body: Proportions, { close, of }: { close: boolean; of: number }): number => {
  if (body.hug > 0) return 2 * body.hug
  if (of > 2 && body.headX === 0) return 2 * halfInGroup(body)
  if (close) return 2 * Math.max(body.headHalf * 1.18, 0.85 * Math.min(150, body.bodyHalf))
  return 2 * Math.max(body.headHalf, body.bodyHalf) * 1.12
}

/** Moves people apart as little as needed so that none covers another and none leaves the frame. */
const spreadOut = (faces: Face[], { staging, k, close }: { staging: Staging; k: number; close: boolean }) => {
  const perUnit = (k * staging.height) / 1000 / staging.width
  const row = [...faces].sort(byPlace)
  const near = staging.people.find((one) => one.near)
  const outer = outerArm(row.length) * perUnit
  const spots = row.map(({ person, body }) => ({
    x: body.hug > 0 ? meeting(row) : person.x,
    half: (roomFor(body, { close, of: row.length }) / 2) * perUnit,
  }))
  const settled = settle(spots, {
    least: near && near.x < 0.5 ? 0.42 : 0.02 + outer,
    most: near && near.x >= 0.5 ? 0.58 : 0.98 - outer,
  })
  const alone = close && row.length === 1 && !near
  return new Map(row.map(({ index }, i) => [index, alone ? clamp(settled[i] ?? 0.5, 0.44, 0.56) : (settled[i] ?? 0.5)]))
}

/** Where those meet who embrace. */
const meeting = (row: readonly Face[]): number => {
  const xs = row.filter(({ body }) => body.hug > 0).map(({ person }) => person.x)
  return xs.length > 1 ? xs.reduce((sum, x) => sum + x, 0) / xs.length - 0.04 : (xs[0] ?? 0.5)
}

const clamp = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n))

/** Pushes spots (sorted, fractions of the width) to the right until they clear each other, then back from the edge. */
const settle = (spots: { x: number; half: number }[], { least, most }: { least: number; most: number }): number[] => {
  let edge = least
  const pushed = spots.map(({ x, half }) => {
    const at = Math.max(x, edge + half)
    edge = at + half
    return { at, half }
  })
  edge = most
  return pushed
    .reverse()
    .map(({ at, half }) => {
      const back = Math.min(at, edge - half)
      edge = back - half
      return back
    })
    .reverse()
}
