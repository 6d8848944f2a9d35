import type { CollectionConfig } from 'payload'
import { nobody } from '@/access/nobody'
import { signedIn } from '@/access/signedIn'
import { runStatus } from '@/domain/run/runStatus'
import { ofProject } from './fields/relation'
import { runEndpoints } from '@/endpoints/studioEndpoints'
import { statusField } from './fields/statusField'
import { storyOfError } from './fields/storyOfError'
import { figure } from './fields/figure'
import { line } from './fields/words'

/** One press of a button. The stores write it through the driver; people read it. */
export const Runs: CollectionConfig = {
  slug: 'runs',
  admin: {
    group: 'Production',
    useAsTitle: 'kind',
    defaultColumns: ['kind', 'project', 'state', 'startedAt', 'endedAt'],
    enableListViewSelectAPI: true,
    description: 'What was started, how far it is, and why it stopped.',
    components: { views: { edit: { default: { Component: '/admin/run/RunPage#RunPage' } } } },
  },
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  endpoints: [...runEndpoints],
  versions: false,
  lockDocuments: false,
  fields: [
    { name: 'id', type: 'text', required: true },
    line('kind'),
    ofProject(),
    statusField('state', runStatus),
    { name: 'seq', type: 'number', index: true },
    { name: 'progress', type: 'group', fields: [{ type: 'row', fields: [figure('done'), figure('total')] }] },
    { name: 'startedAt', label: 'Started', type: 'date' },
    { name: 'endedAt', label: 'Ended', type: 'date' },
    { name: 'notices', type: 'text', hasMany: true },
    storyOfError(),
  ],
}
