import { mix } from '../../colour'
import { d, glow, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'
import { paneWeather } from './paneWeather'

export type Hole = {
  x: number
  y: number
  w: number
  h: number
  kind?: 'casement' | 'arch' | 'round' | 'pane' | 'gothic'
}

export type Room = {
  wall: string
  /** Lower part of the wall (panelling, tiles); the wall's own colour when missing. */
  dado?: { y: number; colour: string }
  floor: string
  floorKind: 'boards' | 'tiles' | 'stone' | 'plain' | 'planks'
  trim: string
  frame: string
  holes: Hole[]
  /** Where wall meets floor. */
  floorY?: number
  /** How far the side walls reach in; 0 for a wall without corners. */
  corner?: number
}

const bars = (hole: Hole, colour: string): string => {
  const { x, y, w, h, kind = 'casement' } = hole
  if (kind === 'pane') return ''
  if (kind === 'round') return rect([x + w / 2 - 3, y, 6, h], colour) + rect([x, y + h / 2 - 3, w, 6], colour)
  const columns = w > 260 ? 3 : 2
  const uprights = repeat(columns - 1, (i) => rect([x + (w * (i + 1)) / columns - 4, y, 8, h], colour))
  return uprights + rect([x, y + h * (kind === 'casement' ? 0.36 : 0.52), w, 7], colour)
}

/** The outline of a window as a path, for cutting it out of the wall and for its frame. */
export const holeWay = ({ x, y, w, h, kind = 'casement' }: Hole): string => {
  const r = w / 2
  if (kind === 'round') return d`M${x} ${y + r}A${r} ${r} 0 1 1 ${x + w} ${y + r}A${r} ${r} 0 1 1 ${x} ${y + r}Z`
  if (kind === 'arch') return d`M${x} ${y + h}V${y + r}A${r} ${r} 0 0 1 ${x + w} ${y + r}V${y + h}Z`
  if (kind === 'gothic')
    return d`M${x} ${y + h}V${y + w}Q${x} ${y + w * 0.3} ${x + r} ${y - w * 0.12}Q${x + w} ${y + w * 0.3} ${x + w} ${y + w}V${y + h}Z`
  return d`M${x} ${y}H${x + w}V${y + h}H${x}Z`
}

/** The back of the theatre: wall with real holes, corners, dado, window frames. Hang it on the middle sheet. */
export const roomWall = (stage: Stage, room: Room): string => {
  const tint = stage.at(0.12)
  const { floorY = 700, corner = 96 } = room
  const holes = room.holes.map(holeWay).join('')
  const wall = tint(room.wall)
  const id = stage.id()
  const gradient =
    `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(wall, stage.light.ink, stage.light.night ? 0.24 : 0.1)}"/>` +
    `<stop offset=".45" stop-color="${wall}"/><stop offset="1" stop-color="${mix(wall, stage.light.ink, stage.light.night ? 0.14 : 0.06)}"/></linearGradient></defs>`
  const clip = stage.id()
  const cut = `<defs><clipPath id="${clip}"><path d="M-200 -190H1800V1100H-200Z${holes}" clip-rule="evenodd"/></clipPath></defs>`
  const dado = room.dado
    ? cut +
      `<g clip-path="url(#${clip})">${rect([-200, room.dado.y, 2000, 560], tint(room.dado.colour))}${rect([-200, room.dado.y - 7, 2000, 12], tint(room.trim))}</g>`
    : ''
  const frames = room.holes.map((hole) => frame(stage, hole, room.frame)).join('')
  return (
    gradient +
    path(d`M-200 -190H1800V1100H-200Z${holes}`, `url(#${id})`, 'fill-rule="evenodd"') +
    dado +
    lightOnWall(stage, room) +
    frames +
    corners(stage, { floorY, corner })
  )
}

const frame = (stage: Stage, hole: Hole, colour: string): string => {
  const tint = stage.at(0.08)
  const glass = stage.light.night ? rectGlass(stage, hole) : ''
  return (
    glass +
    paneWeather(stage, { ...hole, outline: holeWay(hole) }) +
    bars(hole, tint(colour)) +
    `<path d="${holeWay(hole)}" fill="none" stroke="${tint(colour)}" stroke-width="13"/>` +
    (hole.kind === 'round' || hole.kind === 'pane'
      ? ''
      : rect([hole.x - 18, hole.y + hole.h, hole.w + 36, 13], tint(mix(colour, '#ffffff', 0.12)))) +
    (hole.kind === 'round' || hole.kind === 'pane'
      ? ''
      : rect([hole.x - 14, hole.y + hole.h + 13, hole.w + 28, 6], stage.light.ink, 'opacity=".2"'))
  )
}

/** At night the room mirrors itself faintly in the glass. */
const rectGlass = (stage: Stage, { x, y, w, h }: Hole): string =>
  poly([x + w * 0.62, y, x + w * 0.84, y, x + w * 0.5, y + h, x + w * 0.28, y + h], stage.light.key, 'opacity=".06"')

const corners = (stage: Stage, at: { floorY: number; corner: number }): string => {
  const { corner, floorY } = at
  if (corner === 0) return ''
  const { ink, sunSide, night } = stage.light
  const right = 1600 - corner
  const [lit, shaded, ceiling] = night ? ['.17', '.3', '.42'] : ['.08', '.2', '.24']
  return (
    poly(
      [-200, -190, corner, 34, corner, floorY + 20, -200, floorY + 200],
      ink,
      d`opacity="${sunSide < 0 ? lit : shaded}"`,
    ) +
    poly(
      [1800, -190, right, 34, right, floorY + 20, 1800, floorY + 200],
      ink,
      d`opacity="${sunSide < 0 ? shaded : lit}"`,
    ) +
    poly([-200, -190, 1800, -190, right, 34, corner, 34], ink, `opacity="${ceiling}"`)
  )
}

const lightOnWall = (stage: Stage, room: Room): string =>
  stage.light.night
    ? ''
    : room.holes
        .map((hole) =>
          glow(stage, [hole.x + hole.w / 2, hole.y + hole.h / 2, Math.max(hole.w, hole.h) * 1.25], {
            colour: stage.light.key,
            opacity: 0.34,
          }),
        )
        .join('')
