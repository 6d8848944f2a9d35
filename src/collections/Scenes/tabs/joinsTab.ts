import type { Tab } from 'payload'
import { boundaries, transitions } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { prose } from '../../fields/words'

/** How it meets its neighbours. */
export const joinsTab: Tab = {
  label: 'Joins',
  admin: { description: 'Empty means: a plain cut, and the boundary the continuity rule chooses.' },
  fields: [
    choice('transitionIn', transitions),
    choice('transitionOut', transitions),
    figure('transitionSeconds', { min: 0, max: 3, step: 0.1, description: 'Its frames belong to this scene.' }),
    choice('boundary', boundaries, { description: 'How its first frame hangs together with the scene before.' }),
    prose('continuityNotes', undefined, 2),
  ],
}
