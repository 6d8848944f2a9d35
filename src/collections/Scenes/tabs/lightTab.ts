import type { Tab } from 'payload'
import { contrasts, keyDirections, lightTypes } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { line, prose, wordList } from '../../fields/words'

/** Light and colour. */
export const lightTab: Tab = {
  label: 'Light',
  admin: { description: 'Empty means: the style guide, the time of day and the weather decide.' },
  fields: [
    choice('lightType', lightTypes),
    line('lightMood'),
    choice('keyDirection', keyDirections),
    choice('contrast', contrasts),
    figure('colorTemperatureK', { min: 1000, max: 20_000, description: 'Kelvin: candle 1900, daylight 5600.' }),
    wordList('palette', 'Colours as #rrggbb.'),
    wordList('practicals', 'Lamps, fires and screens that are seen and give light.'),
    prose('lightNotes', undefined, 2),
  ],
}
