import type { Tab } from 'payload'
import { crossings, emotionNames, facings, poses, positions } from '@/domain/scene/vocabulary'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { relation } from '../../fields/relation'
import { line, wordList } from '../../fields/words'

const character = line('character')

/** Who is seen, where they stand, what they feel and wear. */
export const castTab: Tab = {
  label: 'Cast',
  admin: {
    description: 'Empty means: nobody is seen; blocking and costume as the shot agent and the profiles have them.',
  },
  fields: [
    wordList('charactersPresent', 'Names as the cast has them.'),
    relation('characters', 'characters', { many: true, description: 'Their documents in the bible.' }),
    wordList('voices', 'Who is heard and not seen.'),
    {
      name: 'blocking',
      type: 'array',
      fields: [
        character,
        choice('position', positions),
        choice('facing', facings),
        choice('pose', poses),
        line('action'),
        choice('crossing', crossings, { description: 'Comes into the picture, or goes out of it.' }),
      ],
    },
    {
      name: 'emotions',
      type: 'array',
      fields: [
        character,
        choice('emotion', emotionNames),
        figure('intensity', { min: 0, max: 1, step: 0.05, description: '0 hardly to 1 fully.' }),
      ],
    },
    {
      name: 'costumes',
      type: 'array',
      fields: [character, line('costume'), line('variant'), wordList('condition', 'Wet, torn, bloody …')],
    },
  ],
}
