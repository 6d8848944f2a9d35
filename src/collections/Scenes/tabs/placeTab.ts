import type { Tab } from 'payload'
import { asides, timesOfDay, weathers } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { relation } from '../../fields/relation'
import { line, prose, wordList } from '../../fields/words'

const seasons = ['spring', 'summer', 'autumn', 'winter'] as const

/** Where and when. */
export const placeTab: Tab = {
  label: 'Place',
  admin: { description: 'Empty means: what the heading says; then what the location’s own document says.' },
  fields: [
    line('location', 'The place as the heading names it.'),
    relation('place', 'locations', { description: 'Its document in the bible.' }),
    choice('timeOfDay', timesOfDay),
    choice('weather', weathers),
    choice('aside', asides, { description: 'Outside the line of the story: the picture looks like it.' }),
    figure('storyDay', { min: 1, description: 'The day of the story, counted from 1.' }),
    choice('season', seasons),
    line('era'),
    prose('setDressing', 'What stands in the place for this scene.'),
    wordList('setDressingItems', 'Single things that must be seen.'),
    prose('atmosphere', 'Smoke, dust, crowd, light in the air.', 2),
    { name: 'crowd', type: 'number', min: 0, admin: { description: 'People without a name in the background.' } },
  ],
}
