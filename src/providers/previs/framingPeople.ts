import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { FramedPerson } from './framed'
import type { AngleRow, SizeRow } from './framingTable'

/** What of a figure matters for framing, in units of which a grown-up has 1000 (feet at 1000); children are smaller. */
type Proportions = { headTop: number; headHalf: number; headY: number; bodyHalf: number; child: boolean }

const childHeight = 0.64

const proportionsOf = ({ look, pose }: StagedPerson): Proportions => {
  const child = look.age === 'child'
  const size = child ? childHeight : 1
  const head = child ? 1.66 : look.age === 'elder' ? 1.22 : 1.2
  const headY = 164 - 69.5 * head + (pose === 'sit' ? 205 : 0)
  const half = 75.5 * head
  const hat = look.hat === 'brimmed' ? 0.3 : look.hat === 'none' && look.hair !== 'bun' ? 0.12 : 0.22
  const at = (y: number) => 1000 - (1000 - y) * size
  return {
    headTop: at(headY - half * (1.08 + hat)),
    headHalf: half * (look.hat === 'brimmed' ? 1.45 : 1.15) * size,
    headY: at(headY),
    bodyHalf: (pose === 'walk' ? 165 : look.build === 'broad' ? 150 : 130) * size,
    child,
  }
}

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
  const k = Math.min(upTo, heightOf(staging, row, { wish: row.k * angle.scale * grown, bodies }))
  const spread = spreadOut(faces, { staging, k, close })
  const { height } = staging
  const top = row.anchor.y + (close ? angle.lift * 0.35 : 0) + upright(staging, row)
  const rise = (units: number) => (1 - units / 1000) * k * angle.squash
  const feet = close ? top + rise(highest) : ground
  return shown.map(({ person, index, body }) => {
    if (person.near) return nearPerson({ person, index, body }, staging, k)
    // Next to a tall one a head must not sink: its top below .4, its middle below .62 of the frame.
    const lifted = close ? Math.min(0, 0.4 - (feet - rise(body.headTop)), 0.62 - (feet - rise(body.headY))) : 0
    const x = spread.get(index) ?? person.x
    return placed({ index, body, x, feetY: height * (feet + lifted), size: k, squash: angle.squash }, staging)
  })
}

type Placed = { index: number; body: Proportions; x: number; feetY: number; size: number; squash: number }

const placed = ({ index, body, x, feetY, size, squash }: Placed, { width, height }: Staging): FramedPerson => {
  const scale = (size * height) / 1000
  const at = (units: number) => feetY - (1000 - units) * scale * squash
  return {
    index,
    x: x * width,
    feetY,
    scale,
    squash,
    parallax: 1,
    head: { top: at(body.headTop), y: at(body.headY), half: body.headHalf * scale },
    near: false,
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
  const body = placed({ index: one.index, body: one.body, x, feetY, size, squash: 1 }, staging)
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
  const needs = bodies.reduce((sum, body) => sum + roomFor(body, row.anchor.part === 'head'), 0)
  const together = bodies.length > 1 ? (0.98 * aspect * 1000) / needs : Infinity
  return Math.min(wish, widest, together)
}

/** Width a person needs beside another, in the same units. */
const roomFor = (body: Proportions, close: boolean): number =>
  2 * (close ? Math.max(body.headHalf * 1.18, 0.85 * body.bodyHalf) : Math.max(body.headHalf, body.bodyHalf) * 1.12)

type Face = { person: StagedPerson; index: number; body: Proportions }

/** Moves people apart as little as needed so that none covers another and none leaves the frame. */
const spreadOut = (faces: Face[], { staging, k, close }: { staging: Staging; k: number; close: boolean }) => {
  const perUnit = (k * staging.height) / 1000 / staging.width
  const row = [...faces].sort((a, b) => a.person.x - b.person.x || a.index - b.index)
  const near = staging.people.find((one) => one.near)
  const spots = row.map(({ person, body }) => ({ x: person.x, half: (roomFor(body, close) / 2) * perUnit }))
  const settled = settle(spots, {
    least: near && near.x < 0.5 ? 0.42 : 0.02,
    most: near && near.x >= 0.5 ? 0.58 : 0.98,
  })
  const alone = close && row.length === 1 && !near
  return new Map(row.map(({ index }, i) => [index, alone ? clamp(settled[i] ?? 0.5, 0.44, 0.56) : (settled[i] ?? 0.5)]))
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
