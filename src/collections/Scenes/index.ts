import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { sceneEndpoints } from '@/endpoints/studioEndpoints'
import { edited } from '../edited/edited'
import { figure } from '../fields/figure'
import { machineOnly } from '../fields/machineOnly'
import { madeBy } from '../fields/madeBy'
import { ofProject } from '../fields/relation'
import { line } from '../fields/words'
import { tabLabel } from '../german/tabLabel'
import { cameraTab } from './tabs/cameraTab'
import { castTab } from './tabs/castTab'
import { ownTab } from './tabs/ownTab'
import { joinsTab } from './tabs/joinsTab'
import { lightTab } from './tabs/lightTab'
import { picturesTab } from './tabs/picturesTab'
import { placeTab } from './tabs/placeTab'
import { promptsTab } from './tabs/promptsTab'
import { propsTab } from './tabs/propsTab'
import { soundTab } from './tabs/soundTab'
import { storyTab } from './tabs/storyTab'

const numbers: Field = {
  type: 'row',
  fields: [
    {
      name: 'sequenceNumber',
      label: 'Sequence number',
      type: 'number',
      required: true,
      min: 1,
      index: true,
      admin: { description: 'Its place in the film.' },
    },
    {
      name: 'sceneNumber',
      label: 'Scene number',
      type: 'text',
      required: true,
      admin: { description: 'Of the screenplay: 12A.' },
    },
    figure('shotNumber', { min: 1, description: '10, 20, 30 … inside it.' }),
  ],
}

/** What was made, beside the form; no field of the document. */
const made: Field = {
  name: 'made',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/admin/scene/ScenePanel#ScenePanel' } },
}

const flags: Field[] = [
  {
    name: 'locked',
    type: 'checkbox',
    defaultValue: false,
    admin: { position: 'sidebar', description: 'Nothing makes it again.' },
  },
  machineOnly<Field>({
    name: 'archived',
    type: 'checkbox',
    defaultValue: false,
    index: true,
    admin: { position: 'sidebar', description: 'The newest breakdown does not have it; it is kept, not deleted.' },
  }),
]

/** One continuous piece of picture of 3–7 s. Statuses and everything made live in scene-states. */
export const Scenes: CollectionConfig = edited(
  {
    slug: 'scenes',
    admin: {
      group: 'Production',
      useAsTitle: 'title',
      defaultColumns: ['sequenceNumber', 'clipName', 'title', 'location', 'durationS', 'shotSize'],
      listSearchableFields: ['title', 'clipName', 'heading', 'action'],
      description: 'The film, piece by piece: each is one continuous picture of 3 to 7 seconds.',
      components: {
        edit: { beforeDocumentControls: ['/admin/scene/SceneControls#SceneControls'] },
        views: {
          edit: {
            prompt: {
              Component: '/admin/prompt/PromptView#PromptView',
              path: '/prompt',
              tab: { label: tabLabel('prompt'), href: '/prompt', order: 140 },
            },
            takes: {
              Component: '/admin/scene/TakesView#TakesView',
              path: '/takes',
              tab: { label: tabLabel('takes'), href: '/takes', order: 150 },
            },
          },
        },
      },
    },
    defaultSort: 'sequenceNumber',
    defaultPopulate: { title: true, clipName: true, sequenceNumber: true, project: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...sceneEndpoints],
    indexes: [{ fields: ['project', 'sequenceNumber'] }],
    fields: [
      line('title'),
      made,
      ofProject(),
      machineOnly({ ...line('clipName'), index: true }),
      numbers,
      ...flags,
      madeBy,
      {
        type: 'tabs',
        tabs: [
        storyTab, placeTab, cameraTab, lightTab, castTab, propsTab, soundTab, ownTab, joinsTab, promptsTab, picturesTab,
      ], // prettier-ignore
      },
    ],
  },
  { qualified: true },
)
