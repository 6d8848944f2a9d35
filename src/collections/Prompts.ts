import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { promptEndpoints } from '@/endpoints/studioEndpoints'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { ofProject } from './fields/relation'
import { line, prose } from './fields/words'

const categories = ['character', 'scene', 'location', 'props', 'video', 'agent'] as const

/** Templates with [variables]; a project may have its own of the same name. */
export const Prompts: CollectionConfig = edited(
  {
    slug: 'prompts',
    labels: { singular: 'Prompt template', plural: 'Prompt templates' },
    admin: {
      group: 'Prompts & models',
      useAsTitle: 'title',
      defaultColumns: ['title', 'slug', 'category', 'project', '_status'],
      description: 'What is said to the models, with [variables] in brackets. Publish a draft to use it.',
    },
    defaultPopulate: { title: true, slug: true, category: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...promptEndpoints],
    indexes: [{ fields: ['slug', 'project'] }],
    fields: [
      { name: 'title', type: 'text', required: true },
      {
        name: 'slug',
        type: 'text',
        required: true,
        index: true,
        admin: { description: 'How the pipeline asks for it: scene-picture.' },
      },
      ofProject(false),
      { ...choice('category', categories, { required: true, index: true }) },
      { ...prose('text', 'The template. [name] is filled with the variable of that name.', 14), required: true },
      {
        name: 'variables',
        type: 'array',
        admin: {
          description: 'Every [variable] of the text. A missing required one stops the prompt before it is sent.',
        },
        fields: [
          { name: 'name', type: 'text', required: true },
          { name: 'required', type: 'checkbox', defaultValue: true },
          line('description'),
          line('example'),
        ],
      },
      prose('negative', undefined, 2),
      line('model', 'Slug of the catalogue; empty: the project’s choice.'),
      prose('notes', undefined, 2),
    ],
  },
  { drafts: true, qualified: true },
)
