import type { CharacterLook } from '@/domain/cast/look'
import { costumes } from './costumes'
import { around, point, type Box, type Point } from './geometry'
import type { Skeleton } from './joints'

type Disc = { x: number; y: number; r: number }

/** Everything a figure and what it holds can cover, with a little air; before it is mirrored or made a child. */
export function boxOf(skeleton: Skeleton, look: CharacterLook, reach: Disc[]): Box {
  const { head, headScale, form, arms, legs, wide, seated } = skeleton
  const s = headScale * Math.max(form.x, form.y)
  const hat = look.hat === 'brimmed' ? 106 : look.hat === 'none' ? (look.hair === 'curly' ? 106 : 84) : 104
  const tall = look.hat === 'none' ? (look.hair === 'bun' ? 126 : look.hair === 'curly' ? 122 : 94) : 110
  const skirt = wide.hip * costumes[look.costume].flare
  const sideways = look.hair === 'ponytail' ? 118 : hat
  const points = [
    point(head.x - sideways * s, head.y - tall * s),
    point(head.x + hat * s, head.y),
    point(-skirt, 700),
    point(skirt, 700),
    ...(seated ? [point(-108, 990), point(100, 990)] : []),
    ...arms.flatMap(({ shoulder, elbow, wrist, degrees }) => [
      point(shoulder.x - 14, shoulder.y),
      point(shoulder.x + 14, shoulder.y),
      elbow,
      wrist,
      point(wrist.x + Math.sin((degrees * Math.PI) / 180) * 66, wrist.y + Math.cos((degrees * Math.PI) / 180) * 66),
    ]),
    ...legs.flatMap(({ knee, ankle, pitch }) => [
      point(knee.x - 20, knee.y),
      point(knee.x + 20, knee.y),
      point(ankle.x - 46 - Math.abs(pitch) * 0.7, 985 + Math.abs(pitch) * 0.4),
      point(ankle.x + 76 * skeleton.sin + 20, 985),
    ]),
    ...reach.flatMap(({ x, y, r }) => [point(x - r, y - r), point(x + r, y + r)]),
  ]
  return around(points, 26)
}

/** A box in the picture's own axes. */
export function turned(box: Box, toPicture: (at: Point) => Point): Box {
  const a = toPicture(point(box.x, box.y))
  const b = toPicture(point(box.x + box.width, box.y + box.height))
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(b.x - a.x), height: Math.abs(b.y - a.y) }
}

/** Where a speaking mouth and a blink change the face. */
export function facePatches(
  skeleton: Skeleton,
  silhouette: boolean,
  toPicture: (at: Point) => Point,
): { mouth: Box | null; eyes: Box | null } {
  if (skeleton.kind === 'back' || silhouette) return { mouth: null, eyes: null }
  const { head, headScale: s, form } = skeleton
  const [left, right] = { front: [-50, 50], threeQuarter: [-22, 56], side: [8, 62] }[skeleton.kind] as [number, number]
  const patch = (top: number, bottom: number): Box =>
    turned(
      {
        x: head.x + left * s * form.x,
        y: head.y + top * s * form.y,
        width: (right - left) * s * form.x,
        height: (bottom - top) * s * form.y,
      },
      toPicture,
    )
  return { mouth: patch(18, 86), eyes: patch(-46, 20) }
}
