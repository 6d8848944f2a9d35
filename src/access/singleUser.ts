import { randomBytes } from 'node:crypto'
import type { AuthStrategy, Payload } from 'payload'
import { ownerEmail } from '@/domain/people/ownerEmail'
import { ownWindow } from './ownWindow'

/**
 * Lets the one person of this machine in without a login. Nobody else: see ownWindow. The person's document is made
 * when there is none, with a password nobody knows; a shared install signs in instead and does not use this.
 */
export const singleUser: AuthStrategy = {
  name: 'single-user',
  authenticate: async ({ headers, payload }) => {
    if (!ownWindow(headers)) return { user: null }
    const owner = (await firstUser(payload)) ?? (await makeOwner(payload))
    return { user: { ...owner, collection: 'users', _strategy: 'single-user' } }
  },
}

const firstUser = async (payload: Payload) => {
  const found = await payload.find({
    collection: 'users',
    limit: 1,
    depth: 0,
    sort: 'createdAt',
    pagination: false,
    overrideAccess: true,
  })
  return found.docs[0]
}

const makeOwner = async (payload: Payload) => {
  const password = randomBytes(32).toString('base64url')
  try {
    return await payload.create({
      collection: 'users',
      data: { email: ownerEmail, password, name: 'Owner', roles: ['producer'] },
      overrideAccess: true,
    })
  } catch (error) {
    const made = await firstUser(payload) // another request was quicker
    if (made) return made
    throw error
  }
}
