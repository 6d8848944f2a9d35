import type { ArrayField } from 'payload'
import { contrasts, depthsOfField, keyDirections, timesOfDay, weathers } from '@/domain/scene/vocabulary'
import { choice } from './choice'
import { figure } from './figure'
import { line, wordList } from './words'

const millimetres = (name: string) => figure(name, { min: 8, max: 800, description: 'Millimetres, full frame.' })

/** Palette, light and lenses for every stretch of the film that plays in one place, time and weather. */
export const sequencePlans: ArrayField = {
  name: 'sequences',
  type: 'array',
  admin: { description: 'Scenes take lens, light and colour from the row they belong to when they are broken down.' },
  fields: [
    figure('number', { min: 1 }),
    line('name'),
    line('fromScene', 'Clip name of its first scene.'),
    line('toScene'),
    line('place'),
    { name: 'interior', type: 'checkbox' },
    choice('timeOfDay', timesOfDay),
    choice('weather', weathers),
    figure('tension', { min: 0, max: 1, step: 0.01 }),
    line('mood'),
    wordList('palette', 'Colours as #rrggbb: air, key light, shadow, accent.'),
    choice('keyDirection', keyDirections),
    choice('contrast', contrasts),
    figure('colorTemperatureK', { min: 1000, max: 20_000, description: 'Kelvin of the key light.' }),
    wordList('practicals', 'Lamps and fires that are seen and give light.'),
    millimetres('wideMm'),
    millimetres('peopleMm'),
    millimetres('faceMm'),
    millimetres('detailMm'),
    choice('depthOfField', depthsOfField),
    wordList('reasons', 'The rules that chose.'),
  ],
}
