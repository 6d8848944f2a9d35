import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { nobody } from '@/access/nobody'
import { staff } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { alertEndpoints } from '@/endpoints/studioEndpoints'
import { choice } from './fields/choice'
import { machineOnly } from './fields/machineOnly'
import { ofProject } from './fields/relation'
import { line, prose } from './fields/words'

const severities = ['info', 'warning', 'error'] as const

/** What somebody must know; it stays on top of every page until a person dismisses it. */
export const Alerts: CollectionConfig = {
  slug: 'alerts',
  admin: {
    group: 'Studio',
    useAsTitle: 'what',
    defaultColumns: ['what', 'severity', 'project', 'dismissed', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'What happened, why, and how to fix it. Generations cost money, so nothing vanishes by itself.',
  },
  defaultSort: '-createdAt',
  access: { read: signedIn, create: nobody, update: hasRole(...staff), delete: nobody },
  endpoints: [...alertEndpoints],
  versions: false,
  indexes: [{ fields: ['dismissed', 'createdAt'] }],
  fields: [
    machineOnly(prose('what', undefined, 2)),
    machineOnly(prose('why', undefined, 2)),
    machineOnly(prose('fix', undefined, 2)),
    machineOnly(line('link')),
    machineOnly(line('code')),
    machineOnly(choice('severity', severities, { initial: 'warning', index: true })),
    machineOnly(ofProject(false)),
    machineOnly({ ...line('run'), index: true }),
    machineOnly<Field>({
      name: 'times',
      type: 'number',
      defaultValue: 1,
      admin: { description: 'How often it happened.' },
    }),
    machineOnly<Field>({ name: 'lastAt', type: 'date' }),
    machineOnly(line('cause')),
    machineOnly(line('lastEvent')),
    machineOnly<Field>({
      name: 'proposal',
      type: 'group',
      admin: { description: 'A value that waits; empty where nothing is proposed.' },
      fields: [
        line('of', 'The collection.'),
        line('document'),
        line('field'),
        prose('old', 'What a person wrote, as JSON.', 2),
        prose('new', 'What an agent would write, as JSON.', 2),
        line('agent'),
      ],
    }),
    { name: 'dismissed', type: 'checkbox', defaultValue: false, index: true, admin: { position: 'sidebar' } },
    { name: 'dismissedBy', type: 'text', admin: { position: 'sidebar', readOnly: true } },
  ],
  hooks: {
    beforeChange: [
      ({ data, originalDoc, req }) => {
        const was = (originalDoc as { dismissed?: boolean } | undefined)?.dismissed === true
        const by = req.user && 'email' in req.user ? req.user.email : null
        return data.dismissed === true && !was ? { ...data, dismissedBy: by } : data
      },
    ],
  },
}
