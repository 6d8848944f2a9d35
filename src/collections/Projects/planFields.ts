import type { Field } from 'payload'
import { figure, nanodollars } from '../fields/figure'
import { line, prose } from '../fields/words'

/** What production expects the film to cost in time and money. */
export const planFields: Field[] = [
  prose('summary'),
  figure('estimatedSeconds', { min: 0, description: 'Running time of the film.' }),
  figure('workSeconds', { min: 0, description: 'How long making it takes.' }),
  figure('storageBytes', { min: 0, description: 'Room on the disk for everything that is made.' }),
  nanodollars('estimatedNanodollars'),
  prose('pricing', 'What is priced and what is not.', 2),
  {
    name: 'items',
    type: 'array',
    fields: [
      line('department'),
      line('what'),
      figure('calls', { min: 0 }),
      figure('seconds', { min: 0 }),
      figure('bytes', { min: 0 }),
      nanodollars('nanodollars'),
    ],
  },
]
