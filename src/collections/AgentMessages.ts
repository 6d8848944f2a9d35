import type { CollectionConfig } from 'payload'
import { nobody } from '@/access/nobody'
import { hasRole } from '@/access/hasRole'
import { staff } from '@/access/roles'
import { ofProject } from './fields/relation'
import { line, prose } from './fields/words'

/** What the departments told each other. */
export const AgentMessages: CollectionConfig = {
  slug: 'agent-messages',
  labels: { singular: 'Agent message', plural: 'Agent messages' },
  admin: {
    group: 'Studio',
    useAsTitle: 'subject',
    defaultColumns: ['from', 'to', 'subject', 'run', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'The talk of the departments, so that every decision can be followed.',
  },
  defaultSort: '-createdAt',
  access: { read: hasRole(...staff), create: nobody, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  fields: [
    line('from'),
    line('to'),
    line('subject'),
    prose('body', undefined, 6),
    { ...line('run'), index: true },
    ofProject(false),
  ],
}
