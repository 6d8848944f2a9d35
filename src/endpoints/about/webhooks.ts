import { StudioError } from '@/domain/errors/StudioError'
import { z } from 'zod'
import { route } from '../asked/route'

const senders = ['fal', 'replicate', 'openai', 'tasks', 'video-complete', 'last-frame-complete', 'stitch-complete']

/** Callbacks of providers. None is expected yet, so each is refused before its body is read. */
export const webhooks = senders.map((sender) =>
  route({
    method: 'post',
    path: `/webhooks/${sender}`,
    tells: {
      says: 'A callback; refused unless it is one Backlot waits for.',
      ok: 200,
      gives: z.object({}),
      errors: [401],
    },
    open: true,
    handler: () => {
      throw new StudioError({
        code: 'NOT_SIGNED_IN',
        what: 'The callback was not taken.',
        why: 'It carries no signature of a call that Backlot made.',
        fix: 'Use the callback address as it was handed out, unchanged.',
      })
    },
  }),
)
