import { mix } from '../../colour'
import { litWindowColour } from '../../light'
import { d, path, poly, rect } from '../shapes'
import type { Stage } from '../stage'

/** The silhouette of a town against the sky: roofs, towers, a dome; hardly any windows. */
export const skyline = (
  stage: Stage,
  at: { label: string; base: number; low: number; high: number; depth: number; landmark?: boolean },
): string => {
  const dice = stage.dice(at.label)
  const tint = stage.at(at.depth)
  const fill = tint('#6a6378')
  let way = d`M-200 ${at.base}`
  let lights = ''
  for (let x = -200; x < 1800;) {
    const w = 50 + dice() * 90
    const h = at.low + dice() * (at.high - at.low)
    const kind = dice()
    way +=
      d`L${x} ${at.base - h}` +
      (kind < 0.4
        ? d`L${x + w / 2} ${at.base - h - w * 0.4}`
        : kind < 0.55
          ? d`L${x + w * 0.4} ${at.base - h}L${x + w * 0.4} ${at.base - h - 46}L${x + w * 0.52} ${at.base - h - 46}L${x + w * 0.52} ${at.base - h}`
          : '') +
      d`L${x + w} ${at.base - h}`
    for (let k = 0; k < 3; k += 1) {
      const [u, v, on] = [dice(), dice(), dice()]
      if (stage.light.lampsOn && on < 0.6)
        lights += rect(
          [x + u * (w - 10), at.base - h + 12 + v * h * 0.6, 6, 10],
          mix(litWindowColour, stage.light.haze, 0.4),
        )
    }
    x += w
  }
  return path(d`${way}L1800 ${at.base}Z`, fill) + (at.landmark === false ? '' : landmark(stage, at, dice())) + lights
}

const landmark = (stage: Stage, at: { base: number; high: number; depth: number }, draw: number): string => {
  const fill = stage.at(at.depth * 0.94)('#6c627a')
  const x = draw < 0.5 ? 590 + draw * 160 : 900 + draw * 120
  const top = at.base - at.high - 130
  if (draw < 0.34)
    return (
      rect([x - 26, top, 52, at.base - top], fill) +
      poly([x - 34, top, x, top - 120, x + 34, top], fill) +
      rect([x - 2, top - 150, 4, 34], fill)
    )
  if (draw < 0.67)
    return (
      rect([x - 70, top + 60, 140, at.base - top], fill) +
      path(d`M${x - 62} ${top + 60}C${x - 62} ${top - 20} ${x + 62} ${top - 20} ${x + 62} ${top + 60}Z`, fill) +
      rect([x - 8, top - 34, 16, 40], fill) +
      rect([x - 2, top - 62, 4, 30], fill)
    )
  return (
    rect([x - 34, top, 68, at.base - top], fill) +
    rect([x - 40, top - 8, 80, 12], fill) +
    poly([x - 30, top - 8, x, top - 62, x + 30, top - 8], fill) +
    `<circle cx="${String(Math.round(x))}" cy="${String(Math.round(top + 34))}" r="20" fill="${stage.light.lampsOn ? mix(litWindowColour, stage.light.haze, 0.35) : stage.at(at.depth)('#c9c2b8')}"/>`
  )
}
