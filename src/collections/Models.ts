import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { staff } from '@/access/roles'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { figure, nanodollars } from './fields/figure'
import { line, prose, wordList } from './fields/words'

const departments = ['text', 'image', 'edit', 'vision', 'video', 'speech', 'music', 'media'] as const
const units = [
  'call',
  'second',
  'image',
  'megapixel',
  'frame',
  'thousand_tokens_in',
  'thousand_tokens_out',
  'thousand_characters',
] as const

const abilities: Field[] = [
  {
    name: 'durationsS',
    type: 'number',
    hasMany: true,
    admin: { description: 'Seconds it can make. Empty means: any.' },
  },
  wordList('resolutions'),
  wordList('aspects'),
  figure('referencesMax', { min: 0 }),
  figure('promptCharactersMax', { min: 1 }),
  { name: 'audio', type: 'checkbox', label: 'Makes sound' },
  { name: 'seed', type: 'checkbox', label: 'Takes a seed' },
  { name: 'firstFrame', type: 'checkbox', label: 'Takes a first frame' },
  { name: 'lastFrame', type: 'checkbox', label: 'Takes a last frame' },
  { name: 'negativePrompt', type: 'checkbox', label: 'Takes a negative prompt' },
]

const prices: Field = {
  name: 'priceRules',
  type: 'array',
  admin: { description: 'Empty means: unknown, and refused unless a person accepts it. Free is written as 0.' },
  fields: [
    choice('unit', units, { required: true }),
    nanodollars('nanodollars'),
    line('when', 'For example resolution=1080p; empty: always.'),
    { name: 'asOf', type: 'date' },
    line('source', 'Where the price is written.'),
  ],
}

/** The catalogue: what may be called, what it can do and what it costs. */
export const Models: CollectionConfig = edited({
  slug: 'models',
  admin: {
    group: 'Prompts & models',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'department', 'provider', 'enabled', 'shutdownDate'],
    description:
      'Models with their abilities and prices. Parameters are checked and priced here before anything is spent.',
  },
  access: { read: hasRole(...staff), create: hasRole(), update: hasRole(), delete: hasRole() },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'slug', type: 'text', required: true, unique: true, index: true },
    { name: 'enabled', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
    { ...choice('department', departments, { required: true, index: true }) },
    { name: 'provider', type: 'text', required: true, index: true },
    line('endpoint'),
    line('version'),
    {
      name: 'fieldMapping',
      type: 'array',
      admin: { description: 'Our word → the provider’s. Empty means: the adapter’s own.' },
      fields: [line('ours'), line('theirs')],
    },
    { type: 'collapsible', label: 'What it can do', fields: abilities },
    prices,
    { name: 'asOf', type: 'date', admin: { position: 'sidebar' } },
    line('source'),
    { name: 'shutdownDate', type: 'date', index: true, admin: { position: 'sidebar' } },
    line('replacedBy', 'Slug of its successor.'),
    prose('notes', undefined, 2),
  ],
})
