import { mix } from '../../colour'
import { circle, d, ellipse, glow, path, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Stars and two nebulas for a sky without air. */
export const starfield = (stage: Stage): string => {
  const dice = stage.dice('starfield')
  return (
    repeat(150, () =>
      circle(
        [-190 + dice() * 1980, -130 + dice() * 1100, 0.7 + dice() ** 5 * 2.6],
        pickStar(dice()),
        d`opacity="${Math.round((0.3 + dice() * 0.7) * 10) / 10}"`,
      ),
    ) +
    glow(stage, [420, 260, 420], { colour: '#5a4a9c', opacity: 0.4, flat: 0.5 }) +
    glow(stage, [1250, 160, 360], { colour: '#2f6a8c', opacity: 0.35, flat: 0.5 })
  )
}

const pickStar = (draw: number): string => (draw < 0.7 ? '#ffffff' : draw < 0.85 ? '#ffd9b0' : '#b0d4ff')

/** A banded planet with its night side and a moon; x, y, radius. */
export const planet = (stage: Stage, [x, y, r]: readonly [number, number, number]): string => {
  const id = stage.id()
  const dice = stage.dice('planet')
  const hues =
    [
      ['#c9764c', '#e0a06c', '#8a4a3c'],
      ['#4c8aa8', '#8fc0c4', '#2f5a7c'],
      ['#8a6aa8', '#b598c4', '#54407c'],
    ][Math.floor(dice() * 3)] ?? []
  const [base = '#c9764c', pale = '#e0a06c', deep = '#8a4a3c'] = hues
  const bands = repeat(9, (i) =>
    ellipse(
      [
        x + (dice() - 0.5) * 60,
        y - r + i * r * 0.25 + dice() * 14,
        r * (0.7 + dice() * 0.5),
        r * (0.04 + dice() * 0.07),
      ],
      i % 2 === 0 ? pale : deep,
      'opacity=".55"',
    ),
  )
  return (
    glow(stage, [x, y, r * 1.7], { colour: pale, opacity: 0.5 }) +
    `<defs><clipPath id="${id}"><circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}"/></clipPath></defs><g clip-path="url(#${id})">${circle([x, y, r], base)}${bands}${circle([x + r * 0.42, y + r * 0.3, r * 1.06], '#04060f', 'opacity="0"')}${path(d`M${x - r} ${y + r}H${x + r}V${y - r}Q${x + r * 0.3} ${y + r * 0.2} ${x - r} ${y + r}Z`, '#04060f', 'opacity=".5"')}</g>` +
    circle([x - r * 1.2, y - r * 0.7, r * 0.13], mix(pale, '#ffffff', 0.5))
  )
}
