import type { CollectionConfig, Field } from 'payload'
import { nobody } from '@/access/nobody'
import { signedIn } from '@/access/signedIn'
import { approvalAnswers } from '@/domain/review/approvalAnswer'
import { approvalEndpoints } from '@/endpoints/studioEndpoints'
import { choice } from './fields/choice'
import { ofProject, relation } from './fields/relation'
import { line, prose } from './fields/words'

const date = (name: string): Field => ({ name, type: 'date' })

/** Every answer about a scene stays; the newest about a scene counts. Our routes write it; people read it. */
export const Approvals: CollectionConfig = {
  slug: 'approvals',
  admin: {
    group: 'Production',
    useAsTitle: 'note',
    defaultColumns: ['answer', 'scene', 'note', 'name', 'settledAt', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'Scenes of a film that were approved, or for which changes were requested.',
  },
  defaultSort: '-createdAt',
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  endpoints: [...approvalEndpoints],
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['project', 'answer', 'createdAt'] }],
  fields: [
    ofProject(),
    relation('scene', 'scenes', { required: true }),
    line('film', 'The SHA-256 of the film it was said of.'),
    choice('answer', approvalAnswers, { required: true }),
    prose('note'),
    line('name', 'Who said it, as they were called then.'),
    relation('author', 'users', { description: 'Empty means: a reviewer with a share link.' }),
    relation('link', 'share-links', { description: 'Empty means: somebody of the studio.' }),
    line('settledBy'),
    date('settledAt'),
  ],
}
