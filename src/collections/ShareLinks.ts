import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { nobody } from '@/access/nobody'
import { makers } from '@/access/roles'
import { shareRights } from '@/domain/review/shareRight'
import { shareLinkEndpoints } from '@/endpoints/studioEndpoints'
import { choice } from './fields/choice'
import { ofProject } from './fields/relation'
import { line } from './fields/words'

const date = (name: string): Field => ({ name, type: 'date' })

/** A link behind which somebody without a login sees one film. The database keeps a hash of its secret, never the secret. */
export const ShareLinks: CollectionConfig = {
  slug: 'share-links',
  labels: { singular: 'Share link', plural: 'Share links' },
  admin: {
    group: 'Production',
    useAsTitle: 'title',
    defaultColumns: ['title', 'project', 'may', 'expiresAt', 'revokedAt', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'Links for reviewers without a login. Made and revoked on the Film tab.',
  },
  defaultSort: '-createdAt',
  access: { read: hasRole(...makers), create: nobody, update: nobody, delete: nobody },
  endpoints: [...shareLinkEndpoints],
  versions: false,
  lockDocuments: false,
  fields: [
    ofProject(),
    line('title', 'Whom it is for.'),
    choice('may', shareRights, { initial: 'view', required: true }),
    line('film', 'The SHA-256 of the film it shows. Empty means: always the newest.'),
    // the film as it was cut when the link was made, for links that show that one
    { name: 'cut', type: 'json', access: { read: nobody }, hidden: true, admin: { disabled: true } },
    { name: 'hash', type: 'text', unique: true, index: true, access: { read: nobody }, hidden: true, admin: { disabled: true } },
    date('expiresAt'),
    line('by'),
    date('revokedAt'),
    line('revokedBy'),
    date('openedAt'),
  ],
} // prettier-ignore
