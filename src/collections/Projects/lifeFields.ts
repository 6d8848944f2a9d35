import type { Field } from 'payload'
import { machineOnly } from '../fields/machineOnly'
import { relation } from '../fields/relation'

/** Where a project comes from, and whether it is put away; changed through POST /api/projects/:id/episode, archive, delete. */
export const lifeFields: Field[] = [
  machineOnly<Field>({
    ...relation('episodeOf', 'projects', { description: 'Its cast, places, bible and look began as that one’s.', sidebar: true }),
  }),
  machineOnly<Field>({
    name: 'archived',
    type: 'checkbox',
    defaultValue: false,
    index: true,
    admin: { position: 'sidebar', description: 'Put away: nothing is made in it.' },
  }),
  machineOnly<Field>({ name: 'leaving', type: 'checkbox', defaultValue: false, admin: { hidden: true } }),
] // prettier-ignore
