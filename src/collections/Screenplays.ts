import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { signedIn } from '@/access/signedIn'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { figure } from './fields/figure'
import { machineOnly } from './fields/machineOnly'
import { madeBy } from './fields/madeBy'
import { ofProject } from './fields/relation'
import { line, prose } from './fields/words'
import { refuseBadScreenplay } from './refuseBadScreenplay'

const formats = ['fountain', 'markdown', 'text', 'fdx', 'pdf'] as const

/** The screenplay, word for word; old versions can be brought back. */
export const Screenplays: CollectionConfig = edited(
  {
    slug: 'screenplays',
    admin: {
      group: 'Story',
      useAsTitle: 'title',
      defaultColumns: ['title', 'project', 'format', 'updatedAt'],
      description: 'Fountain text, kept as it was written. Saving an edit aligns the scenes; it never throws one away.',
    },
    defaultPopulate: { title: true, project: true },
    access: {
      read: signedIn,
      create: hasRole('writer', 'director'),
      update: hasRole('writer', 'director'),
      delete: hasRole(),
    },
    hooks: { beforeChange: [refuseBadScreenplay] },
    fields: [
      line('title'),
      ofProject(),
      prose('text', 'Fountain. A finished screenplay is never rewritten by the studio.', 30),
      choice('format', formats, { initial: 'fountain' }),
      machineOnly(line('sourceFile')),
      machineOnly({ ...line('sha256'), index: true }),
      machineOnly(figure('estimatedSeconds', { description: 'Running time by the timing model.' })),
      madeBy,
    ],
  },
  { qualified: true },
)
