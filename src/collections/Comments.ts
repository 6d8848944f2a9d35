import type { CollectionConfig, Field } from 'payload'
import { nobody } from '@/access/nobody'
import { signedIn } from '@/access/signedIn'
import { commentEndpoints } from '@/endpoints/studioEndpoints'
import { figure } from './fields/figure'
import { ofProject, relation } from './fields/relation'
import { line, prose } from './fields/words'

const date = (name: string): Field => ({ name, type: 'date' })

/** What was said about a frame of a film, and the answers to it. Our routes write it; people read it. */
export const Comments: CollectionConfig = {
  slug: 'comments',
  admin: {
    group: 'Production',
    useAsTitle: 'text',
    defaultColumns: ['text', 'name', 'scene', 'frame', 'resolvedAt', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'What people said about frames of a film. Written on the Film tab and behind share links.',
  },
  defaultSort: '-createdAt',
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  endpoints: [...commentEndpoints],
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['project', 'parent', 'createdAt'] }],
  fields: [
    ofProject(),
    prose('text'),
    line('name', 'Who said it, as they were called then.'),
    relation('author', 'users', { description: 'Empty means: a reviewer with a share link.' }),
    relation('link', 'share-links', { description: 'Empty means: somebody of the studio.' }),
    relation('parent', 'comments', { description: 'What it answers. Empty means: it stands by itself.' }),
    line('film', 'The SHA-256 of the film it was said of.'),
    figure('frame', { min: 0, description: 'From the beginning of that film, at its rate.' }),
    relation('scene', 'scenes'),
    figure('sceneFrame', { min: 0, description: 'The same moment inside the scene.' }),
    relation('mentions', 'users', { many: true }),
    line('resolvedBy'),
    date('resolvedAt'),
    date('editedAt'),
    { name: 'removed', type: 'checkbox', defaultValue: false },
  ],
}
