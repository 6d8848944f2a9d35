import { mix } from '../../colour'
import { lampColour } from '../../light'
import type { Lamp } from '../plate'
import { circle, d, ellipse, glow, line, path, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A street lamp: post, arm and head; when lamps are on a cone and two glows. `dir` is the side the arm reaches to. */
export const streetLamp = (
  stage: Stage,
  at: { x: number; base: number; height: number; dir: -1 | 1; depth: number },
): { svg: string; lamp: Lamp } => {
  const { x, base, height, dir, depth } = at
  const post = stage.at(depth)('#2c2f38')
  const scale = height / 400
  const top = base - height
  const headX = x + dir * 46 * scale
  const headY = top + 14 * scale
  const w = 9 * scale
  const body =
    rect([x - w / 2, top + 20 * scale, w, height - 20 * scale], post) +
    rect([x - w * 1.3, base - 46 * scale, w * 2.6, 46 * scale], post) +
    stroke(
      d`M${x} ${top + 30 * scale}C${x} ${top - 4 * scale} ${x + dir * 14 * scale} ${top - 6 * scale} ${headX} ${top}`,
      post,
      6 * scale,
    ) +
    path(
      d`M${headX - 26 * scale} ${headY}C${headX - 20 * scale} ${headY - 22 * scale} ${headX + 20 * scale} ${headY - 22 * scale} ${headX + 26 * scale} ${headY}Z`,
      post,
    )
  const on = stage.light.lampsOn
    ? lit(stage, { x: headX, y: headY, scale, base })
    : ellipse([headX, headY, 20 * scale, 4 * scale], stage.at(depth)('#d8d2c0'))
  return { svg: body + on, lamp: { x: headX, y: headY, r: 240 * scale, colour: lampColour } }
}

const lit = (stage: Stage, at: { x: number; y: number; scale: number; base: number }): string => {
  const { x, y, scale, base } = at
  return (
    cone(stage, { x, y, bottom: base, spread: 120 * scale, opacity: 0.2 }) +
    glow(stage, [x, y, 230 * scale], { colour: lampColour, opacity: 0.5 }) +
    glow(stage, [x, y, 80 * scale], { colour: lampColour, opacity: 0.85 }) +
    glow(stage, [x, base, 190 * scale], { colour: lampColour, opacity: 0.3, flat: 0.16 }) +
    ellipse([x, y, 22 * scale, 6 * scale], mix(lampColour, '#ffffff', 0.55))
  )
}

/** A cone of light under a lamp, bright at the top and gone at the floor. */
export const cone = (
  stage: Stage,
  at: { x: number; y: number; bottom: number; spread: number; opacity: number },
): string => {
  const id = stage.id()
  const { x, y, bottom, spread, opacity } = at
  return (
    `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${lampColour}" stop-opacity="${String(opacity * 1.6)}"/>` +
    `<stop offset="1" stop-color="${lampColour}" stop-opacity="${String(opacity * 0.15)}"/></linearGradient></defs>` +
    poly([x - 14, y, x + 14, y, x + spread, bottom, x - spread, bottom], `url(#${id})`)
  )
}

/** What a lamp leaves on wet ground: 13 thin broken ellipses below it. */
export const reflection = (stage: Stage, lamp: Lamp, from: number): string => {
  if (!stage.light.wet || !stage.light.lampsOn) return ''
  const dice = stage.dice(`wet${String(Math.round(lamp.x))}`)
  return repeat(13, (i) => {
    const t = i / 12
    const y = from + 8 + t * 190
    const x = lamp.x + (dice() - 0.5) * 46 * (0.4 + t)
    const w = (16 + dice() * 42) * (0.6 + t * 0.7)
    return ellipse([x, y, w, 1.4 + t * 2.4], lampColour, d`opacity="${Math.round((0.62 - t * 0.45) * 10) / 10}"`)
  })
}

/** A string of bulbs from side to side; lit at night, glass by day. */
export const festoon = (
  stage: Stage,
  at: { y: number; sag: number; count: number; depth: number; from?: number; to?: number },
): { svg: string; lamps: Lamp[] } => {
  const { from = -180, to = 1780 } = at
  const wire = stage.at(at.depth)('#22242c')
  const middle = (from + to) / 2
  const lamps = Array.from({ length: at.count }, (_, i): Lamp => {
    const t = (i + 0.5) / at.count
    const u = 2 * t - 1
    return { x: from + (to - from) * t, y: at.y + at.sag * (1 - u * u) + 10, r: 60, colour: lampColour }
  })
  const bulbs = lamps.map(({ x, y }) =>
    stage.light.lampsOn
      ? glow(stage, [x, y, 44], { colour: lampColour, opacity: 0.75 }) +
        circle([x, y, 7], mix(lampColour, '#ffffff', 0.5))
      : circle([x, y, 6], stage.at(0.1)('#e8dcc0')),
  )
  return {
    svg: stroke(d`M${from} ${at.y}Q${middle} ${at.y + at.sag * 2} ${to} ${at.y}`, wire, 3) + bulbs.join(''),
    lamps,
  }
}

/** A lamp hanging from the ceiling into a room. */
export const pendant = (
  stage: Stage,
  at: { x: number; top: number; y: number; size: number; colour: string; floor: number },
): { svg: string; lamp: Lamp } => {
  const { x, y, size, floor } = at
  const shade = stage.at(0)(at.colour)
  const cord = line([x, at.top, x, y - size * 0.6], stage.at(0)('#2a2226'), 3)
  const hood = path(
    d`M${x - size} ${y}C${x - size * 0.9} ${y - size * 0.62} ${x - size * 0.3} ${y - size * 0.7} ${x - size * 0.16} ${y - size * 0.8}L${x + size * 0.16} ${y - size * 0.8}C${x + size * 0.3} ${y - size * 0.7} ${x + size * 0.9} ${y - size * 0.62} ${x + size} ${y}Z`,
    shade,
  )
  const on = stage.light.lampsOn
    ? cone(stage, { x, y, bottom: floor, spread: size * 6, opacity: 0.13 }) +
      glow(stage, [x, y + 10, size * 7], { colour: lampColour, opacity: 0.34 }) +
      glow(stage, [x, y + 4, size * 2.6], { colour: lampColour, opacity: 0.8 })
    : ''
  const bulb = ellipse(
    [x, y + 1, size * 0.55, size * 0.13],
    stage.light.lampsOn ? mix(lampColour, '#ffffff', 0.6) : stage.at(0)('#efe6d0'),
  )
  return { svg: on + cord + hood + bulb, lamp: { x, y: y + 4, r: size * 7, colour: lampColour } }
}

/** A standing lamp with a cloth shade; the glow is the caller's. */
export const floorLamp = (stage: Stage, at: { x: number; y: number; h: number; colour: string }): string => {
  const tint = stage.at(0.03)
  const { x, y, h } = at
  const shade = stage.light.lampsOn ? mix(tint(at.colour), '#ffd592', 0.75) : tint(at.colour)
  return (
    ellipse([x, y, 34, 7], tint('#2c2428')) +
    rect([x - 3, y - h, 6, h], tint('#2c2428')) +
    poly([x - 26, y - h - 74, x + 26, y - h - 74, x + 50, y - h + 4, x - 50, y - h + 4], shade)
  )
}

/** What all street lamps leave on wet ground, from each lamp's own foot. */
export const wetLamps = (stage: Stage, lamps: readonly Lamp[]): string =>
  lamps.map((lamp) => reflection(stage, lamp, lamp.r < 200 ? 722 : 790)).join('')
