import type { CollectionConfig, Field, Tab } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { characterEndpoints } from '@/endpoints/studioEndpoints'
import { ages, voiceGenders } from '@/domain/cast/look'
import { castRoles } from '@/domain/cast/roleIn'
import { edited } from '../edited/edited'
import { choice } from '../fields/choice'
import { figure } from '../fields/figure'
import { machineOnly } from '../fields/machineOnly'
import { madeBy } from '../fields/madeBy'
import { file, ofProject } from '../fields/relation'
import { sheetField, shownBeside } from '../fields/sheetField'
import { staleFields } from '../fields/staleFields'
import { line, prose, wordList } from '../fields/words'
import { lookFields } from './lookFields'
import { viewRows } from './viewRows'

const profileTab: Tab = {
  label: 'Profile',
  admin: { description: 'Empty means: the screenplay does not say, and nothing is asked of the pictures.' },
  fields: [
    choice('role', castRoles),
    wordList('aliases', 'Other names the screenplay uses.'),
    line('playingAge', 'As the screenplay says it: “fifty”, “late 40s”.'),
    prose('summary', undefined, 2),
    prose('appearance', 'What is seen of this person in every scene.', 4),
    prose('wardrobe', undefined, 2),
    prose('personality'),
    prose('biography'),
    prose('motivation', undefined, 2),
    prose('arc', undefined, 2),
    {
      name: 'relationships',
      type: 'array',
      fields: [line('character'), line('kind'), prose('description', undefined, 2)],
    },
    prose('mannerisms', undefined, 2),
    {
      name: 'evidence',
      type: 'array',
      admin: { description: 'Where the screenplay says what stands here.' },
      fields: [line('about'), line('value'), figure('line', { min: 1 }), prose('quote', undefined, 2)],
    },
    wordList('contradictions', 'What the screenplay says otherwise later; the first holds.'),
    prose('notes'),
  ],
}

const voice: Field = {
  name: 'voice',
  type: 'group',
  fields: [
    choice('gender', voiceGenders),
    choice('age', ages),
    figure('variant', { min: 0, description: 'Which of the voices of that kind: no two of a cast share one.' }),
    line('name', 'Name of a voice of the speech department. Empty: chosen by it.'),
    line('model'),
    figure('pitch', { min: -24, max: 24, step: 0.5, description: 'Semitones.' }),
    figure('rate', { min: 0.5, max: 2, step: 0.05, description: '1 is the voice’s own pace.' }),
    prose('manner', undefined, 2),
    file('sample', 'A recording of this voice, with the right to use it.'),
  ],
}

const variants: Field = {
  name: 'variants',
  type: 'array',
  admin: { description: 'A lasting change of look (injury, costume), valid from a scene on.' },
  fields: [
    line('name'),
    figure('fromSequence', { min: 1, description: 'Place in the film from which it holds.' }),
    figure('toSequence', { min: 1, description: 'Empty: to the end.' }),
    prose('description', undefined, 2),
    { name: 'look', type: 'group', fields: lookFields() },
  ],
}

const variantsWanted: Field = {
  name: 'variantsWanted',
  label: 'Draw the variants',
  type: 'checkbox',
  defaultValue: false,
  admin: {
    description:
      'Gives each variant six views of its own before the scenes are made; pictures use them from its scene on.',
  },
}

const variantViews: Field = machineOnly<Field>({
  name: 'variantViews',
  type: 'array',
  admin: { description: 'What was drawn of each variant.' },
  fields: [line('variant'), viewRows()],
})

/** The cast. */
export const Characters: CollectionConfig = edited(
  {
    slug: 'characters',
    admin: {
      group: 'Story',
      useAsTitle: 'name',
      defaultColumns: ['name', 'project', 'role', 'masterReference', 'updatedAt'],
      description: 'Who the film is about, how they look from six sides, and how they sound.',
    },
    defaultPopulate: { name: true, project: true, masterReference: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...characterEndpoints],
    indexes: [{ fields: ['project', 'name'] }],
    fields: [
      {
        name: 'name',
        type: 'text',
        required: true,
        admin: { description: 'As the screenplay writes it, in capitals.' },
      },
      sheetField,
      ofProject(),
      madeBy,
      ...staleFields().map(shownBeside),
      {
        type: 'tabs',
        tabs: [
          profileTab,
          {
            label: 'Look',
            admin: { description: 'Empty means: chosen from the profile, else by the name itself.' },
            fields: [
              file('masterReference', 'An uploaded picture is never redrawn; the views derive from it.'),
              { name: 'look', type: 'group', label: false, fields: lookFields() },
            ],
          },
          {
            label: 'Views',
            admin: { description: 'Empty means: drawn when the project is qualified.' },
            fields: [viewRows(), variants, variantsWanted, variantViews],
          },
          { label: 'Voice', admin: { description: 'Empty means: the speech department chooses.' }, fields: [voice] },
        ],
      },
    ],
  },
  { qualified: true },
)
