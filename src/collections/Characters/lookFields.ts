import type { Field } from 'payload'
import { ages, builds, costumes, hairStyles, hats } from '@/domain/cast/look'
import { choice } from '../fields/choice'
import { wordList } from '../fields/words'

const hex = /^#[0-9a-f]{6}$/i

const color = (name: string, description?: string): Field => ({
  name,
  type: 'text',
  validate: (value: string | null | undefined) => !value || hex.test(value) || 'A colour is written #rrggbb.',
  admin: { placeholder: '#rrggbb', ...(description ? { description } : {}) },
})

/** How a person is drawn, and what every later picture must keep. */
export const lookFields = (): Field[] => [
  { type: 'row', fields: [choice('age', ages), choice('build', builds)] },
  { type: 'row', fields: [choice('hair', hairStyles), choice('hat', hats)] },
  {
    type: 'row',
    fields: [
      { name: 'beard', type: 'checkbox' },
      { name: 'glasses', type: 'checkbox' },
    ],
  },
  choice('costume', costumes),
  {
    type: 'row',
    fields: [
      color('costumeColor', 'What tells people apart: no two share it.'),
      color('hairColor'),
      color('skinColor'),
    ],
  },
  wordList('evidence', 'What of this came from the text; the rest was chosen.'),
]
