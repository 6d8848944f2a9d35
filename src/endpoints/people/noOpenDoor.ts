import type { Endpoint } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'

/** In place of Payload's page where whoever comes first becomes the first user: people come in by links. */
export const noOpenDoor: Endpoint = {
  method: 'post',
  path: '/first-register',
  handler: () => {
    throw new StudioError({
      code: 'LINK_REFUSED',
      what: 'Nobody was let in.',
      why: 'The first person of a shared studio comes in by a one-time link.',
      fix: 'Run `npm run backlot -- share`; it prints the link.',
    })
  },
}
