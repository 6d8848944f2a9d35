import type { CollectionConfig } from 'payload'
import { generationEndpoints } from '@/endpoints/studioEndpoints'
import { hasRole } from '@/access/hasRole'
import { nobody } from '@/access/nobody'
import { staff } from '@/access/roles'
import { generationStatus } from '@/domain/generation/generationStatus'
import { figure, nanodollars } from './fields/figure'
import { ofProject, relation } from './fields/relation'
import { statusField } from './fields/statusField'
import { storyOfError } from './fields/storyOfError'
import { line, prose, wordList } from './fields/words'

/** The record of one provider call: what was sent, what it cost, what came back. The stores write it. */
export const Generations: CollectionConfig = {
  slug: 'generations',
  admin: {
    group: 'Production',
    useAsTitle: 'what',
    defaultColumns: ['what', 'department', 'model', 'take', 'state', 'priceNanodollars', 'createdAt'],
    enableListViewSelectAPI: true,
    description: 'Every call to a department, paid or free, with what was really sent.',
  },
  access: { read: hasRole(...staff), create: nobody, update: nobody, delete: nobody },
  endpoints: [...generationEndpoints],
  versions: false,
  lockDocuments: false,
  indexes: [{ fields: ['project', 'state'] }],
  fields: [
    { name: 'id', type: 'text', required: true },
    line('what'),
    ofProject(),
    relation('scene', 'scenes'),
    line('department'),
    line('provider'),
    line('model'),
    line('version'),
    figure('take', { min: 1 }),
    statusField('state', generationStatus),
    prose('prompt', 'The words as they were sent.', 6),
    line('template', 'The template they were filled from, and its revision.'),
    {
      name: 'request',
      type: 'group',
      label: 'Sent with it',
      fields: [
        prose('negativePrompt', 'What must not be seen.', 2),
        figure('seed', { min: 0, step: 1 }),
        { name: 'references', type: 'array', fields: [line('role'), line('name'), line('sha256')] },
        line('template', 'Where it cost money: the template, and its revision.'),
        wordList('adjustments', 'What the model could not do as it was wished.'),
        wordList('questions', 'What a judge was asked.'),
      ],
    },
    nanodollars('priceNanodollars', 'Quoted before it was sent.'),
    nanodollars('billedNanodollars', 'On the provider’s bill.'),
    figure('processingMs', { min: 0 }),
    {
      name: 'asset',
      type: 'group',
      fields: [line('sha256'), line('name'), line('mime'), figure('bytes', { min: 0 })],
    },
    storyOfError(),
  ],
}
