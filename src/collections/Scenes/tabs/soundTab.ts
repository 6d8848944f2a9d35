import type { Tab } from 'payload'
import { choice } from '../../fields/choice'
import { figure } from '../../fields/figure'
import { file } from '../../fields/relation'
import { line, prose } from '../../fields/words'

const sides = ['left', 'right'] as const
const second = (name: string) =>
  figure(name, { min: 0, step: 0.01, description: 'Seconds from the scene’s first frame.' })

/** What is heard. */
export const soundTab: Tab = {
  label: 'Sound',
  admin: {
    description: 'Empty means: nobody speaks, and the scene has the film’s music and the place’s ambience only.',
  },
  fields: [
    {
      name: 'dialogue',
      type: 'array',
      labels: { singular: 'Line', plural: 'Lines' },
      fields: [
        line('character'),
        line('extension', 'V.O., O.S., CONT’D …'),
        line('parenthetical'),
        prose('line', 'The screenplay’s words; no model may change them.', 2),
        second('startS'),
        second('endS'),
        figure('sourceLine', { min: 0 }),
        choice('dual', sides),
        file('audio', 'A recording; empty: the character’s voice speaks it.'),
      ],
    },
    prose('narration', undefined, 2),
    {
      name: 'music',
      type: 'group',
      fields: [file('track', 'Empty: the film’s music goes on.'), line('mood'), second('inS'), second('outS')],
    },
    {
      name: 'effects',
      type: 'array',
      fields: [line('name'), second('atS'), prose('description', undefined, 2), file('sound')],
    },
    line('ambience'),
  ],
}
