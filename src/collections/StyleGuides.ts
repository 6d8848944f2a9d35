import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { signedIn } from '@/access/signedIn'
import { edited } from './edited/edited'
import { sequencePlans } from './fields/sequencePlans'
import { madeBy } from './fields/madeBy'
import { ofProject } from './fields/relation'
import { line, prose, wordList } from './fields/words'

/** How the film looks. */
export const StyleGuides: CollectionConfig = edited(
  {
    slug: 'style-guides',
    labels: { singular: 'Style guide', plural: 'Style guides' },
    admin: {
      group: 'Story',
      useAsTitle: 'title',
      defaultColumns: ['title', 'project', 'updatedAt'],
      description: 'Colour, light, lenses and what must never be seen. It goes into every picture of the film.',
    },
    access: {
      read: signedIn,
      create: hasRole('director', 'artist'),
      update: hasRole('director', 'artist'),
      delete: hasRole(),
    },
    fields: [
      line('title'),
      ofProject(),
      prose('styleCapsule', 'The look in one or two sentences, sent with every prompt.', 2),
      {
        name: 'palette',
        type: 'array',
        fields: [line('name'), line('hex', '#rrggbb'), line('use')],
      },
      prose('lighting'),
      prose('lenses', undefined, 2),
      prose('camera', undefined, 2),
      prose('mood', undefined, 2),
      prose('texture', undefined, 2),
      wordList('references', 'Films, painters, photographs.'),
      wordList('negative', 'What must never be seen.'),
      sequencePlans,
      {
        name: 'stylePictures',
        type: 'upload',
        relationTo: 'media',
        hasMany: true,
      },
      madeBy,
    ],
  },
  { qualified: true },
)
