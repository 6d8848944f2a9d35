import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { propEndpoints } from '@/endpoints/studioEndpoints'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { figure } from './fields/figure'
import { madeBy } from './fields/madeBy'
import { file, ofProject } from './fields/relation'
import { sheetField, shownBeside } from './fields/sheetField'
import { staleFields } from './fields/staleFields'
import { line, prose, wordList } from './fields/words'

const kinds = ['hand_prop', 'set_dressing', 'wardrobe', 'vehicle', 'product', 'other'] as const

/** The things that matter. */
export const Props: CollectionConfig = edited(
  {
    slug: 'props',
    admin: {
      group: 'Story',
      useAsTitle: 'name',
      defaultColumns: ['name', 'project', 'kind', 'owner', 'reference'],
      description: 'Each with the picture its scenes are drawn from.',
    },
    defaultPopulate: { name: true, project: true, reference: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...propEndpoints],
    indexes: [{ fields: ['project', 'name'] }],
    fields: [
      { name: 'name', type: 'text', required: true },
      sheetField,
      ofProject(),
      ...staleFields().map(shownBeside),
      choice('kind', kinds),
      line('noun', 'The thing in one word: lamp, letter, rope.'),
      prose('description', undefined, 4),
      line('material'),
      line('color', 'As #rrggbb or a word.'),
      line('size'),
      line('owner', 'The character it belongs to.'),
      prose('meaning', 'What it stands for in the story.', 2),
      wordList('scenes', 'Clip names it appears in.'),
      line('firstScene', 'Clip name of its first appearance.'),
      line('lastScene', 'Clip name of its last appearance.'),
      {
        name: 'holders',
        type: 'array',
        admin: { description: 'Who has it in the hand, from which scene to which.' },
        fields: [line('character'), line('fromScene'), line('toScene')],
      },
      {
        name: 'states',
        type: 'array',
        admin: { description: 'What happens to it: broken, lit, wet … It stays so until the next row.' },
        fields: [line('scene'), line('state'), figure('sourceLine', { min: 0 }), prose('words', undefined, 2)],
      },
      {
        name: 'evidence',
        type: 'array',
        admin: { description: 'Where the screenplay says so.' },
        fields: [figure('sourceLine', { min: 0 }), prose('words', undefined, 2)],
      },
      file('reference', 'An uploaded picture is never redrawn.'),
      line('generation'),
      madeBy,
    ],
  },
  { qualified: true },
)
