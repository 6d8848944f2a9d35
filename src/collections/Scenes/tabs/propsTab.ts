import type { Tab } from 'payload'
import { file, relation } from '../../fields/relation'
import { line, prose } from '../../fields/words'

/** The things that matter in the scene. */
export const propsTab: Tab = {
  label: 'Props',
  admin: { description: 'Empty means: no prop is asked for, and none is judged.' },
  fields: [
    {
      name: 'props',
      type: 'array',
      fields: [
        line('prop', 'The thing, in one noun.'),
        line('name'),
        prose('description', undefined, 2),
        relation('document', 'props'),
        file('reference', 'A picture of it.'),
        line('heldBy', 'Empty: it lies or stands.'),
        line('state', 'Open, broken, lit …'),
      ],
    },
  ],
}
