import type { PayloadRequest } from 'payload'
import type { Role } from './roles'

type Gate = (args: { req: PayloadRequest }) => boolean

/** True when the signed-in person has one of the roles, or is a producer. */
export const personHas = (user: PayloadRequest['user'], wanted: readonly Role[]): boolean => {
  const has: readonly string[] = user?.collection === 'users' ? user.roles : []
  return has.includes('producer') || wanted.some((role) => has.includes(role))
}

/** Access for people with one of these roles; producers always. */
export const hasRole =
  (...wanted: Role[]): Gate =>
  ({ req }) =>
    personHas(req.user, wanted)
