import type { CollectionConfig, Field } from 'payload'
import { hasRole } from '@/access/hasRole'
import { makers } from '@/access/roles'
import { signedIn } from '@/access/signedIn'
import { refuseShutModels } from '@/endpoints/models/refuseShutModels'
import { projectEndpoints } from '@/endpoints/studioEndpoints'
import { projectStatus } from '@/domain/project/projectStatus'
import { edited } from '../edited/edited'
import { machineOnly } from '../fields/machineOnly'
import { file } from '../fields/relation'
import { statusField } from '../fields/statusField'
import { prose } from '../fields/words'
import { tabLabel } from '../german/tabLabel'
import { guardStatusMove } from '../guardStatusMove'
import { lifeFields } from './lifeFields'
import { makerIsMember, members } from './members'
import { planFields } from './planFields'
import { refusePlainDelete } from './refusePlainDelete'
import { settingsFields } from './settingsFields'
import { slugField } from './slugField'

const scenes: Field = {
  name: 'scenes',
  type: 'join',
  collection: 'scenes',
  on: 'project',
  defaultSort: 'sequenceNumber',
  defaultLimit: 20,
  admin: { allowCreate: false, defaultColumns: ['sequenceNumber', 'clipName', 'title', 'durationS'] },
}

const runs: Field = {
  name: 'runs',
  type: 'join',
  collection: 'runs',
  on: 'project',
  defaultSort: '-createdAt',
  defaultLimit: 10,
  admin: { allowCreate: false, defaultColumns: ['kind', 'state', 'startedAt', 'endedAt'] },
}

/** How far it is and what is next, above the form. */
const overview: Field = {
  name: 'overview',
  type: 'ui',
  admin: { components: { Field: '/admin/overview/OverviewHead#OverviewHead' } },
}

/** One film, from the first note to the file that plays. */
export const Projects: CollectionConfig = edited(
  {
    slug: 'projects',
    admin: {
      group: 'Production',
      useAsTitle: 'title',
      defaultColumns: ['title', 'status', 'slug', 'updatedAt'],
      listSearchableFields: ['title', 'slug'],
      description: 'Every film of this studio.',
      components: {
        edit: { beforeDocumentControls: ['/admin/qualify/QualifyButton#QualifyButton'] },
        views: {
          edit: {
            gather: {
              Component: '/admin/gather/GatherView#GatherView',
              path: '/gather',
              tab: { label: tabLabel('gather'), href: '/gather', order: 140 },
            },
            story: {
              Component: '/admin/story/StoryView#StoryView',
              path: '/story',
              tab: { label: tabLabel('story'), href: '/story', order: 145 },
            },
            settings: {
              Component: '/admin/settings/SettingsView#SettingsView',
              path: '/settings',
              tab: { label: tabLabel('settings'), href: '/settings', order: 180 },
            },
            costs: {
              Component: '/admin/costs/CostsView#CostsView',
              path: '/costs',
              tab: { label: tabLabel('costs'), href: '/costs', order: 170 },
            },
            film: {
              Component: '/admin/film/FilmView#FilmView',
              path: '/film',
              tab: { label: tabLabel('film'), href: '/film', order: 160 },
            },
            board: {
              Component: '/admin/board/BoardView#BoardView',
              path: '/board',
              tab: { label: tabLabel('board'), href: '/board', order: 150 },
            },
          },
        },
      },
    },
    defaultPopulate: { title: true, slug: true, status: true },
    access: { read: signedIn, create: hasRole(...makers), update: hasRole(...makers), delete: hasRole() },
    endpoints: [...projectEndpoints],
    hooks: {
      beforeChange: [guardStatusMove('status', projectStatus), makerIsMember, refuseShutModels],
      beforeDelete: [refusePlainDelete],
    },
    fields: [
      overview,
      { name: 'title', type: 'text', required: true },
      slugField,
      statusField('status', projectStatus),
      ...lifeFields,
      {
        type: 'tabs',
        tabs: [
          {
            label: 'Film',
            admin: { description: 'Empty means: not assembled yet.' },
            fields: [prose('logline', undefined, 2), machineOnly(file('film')), machineOnly(file('poster'))],
          },
          {
            label: 'Settings',
            admin: { description: 'Empty means: the default, which works on a bare machine and costs nothing.' },
            fields: [{ name: 'settings', type: 'group', label: false, fields: settingsFields }],
          },
          { label: 'Scenes', admin: { description: 'Empty means: not broken down yet.' }, fields: [scenes] },
          { label: 'Runs', admin: { description: 'Empty means: no button was pressed yet.' }, fields: [runs] },
          { label: 'People', admin: { description: 'Empty means: producers only.' }, fields: [members] },
          {
            label: 'Plan',
            admin: { description: 'Empty means: production has not planned it yet.' },
            fields: [{ name: 'productionPlan', type: 'group', label: false, fields: planFields }],
          },
        ],
      },
    ],
  },
  { qualified: true },
)
