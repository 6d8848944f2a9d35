import type { Access, CollectionConfig } from 'payload'
import { nobody } from '@/access/nobody'
import { noticeKinds } from '@/domain/tidings/noticeKind'
import { notificationEndpoints } from '@/endpoints/studioEndpoints'
import { choice } from '../fields/choice'
import { ofProject, relation } from '../fields/relation'
import { line, prose } from '../fields/words'

/** Each person sees their own; a producer no other's. */
const own: Access = ({ req }) => (req.user ? { person: { equals: req.user.id } } : false)

/** What a person was told: one for each person and event, however often the event was heard. The stores write it. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  admin: {
    group: 'Studio',
    hidden: true,
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'project', 'readAt', 'createdAt'],
    description: 'What you were told, and when you read it.',
  },
  defaultSort: '-createdAt',
  access: { read: own, create: nobody, update: nobody, delete: nobody },
  endpoints: [...notificationEndpoints],
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['person', 'createdAt'] }, { fields: ['person', 'readAt'] }, { fields: ['event'] }],
  fields: [
    { name: 'id', type: 'text', required: true },
    relation('person', 'users', { required: true }),
    choice('kind', noticeKinds, { required: true }),
    ofProject(false),
    line('event', 'What it tells of; told twice, it counts once.'),
    line('link', 'The page it leads to.'),
    prose('vars', 'What its sentence is filled with, as JSON.'),
    { name: 'readAt', type: 'date' },
    { name: 'mail', type: 'text', index: true, access: { read: nobody } },
  ],
}
