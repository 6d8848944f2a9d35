import { circle, d, poly, rect, repeat, stroke } from '../shapes'
import type { Stage } from '../stage'

/** A window by its box, and its outline as a path. */
type Pane = { x: number; y: number; w: number; h: number; outline: string }

/** What the weather leaves on a window: rain that runs down it, snow on its sill and in its corners. */
export const paneWeather = (stage: Stage, hole: Pane): string => {
  const { weather, key, sky } = stage.outside
  if (weather === 'rainy' || weather === 'stormy') return clipped(stage, hole, drops(stage, hole))
  if (weather !== 'snowy') return ''
  const { x, y, w, h } = hole
  const white = stage.outside.night ? sky.horizon : key
  return clipped(
    stage,
    hole,
    rect([x, y + h - 20, w, 24], white, 'opacity=".85"') +
      poly([x, y + h, x, y + h - 74, x + 70, y + h], white, 'opacity=".6"') +
      poly([x + w, y + h, x + w, y + h - 56, x + w - 56, y + h], white, 'opacity=".6"'),
  )
}

const clipped = (stage: Stage, hole: Pane, content: string): string => {
  const id = stage.id()
  return `<defs><clipPath id="${id}"><path d="${hole.outline}"/></clipPath></defs><g clip-path="url(#${id})">${content}</g>`
}

const drops = (stage: Stage, { x, y, w, h }: Pane): string => {
  const dice = stage.dice(`drops${String(Math.round(x))}`)
  const water = stage.outside.night ? '#9fb8dc' : '#f4f8fa'
  const many = Math.round((w * h) / 2600)
  return `<g opacity=".5">${repeat(many, () => {
    const [at, top, long] = [x + dice() * w, y + dice() * h, 10 + dice() ** 2 * 90]
    const bend = (dice() - 0.5) * 9
    return (
      stroke(d`M${at} ${top}q${bend} ${long * 0.4} ${bend * 0.4} ${long}`, water, 1.8) +
      circle([at + bend * 0.4, top + long, 2.6], water)
    )
  })}</g>`
}
