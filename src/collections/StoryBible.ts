import type { CollectionConfig } from 'payload'
import { hasRole } from '@/access/hasRole'
import { signedIn } from '@/access/signedIn'
import { edited } from './edited/edited'
import { figure } from './fields/figure'
import { madeBy } from './fields/madeBy'
import { ofProject } from './fields/relation'
import { line, prose, wordList } from './fields/words'

/** What is true in this story; the judges ask it. */
export const StoryBible: CollectionConfig = edited(
  {
    slug: 'story-bible',
    labels: { singular: 'Story bible', plural: 'Story bibles' },
    admin: {
      group: 'Story',
      useAsTitle: 'title',
      defaultColumns: ['title', 'project', 'updatedAt'],
      description: 'Rules, relationships and time of the story. What stands here, no picture may contradict.',
    },
    access: {
      read: signedIn,
      create: hasRole('writer', 'director'),
      update: hasRole('writer', 'director'),
      delete: hasRole(),
    },
    fields: [
      line('title'),
      ofProject(),
      prose('logline', undefined, 2),
      prose('synopsis', undefined, 5),
      prose('premise', undefined, 2),
      wordList('themes'),
      line('genre'),
      line('tone'),
      line('era'),
      {
        name: 'worldRules',
        type: 'array',
        admin: { description: 'What holds in this world, by category.' },
        fields: [
          line('category'),
          prose('rule', undefined, 2),
          figure('priority', { min: 1, max: 5, description: '1 first.' }),
          line('source'),
        ],
      },
      {
        name: 'relationships',
        type: 'array',
        fields: [line('from'), line('to'), line('kind'), prose('description', undefined, 2), wordList('evidence')],
      },
      {
        name: 'timeline',
        type: 'array',
        fields: [
          figure('order', { min: 0 }),
          figure('storyDay', { min: 1 }),
          line('when'),
          prose('event', undefined, 2),
          line('scenes'),
          line('source'),
        ],
      },
      {
        name: 'consistencyRules',
        type: 'array',
        fields: [
          prose('rule', undefined, 2),
          figure('priority', { min: 1, max: 5, description: '1 first.' }),
          line('about'),
          line('source'),
        ],
      },
      {
        name: 'beats',
        type: 'array',
        admin: { description: 'The turns the film is built on, by rule from its tension.' },
        fields: [
          line('name'),
          line('scenes'),
          line('clip'),
          prose('event', undefined, 2),
          figure('sourceLine', { min: 0 }),
          figure('tension', { min: 0, max: 1, step: 0.01 }),
          line('why'),
        ],
      },
      {
        name: 'tensionCurve',
        type: 'array',
        admin: { description: 'How tight every scene of the screenplay is, and when in the film it stands.' },
        fields: [
          line('scenes'),
          line('clip'),
          figure('at', { min: 0, max: 1, description: '0 the first frame, 1 the last.' }),
          figure('tension', { min: 0, max: 1, step: 0.01 }),
          figure('peak', { min: 0, max: 1, step: 0.01 }),
        ],
      },
      {
        name: 'mentionedPlaces',
        type: 'array',
        admin: { description: 'Places that are only spoken of: no set is built for them.' },
        fields: [line('name'), prose('quote', undefined, 2), line('source')],
      },
      madeBy,
    ],
  },
  { qualified: true },
)
