import { mix } from '../../colour'
import { d, ellipse, glow, line, path, repeat, ridge, wash } from '../shapes'
import type { Stage } from '../stage'

/** Open ground from `y` down: a soft edge, brighter far away, darker at the lens. */
export const openGround = (
  stage: Stage,
  at: { y: number; colour: string; far: number; label: string; bump?: number },
): string => {
  const dice = stage.dice(at.label)
  const bump = at.bump ?? 8
  const points = Array.from({ length: 9 }, (_, i) => [-200 + i * 250, at.y - dice() * bump]).flat()
  const id = stage.id()
  const top = stage.ground(at.far)(at.colour)
  stage.laid = { y: at.y, colour: top }
  const low = stage.ground(0)(mix(at.colour, '#2b2a30', 0.05))
  return (
    `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset=".55" stop-color="${low}"/>` +
    `<stop offset="1" stop-color="${mix(low, stage.light.ink, 0.16)}"/></linearGradient></defs>` +
    path(ridge(points, 1000), `url(#${id})`) +
    drifts(stage, at) +
    lightPool(stage, at.y)
  )
}

/** Snow lies in waves: long blue hollows between. */
const drifts = (stage: Stage, at: { y: number; label: string }): string => {
  if (!stage.light.groundMix) return ''
  const dice = stage.dice(`${at.label}/drifts`)
  const hollow = mix(stage.light.sky.mid, stage.light.ink, 0.12)
  return repeat(16, () => {
    const t = dice()
    return ellipse([-150 + dice() * 1900, at.y + 14 + t * 170, 90 + dice() * 190, 4 + t * 10], hollow, 'opacity=".24"')
  })
}

/** Where sun or moon falls on open ground. */
const lightPool = (stage: Stage, y: number): string => {
  const { sun, key, night } = stage.light
  return sun ? glow(stage, [sun.x, y + 60, 620], { colour: key, opacity: night ? 0.26 : 0.3, flat: 0.22 }) : ''
}

/** Short dashes that follow the ground's perspective: cobbles, ruts, ripples of sand. */
export const groundMarks = (
  stage: Stage,
  at: { label: string; y: number; count: number; colour: string; opacity: number; length?: number },
): string => {
  const dice = stage.dice(at.label)
  return `<g opacity="${String(at.opacity)}">${repeat(at.count, () => {
    const t = dice() ** 0.8
    const y = at.y + 8 + t * 200
    const x = -180 + dice() * 1960
    const w = (at.length ?? 26) * (0.4 + t) * (0.6 + dice() * 0.8)
    return ellipse([x, y, w, 1.2 + t * 2.2], at.colour)
  })}</g>`
}

/** Puddles and a sheen on wet ground; nothing when it is dry. */
export const wetSheen = (stage: Stage, y: number): string => {
  if (!stage.light.wet) return ''
  const dice = stage.dice('puddles')
  const sky = mix(stage.light.sky.horizon, stage.light.haze, 0.4)
  return (
    wash(stage, [-200, y, 2000, 120], {
      stops: [
        [0, sky, 0.4],
        [1, sky, 0],
      ],
    }) +
    repeat(9, () => {
      const t = dice()
      return ellipse([-140 + dice() * 1880, y + 22 + t * 160, 46 + dice() * 120, 3 + t * 9], sky, 'opacity=".42"')
    })
  )
}

type Water = { y: number; bottom: number; label: string; colour: string }

/** A sheet of water with the sky in it, glints under the sun or moon, and swell lines. */
export const waterSheet = (stage: Stage, at: Water): string => {
  const { sky, sun, haze, ink, dark } = stage.outside
  const far = mix(mix(sky.horizon, at.colour, 0.35), haze, 0.25)
  const near = mix(mix(at.colour, sky.mid, 0.25), ink, 0.12 + dark * 0.75)
  const dice = stage.dice(at.label)
  const height = at.bottom - at.y
  const swell = repeat(46, (i) => {
    const t = (i / 46) ** 1.4
    const x = -180 + dice() * 1960
    const w = 14 + t * 90 * (0.5 + dice())
    return ellipse(
      [x, at.y + 5 + t * height, w, 0.9 + t * 2.4],
      i % 3 === 0 ? mix(near, sky.horizon, 0.6) : mix(near, ink, 0.3),
      'opacity=".38"',
    )
  })
  const glints = sun
    ? repeat(26, (i) => {
        const t = (i / 26) ** 1.2
        const x = sun.x + (dice() - 0.5) * (30 + t * 170)
        return ellipse(
          [x, at.y + 3 + t * height * 0.92, 10 + dice() * 40 * (0.5 + t), 1.2 + t * 2.2],
          mix(stage.outside.key, '#ffffff', 0.4),
          d`opacity="${Math.round((0.85 - t * 0.5) * 10) / 10}"`,
        )
      })
    : ''
  return (
    wash(stage, [-200, at.y, 2000, height], {
      stops: [
        [0, far, 1],
        [0.45, mix(far, near, 0.65), 1],
        [1, near, 1],
      ],
    }) +
    swell +
    glints +
    line([-200, at.y, 1800, at.y], mix(far, '#ffffff', 0.25), 1.5)
  )
}
