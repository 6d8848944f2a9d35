import { mix } from '../../colour'
import { torch } from '../pieces/fire'
import { groundMarks, waterSheet } from '../pieces/ground'
import { hills, rock } from '../pieces/land'
import type { SetDrawing } from '../plate'
import { d, ellipse, glow, line, path, poly, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** A cave: open to the sea (first set), or deep with a pool and torches (second set). Rings of rock, darker toward the lens. */
export const cave = (stage: Stage): SetDrawing => {
  const dice = stage.dice('cave')
  const rockTint = (depth: number, local: string, shade: number) => mix(stage.at(depth)(local), stage.light.ink, shade)
  const ring = (at: { left: number; right: number; top: number; colour: string; bottom?: number }): string => {
    const steps = 18
    const points = Array.from({ length: steps + 1 }, (_, i) => {
      const angle = Math.PI * (1 - i / steps)
      const rough = 1 + (dice() - 0.5) * 0.16
      const [cx, rx, bottom] = [(at.left + at.right) / 2, (at.right - at.left) / 2, at.bottom ?? 740]
      return d`L${cx + Math.cos(angle) * rx * rough} ${bottom - Math.sin(angle) ** 0.7 * (bottom - at.top) * rough}`
    })
    return path(
      `M-200 -140H1800V1010H-200ZM${String(at.left)} 1010${points.join('')}L${String(at.right)} 1010Z`,
      at.colour,
      'fill-rule="evenodd"',
    )
  }
  const open = { ...stage, light: stage.outside, at: stage.open, ground: stage.openGround }
  const deep =
    rect([-200, -140, 2000, 1150], rockTint(0.3, '#3f4552', 0.3)) +
    glow(stage, [820, 560, 520], { colour: '#4fa6a8', opacity: 0.4 }) +
    ring({ left: 560, right: 1060, top: 330, colour: rockTint(0.3, '#4d4c58', 0.2) })
  const outside =
    hills(open, { label: 'out', y: 590, rise: 90, steps: 5, colour: '#6f8a6c', depth: 0.75 }) +
    waterSheet(open, { y: 612, bottom: 800, label: 'out', colour: '#3f7890' })
  const day = stage.second
    ? ''
    : poly(
        [560, 380, 1000, 380, 1080 - stage.outside.sunSide * 280, 830, 480 - stage.outside.sunSide * 280, 830],
        stage.outside.key,
        `opacity="${stage.outside.night ? '.07' : '.18'}"`,
      )
  const teeth = repeat(13, (i) => {
    const x = -150 + i * 150 + dice() * 60
    const [w, h] = [22 + dice() * 26, 90 + dice() * (i > 3 && i < 9 ? 80 : 230)]
    return (
      poly(
        [x - w, -140, x + w, -140, x + w * 0.6, h * 0.3, x, h, x - w * 0.6, h * 0.3],
        rockTint(0.06, '#4a4048', 0.34),
      ) +
      poly(
        [x + stage.light.sunSide * w * 0.6, h * 0.3, x, h, x + stage.light.sunSide * w * 0.1, h * 0.2],
        rockTint(0.06, '#83706a', 0.2),
        'opacity=".6"',
      )
    )
  })
  const stones = repeat(10, (i) =>
    rock(stage, {
      x: -140 + i * 200 + dice() * 60,
      y: 752,
      w: 50 + dice() * 50,
      h: (i > 2 && i < 7 ? 16 : 60) + dice() * 60,
      depth: 0.1,
      colour: '#5f5457',
    }),
  )
  const torches = stage.second ? [torch(stage, 250, 500), torch(stage, 1350, 470)] : []
  const pool = stage.second
    ? ellipse([860, 748, 330, 20], rockTint(0.05, '#2f8a92', 0.1)) +
      ellipse([840, 746, 240, 9], '#8fe0d8', 'opacity=".45"') +
      repeat(6, (i) => line([640 + i * 80, 744 + (i % 3) * 5, 690 + i * 80, 744 + (i % 3) * 5], '#c8fff4', 1.6))
    : ''
  const crystal = (x: number, h: number, lean: number) =>
    poly(
      [x - 11, 750, x - 7 + lean, 750 - h * 0.8, x + lean, 750 - h, x + 8 + lean, 750 - h * 0.78, x + 12, 750],
      '#4fb4b8',
      'opacity=".9"',
    ) + poly([x, 750, x + lean, 750 - h, x + 8 + lean, 750 - h * 0.78, x + 12, 750], '#b4f4ea', 'opacity=".55"')
  const crystals = stage.second
    ? glow(stage, [1250, 720, 190], { colour: '#6fe0d8', opacity: 0.5 }) +
      repeat(8, (i) => crystal(1170 + i * 24 + dice() * 8, 40 + dice() * 74, (i - 3.5) * 6))
    : ''
  const edge = rockTint(-0.3, '#3a343c', 0.5)
  return {
    far: stage.second ? deep : outside,
    mid:
      day +
      ring({ left: 360, right: 1190, top: 210, colour: rockTint(0.2, '#5d5056', 0.14) }) +
      ring({ left: 190, right: 1400, top: 96, colour: rockTint(0.12, '#54474e', 0.26) }),
    near:
      path('M-200 722Q200 704 520 726T1100 722T1800 716V1010H-200Z', rockTint(0.04, '#5c5052', 0.22)) +
      groundMarks(stage, {
        label: 'stones',
        y: 730,
        count: 60,
        colour: rockTint(0.02, '#8a7a72', 0.1),
        opacity: 0.4,
        length: 20,
      }) +
      pool +
      stones +
      crystals +
      teeth +
      torches.map(({ svg }) => svg).join(''),
    foreground:
      poly([-220, -150, -40, -150, 20, 240, -60, 520, 40, 800, 120, 1020, -220, 1020], edge) +
      poly([1820, -150, 1640, -150, 1590, 200, 1680, 560, 1600, 1020, 1820, 1020], edge),
    lamps: torches.map(({ lamp }) => lamp),
    flames: torches.map(({ lamp }) => lamp),
    water: stage.second ? null : { x: 360, y: 612, width: 840, height: 110 },
  }
}
