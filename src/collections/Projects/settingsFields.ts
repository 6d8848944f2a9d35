import type { Field } from 'payload'
import { limits } from '@/domain/limits'
import { modelDepartments, projectSettingsSchema, stopPoints } from '@/domain/project/projectSettings'
import { aspects, frameRates, resolutions } from '@/domain/scene/vocabulary'
import { choice } from '../fields/choice'
import { figure, nanodollars } from '../fields/figure'
import { plainWord } from '../fields/plainWord'
import { line } from '../fields/words'

const initial = projectSettingsSchema.parse({})

/** A project's settings; every one has a default that works. */
export const settingsFields: Field[] = [
  {
    type: 'row',
    fields: [
      plainWord('aspect', aspects, initial.aspect),
      plainWord('resolution', resolutions, initial.resolution),
      plainWord('fps', frameRates.map(String), String(initial.fps)),
    ],
  },
  {
    name: 'language',
    type: 'text',
    defaultValue: initial.language,
    admin: { description: 'For example en, de, pt-BR.' },
  },
  figure('targetSeconds', {
    min: limits.sceneSecondsMin,
    description: 'Seconds. Empty means: as long as the screenplay needs. Trims are proposed, dialogue is never cut.',
  }),
  {
    name: 'models',
    type: 'group',
    label: 'Model per department',
    admin: { description: 'Slug of the catalogue. Empty means: the offline previs department, which costs nothing.' },
    fields: modelDepartments.map((department) => line(department)),
  },
  {
    type: 'row',
    fields: [
      figure('takesMax', {
        min: 1,
        max: limits.compositeTakesMax,
        initial: initial.takesMax,
        description: 'Takes of one layer before a person must look.',
      }),
      figure('layersMax', {
        min: 1,
        max: limits.compositeLayersMax,
        initial: initial.layersMax,
        description: 'Layers of one picture.',
      }),
    ],
  },
  {
    ...nanodollars('budgetNanodollars', 'Nothing is sent that could go past it.'),
    defaultValue: initial.budgetNanodollars,
  },
  choice('until', stopPoints, { description: 'Empty means: stills when it costs money, clips when it is free.' }),
]
