import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { locationEndpoints } from '@/endpoints/studioEndpoints'
import { edited } from './edited/edited'
import { figure } from './fields/figure'
import { madeBy } from './fields/madeBy'
import { file, ofProject } from './fields/relation'
import { sheetField, shownBeside } from './fields/sheetField'
import { staleFields } from './fields/staleFields'
import { line, prose, wordList } from './fields/words'

/** The places of the film. */
export const Locations: CollectionConfig = edited(
  {
    slug: 'locations',
    admin: {
      group: 'Story',
      useAsTitle: 'name',
      defaultColumns: ['name', 'project', 'interior', 'reference', 'updatedAt'],
      description: 'Each with the picture all its scenes are drawn from.',
    },
    defaultPopulate: { name: true, project: true, reference: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...locationEndpoints],
    indexes: [{ fields: ['project', 'name'] }],
    fields: [
      { name: 'name', type: 'text', required: true, admin: { description: 'As the headings write it.' } },
      sheetField,
      ofProject(),
      ...staleFields().map(shownBeside),
      { name: 'interior', type: 'checkbox', admin: { position: 'sidebar' } },
      line('partOf', 'The place it is a room or a corner of.'),
      prose('description', undefined, 4),
      prose('history', undefined, 2),
      line('era'),
      prose('lighting', undefined, 2),
      prose('ambience', 'What is heard there.', 2),
      wordList('features', 'What must be seen of it.'),
      {
        name: 'setDressing',
        type: 'array',
        admin: { description: 'What stands there, with the line that says so.' },
        fields: [line('item'), figure('sourceLine', { min: 0 }), prose('words', undefined, 2)],
      },
      wordList('palette', 'Colours as #rrggbb.'),
      wordList('aliases', 'Other names the headings use.'),
      wordList('evidence', 'Where the screenplay says so.'),
      file('reference', 'An uploaded picture is never redrawn.'),
      line('generation'),
      prose('notes'),
      madeBy,
    ],
  },
  { qualified: true },
)
