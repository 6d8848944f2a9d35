/** Units of the figure: an adult is 1000 high, feet at y = 1000, centre at x = 0, y grows downward. */
export type Point = { x: number; y: number }
export type Box = { x: number; y: number; width: number; height: number }

export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function point(x: number, y: number): Point {
  return { x, y }
}

export function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}

/** The point `length` away from `from`; 0° hangs down, 90° points to screen right. */
export function reach(from: Point, degrees: number, length: number): Point {
  const angle = (degrees * Math.PI) / 180
  return { x: from.x + Math.sin(angle) * length, y: from.y + Math.cos(angle) * length }
}

/** Path data of a limb segment: the hull of two discs, so that joints never bulge or gape. */
export function capsule([a, ra]: [Point, number], [b, rb]: [Point, number]): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length <= Math.abs(ra - rb) + 0.01) return disc(ra > rb ? a : b, Math.max(ra, rb))
  const along = Math.atan2(b.y - a.y, b.x - a.x)
  const open = Math.acos((ra - rb) / length)
  const on = (centre: Point, r: number, angle: number) =>
    `${n(centre.x + r * Math.cos(angle))} ${n(centre.y + r * Math.sin(angle))}`
  const wide = (radius: number, large: boolean, to: string) =>
    `A${n(radius)} ${n(radius)} 0 ${large ? '1' : '0'} 1 ${to}`
  return (
    `M${on(a, ra, along + open)}` +
    wide(ra, ra >= rb, on(a, ra, along - open)) +
    `L${on(b, rb, along - open)}` +
    wide(rb, rb > ra, on(b, rb, along + open)) +
    'Z'
  )
}

export function disc({ x, y }: Point, r: number): string {
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 1 ${n(r * 2)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-r * 2)} 0Z`
}

/** Smooth curve through the points, without the leading M (Catmull-Rom as cubics). */
export function throughPoints(points: Point[]): string {
  return points
    .slice(1)
    .map((to, at) => {
      const from = points[at] ?? to
      const before = points[at - 1] ?? from
      const after = points[at + 2] ?? to
      const c1 = point(from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6)
      const c2 = point(to.x - (after.x - from.x) / 6, to.y - (after.y - from.y) / 6)
      return `C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(to.x)} ${n(to.y)}`
    })
    .join('')
}

/** Path data of straight lines through the points. */
export function polygon(points: Point[]): string {
  return `M${points.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L')}Z`
}

export function around(points: Point[], padding: number): Box {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const left = Math.min(...xs) - padding
  const top = Math.min(...ys) - padding
  return { x: left, y: top, width: Math.max(...xs) + padding - left, height: Math.max(...ys) + padding - top }
}
