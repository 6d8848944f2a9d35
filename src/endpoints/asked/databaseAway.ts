import { APIError, type PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { isDatabaseAway } from '@/stores/databaseAway'

const connected = 1

const isRefusal = (error: Error): boolean =>
  error instanceof StudioError
    ? error.code === 'NOT_SIGNED_IN'
    : error instanceof APIError && [401, 403].includes(error.status)

/**
 * What is told instead of this error when the database is away: also of a refusal, for without the database nobody is
 * known. Null when the error is the truth.
 */
export const databaseAway = (error: Error, { payload, user }: PayloadRequest): StudioError | null => {
  const { connection } = payload.db as unknown as { connection: { readyState: number } }
  const unknown = !user && isRefusal(error) && connection.readyState !== connected
  if (!unknown && !isDatabaseAway(error)) return null
  return new StudioError({
    code: 'DATABASE_AWAY',
    what: 'The request was not carried out.',
    why: 'The database does not answer at this moment.',
    fix: 'Send it again in a few seconds; GET /api/ready says when the studio is whole.',
    retry: 'later',
  })
}
