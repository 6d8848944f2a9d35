import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { staff } from '@/access/roles'
import { modelKinds } from '@/domain/catalogue/model'
import { priceUnits } from '@/domain/money/priceRule'
import { checkModel } from './checkModel'
import { edited } from './edited/edited'
import { choice } from './fields/choice'
import { figure, nanodollars } from './fields/figure'
import { line, prose } from './fields/words'

const prices: Field = {
  name: 'priceRules',
  type: 'array',
  admin: { description: 'Empty means: unknown, and the model is not called. Free is written as 0.' },
  fields: [
    choice('unit', priceUnits, { required: true }),
    { ...nanodollars('nanodollars', 'For one unit.'), required: true },
    line('when', 'For example resolution=1080p, audio=no, seconds=6; empty: always.'),
    { name: 'asOf', type: 'date', required: true, admin: { description: 'When the price was read.' } },
    { ...line('source', 'Where the price is written.'), required: true },
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
      'Models with their abilities and prices, before anything is spent. What is changed here goes over what Backlot ships; the rest is renewed with it.',
  },
  access: { read: hasRole(...staff), create: hasRole(), update: hasRole(), delete: hasRole() },
  hooks: { beforeChange: [checkModel] },
  fields: [
    { name: 'title', type: 'text', required: true },
    {
      name: 'slug', type: 'text', required: true, unique: true, index: true,
      admin: { description: 'Provider and name: fal/nano-banana-2.' },
    },
    { name: 'enabled', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
    line('says', 'One sentence for whoever chooses.'),
    { ...choice('department', modelKinds, { required: true, index: true }) },
    { name: 'provider', type: 'text', required: true, index: true },
    line('endpoint', 'As the provider names it: fal-ai/nano-banana-2.'),
    line('version', 'Another word makes everything anew.'),
    prices,
    figure('typicalSeconds', { min: 0, description: 'Seconds it usually takes.' }),
    prose('facts', 'JSON: which field of the provider takes what, and the limits (docs/models.md).', 12),
    { name: 'asOf', type: 'date', admin: { position: 'sidebar', description: 'When these facts were read.' } },
    line('source', 'Where these facts were read.'),
    { name: 'shutdownDate', type: 'date', index: true, admin: { position: 'sidebar' } },
    line('replacedBy', 'Slug of its successor.'),
    prose('notes', undefined, 2),
  ],
}) // prettier-ignore
