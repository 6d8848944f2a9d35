import type { ArrayField, Tab } from 'payload'
import { modelDepartments } from '@/domain/project/projectSettings'
import { figure } from '../../fields/figure'
import { relation } from '../../fields/relation'
import { line, prose } from '../../fields/words'

const models = modelDepartments.filter((department) => department !== 'text' && department !== 'music')

/** Layers are known by whom or what they add: their order may change. */
const layerPrompts: ArrayField = {
  name: 'layerPrompts',
  type: 'array',
  admin: { description: 'Of single layers: whom or what the layer adds, and its words.' },
  fields: [line('subject'), prose('prompt', undefined, 4)],
}

/** What is said to the models. */
export const promptsTab: Tab = {
  label: 'Prompts',
  admin: { description: 'Empty means: filled from the templates. What you write here is sent as it stands.' },
  fields: [
    prose('basePrompt', 'Of the first layer, the empty place.', 4),
    layerPrompts,
    prose('imagePrompt', undefined, 4),
    prose('videoPrompt', undefined, 4),
    prose('negativePrompt', 'What must not be seen.', 2),
    relation('template', 'prompts'),
    prose('styleCapsule', undefined, 2),
    figure('seed', { min: 0, step: 1, description: 'Empty: chosen from the scene itself, the same every time.' }),
    {
      name: 'models',
      type: 'group',
      admin: { description: 'Catalogue slugs; empty: the project’s choice.' },
      fields: models.map((department) => line(department)),
    },
  ],
}
