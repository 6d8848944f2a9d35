import type { CollectionBeforeDeleteHook } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'

/** Payload's own DELETE would leave two databases, runs and files behind. */
export const refusePlainDelete: CollectionBeforeDeleteHook = ({ id }) => {
  throw new StudioError({
    code: 'DELETE_BY_NAME',
    what: 'The project was not deleted.',
    why: 'A project has two databases, runs and files that would stay behind, and it cannot be brought back.',
    fix: `Send its slug to POST /api/projects/${String(id)}/delete.`,
  })
}
