import type { CollectionConfig, Field } from 'payload'
import { nobody } from '@/access/nobody'
import { signedIn } from '@/access/signedIn'
import { boundaries } from '@/domain/scene/vocabulary'
import { sceneStatus } from '@/domain/scene/sceneStatus'
import { choice } from './fields/choice'
import { figure, nanodollars } from './fields/figure'
import { file, ofProject } from './fields/relation'
import { staleFields } from './fields/staleFields'
import { statusField } from './fields/statusField'
import { storyOfError } from './fields/storyOfError'
import { line, prose, wordList } from './fields/words'
import { guardStatusMove } from './guardStatusMove'
import { continuityRows, layerRows, takeRows, verdicts, verificationRows } from './sceneStateRows'

const verdictFields: Field[] = [
  { ...choice('verdict', verdicts, { index: true }) },
  figure('confidence', { min: 0, max: 1 }),
  {
    name: 'overrule',
    type: 'group',
    fields: [line('by'), prose('reason', undefined, 2), figure('take', { min: 1 }), { name: 'at', type: 'date' }],
  },
  {
    name: 'approval',
    type: 'group',
    fields: [line('by'), line('answer'), prose('note', undefined, 2), { name: 'at', type: 'date' }],
  },
  // pictures a person took or refused, as steps read them
  { name: 'decided', type: 'json', admin: { disabled: true } },
  verificationRows,
  continuityRows,
]

const pictureFields: Field[] = [
  file('composite', 'The picture both judges passed.'),
  file('startFrame'),
  file('endFrame'),
  file('lastFrame', 'Feeds the next scene.'),
  file('clip'),
  figure('chosenTake', { min: 1 }),
  figure('frames', { min: 1 }),
  figure('actualDurationS', { min: 0 }),
  choice('boundaryUsed', boundaries),
  wordList('notices'),
  layerRows,
  takeRows,
]

const bookkeeping: Field[] = [
  line('generatedByAgent'),
  line('inputHash'),
  ...staleFields(),
  { name: 'kept', type: 'group', fields: [line('by'), prose('reason', undefined, 2), { name: 'at', type: 'date' }] },
  figure('retryCount', { min: 0 }),
  figure('processingSeconds', { min: 0 }),
  nanodollars('estimatedNanodollars'),
  nanodollars('actualNanodollars'),
  line('run'),
  storyOfError(),
]

/** Where a scene stands and what was made for it. Only the studio writes here; one document per scene, no versions. */
export const SceneStates: CollectionConfig = {
  slug: 'scene-states',
  labels: { singular: 'Scene state', plural: 'Scene states' },
  admin: {
    group: 'Production',
    useAsTitle: 'clipName',
    defaultColumns: ['clipName', 'status', 'verdict', 'stale', 'clip'],
    enableListViewSelectAPI: true,
    description:
      'Where every scene stands. Written by the studio; approve, overrule and try again on the scene itself.',
  },
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  versions: false,
  lockDocuments: false,
  hooks: { beforeChange: [guardStatusMove('status', sceneStatus)] },
  indexes: [{ fields: ['project', 'status'] }],
  fields: [
    { name: 'scene', type: 'relationship', relationTo: 'scenes', required: true, unique: true, index: true },
    ofProject(),
    line('clipName'),
    statusField('status', sceneStatus),
    {
      type: 'tabs',
      tabs: [
        { label: 'Pictures', admin: { description: 'Empty means: not made yet.' }, fields: pictureFields },
        { label: 'Checks', admin: { description: 'Empty means: not asked yet, never passed.' }, fields: verdictFields },
        { label: 'Bookkeeping', admin: { description: 'Empty means: never worked on.' }, fields: bookkeeping },
      ],
    },
  ],
}
