import type { Access, CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { hasRole, personHas } from '@/access/hasRole'
import { roles } from '@/access/roles'
import { singleUser } from '@/access/singleUser'
import { noOpenDoor } from '@/endpoints/people/noOpenDoor'
import { noticeSettings } from './Notifications/noticeSettings'
import { keepOtherProducer, keepProducer, leaveProjects, strongKey } from './keepProducer'

const selfOrProducer: Access = ({ req }) =>
  personHas(req.user, []) || (req.user ? { id: { equals: req.user.id } } : false)

/** The first person of a studio runs it. */
const firstIsProducer: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  // not `count`: without a filter it cannot run inside a transaction
  const { docs } = await req.payload.find({
    collection: 'users',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.length === 0 ? { ...data, roles: ['producer'] } : data
}

/** People and scripts. In single-user mode the person of this machine needs no login. */
export const usersCollection = (settings: { singleUser: boolean }): CollectionConfig => ({
  slug: 'users',
  admin: {
    group: 'System',
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'roles'],
    description: 'People, what they may do, and API keys for scripts.',
  },
  auth: {
    useAPIKey: true,
    tokenExpiration: 8 * 3600,
    maxLoginAttempts: 10,
    lockTime: 600_000,
    cookies: { sameSite: 'Lax' },
    ...(settings.singleUser ? { strategies: [singleUser] } : {}),
  },
  access: { read: selfOrProducer, create: hasRole(), update: selfOrProducer, delete: hasRole(), unlock: hasRole() },
  versions: false,
  endpoints: [noOpenDoor],
  hooks: {
    beforeValidate: [strongKey],
    beforeChange: [firstIsProducer, keepProducer],
    beforeDelete: [keepOtherProducer],
    afterDelete: [leaveProjects],
  },
  fields: [
    { name: 'name', type: 'text' },
    { name: 'apiKey', type: 'text', access: { read: ({ req, id }) => req.user?.id === id } },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      defaultValue: ['reviewer'],
      options: roles.map((value) => ({ label: value.charAt(0).toUpperCase() + value.slice(1), value })),
      access: { create: hasRole(), update: hasRole() },
      admin: { description: 'A producer may do everything; a client looks and comments.' },
    },
    noticeSettings,
  ],
})
