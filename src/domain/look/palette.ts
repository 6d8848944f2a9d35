import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import { isDark } from './lightPlan'
import type { Sequence } from './sequences'

/** One colour of the film. `hex` is #rrggbb. */
export type Swatch = { name: string; hex: string; use: string }
/** `lamps`: lamps or fires are seen and lit. */
type PaletteAsked = Pick<Sequence, 'place' | 'interior' | 'timeOfDay' | 'weather'> & { lamps: boolean }

/** air, key light, shadow */
const hours: Record<TimeOfDay, readonly [string, string, string]> = {
  dawn: ['#a87ba6', '#ffd0a6', '#26284a'],
  morning: ['#a9d3d4', '#fff0cf', '#24405a'],
  noon: ['#7fbedb', '#fffbe6', '#1c4260'],
  afternoon: ['#bcc8b0', '#ffe1a0', '#34384f'],
  evening: ['#c05a6c', '#ffb360', '#281c3d'],
  twilight: ['#4a4788', '#f3a2a6', '#10122e'],
  night: ['#10234c', '#a8caf4', '#050816'],
}
const covers: Partial<Record<Weather, { day: string; dark: string }>> = {
  cloudy: { day: '#8b98a3', dark: '#2a3346' },
  rainy: { day: '#4f6a80', dark: '#1d2c40' },
  stormy: { day: '#3d5164', dark: '#151f30' },
  snowy: { day: '#e6edf2', dark: '#55647c' },
  foggy: { day: '#b8c0c4', dark: '#38424f' },
}
const lamp = '#ffc266'
const accents: readonly (readonly [RegExp, string, string])[] = [
  [/\b(forest|wood|woods|park|garden|jungle|meadow|field)\b/i, '#4f6b3a', 'leaves and grass'],
  [/\b(sea|harbou?r|beach|ship|boat|ferry|pier|lake|river|bridge|island|lighthouse|dock)\b/i, '#3e6f7d', 'water'],
  [/\b(desert|dune|canyon|mine|quarry)\b/i, '#c99a5b', 'sand and stone'],
  [/\b(church|castle|palace|temple|crypt|museum|library)\b/i, '#7a6a55', 'old stone and wood'],
  [/\b(hospital|clinic|ward|laboratory|lab|morgue)\b/i, '#a9c4be', 'tiles'],
  [/\b(bar|pub|club|casino|theatre|cinema)\b/i, '#8a2f3c', 'red velvet and neon'],
  [/\b(kitchen|house|home|apartment|flat|bedroom|living room|cottage)\b/i, '#a4764d', 'wood and cloth'],
  [/\b(street|road|alley|square|city|town|roof|rooftop|station|garage)\b/i, '#6d6f78', 'walls and asphalt'],
]

/** Air, key light, shadow and accent of a place at its hour and in its weather. */
export const paletteOf = ({ place, interior, timeOfDay, weather, lamps }: PaletteAsked): Swatch[] => {
  const [air, key, shadow] = hours[timeOfDay]
  const dark = isDark(timeOfDay)
  const byLamp = dark && (interior || lamps)
  const cover = covers[weather]?.[dark ? 'dark' : 'day']
  const accent = accents.find(([words]) => words.test(place))
  return [
    { name: 'air', hex: interior ? air : (cover ?? air), use: interior ? 'what the windows show' : 'sky and distance' },
    { name: 'key light', hex: byLamp ? lamp : key, use: byLamp ? 'lamps on faces' : 'light on faces' },
    { name: 'shadow', hex: shadow, use: 'the dark side of everything' },
    ...(accent ? [{ name: 'accent', hex: accent[1], use: accent[2] }] : []),
  ]
}
