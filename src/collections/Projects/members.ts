import type { CollectionBeforeChangeHook, Field } from 'payload'
import { hasRole, personHas } from '@/access/hasRole'
import { relation } from '../fields/relation'

/** Who sees a project. What each may do there is their role's; producers see all projects. */
export const members: Field = {
  name: 'members',
  type: 'array',
  access: { create: hasRole(), update: hasRole() },
  admin: { description: 'People who work on this film or look at it. Producers see every film.' },
  fields: [relation('user', 'users', { required: true })],
}

/** Whoever makes a project is part of it. */
export const makerIsMember: CollectionBeforeChangeHook = ({ data, operation, req: { user } }) =>
  operation === 'create' && user?.collection === 'users' && !personHas(user, [])
    ? { ...data, members: [{ user: user.id }] }
    : data
