import { StudioError } from '@/domain/errors/StudioError'

export const notAsAsked = (kind: 'picture' | 'clip' | 'sound', why: string): StudioError =>
  new StudioError({
    code: 'MEDIA_NOT_AS_ASKED',
    what: `What came is not the ${kind} that was asked for.`,
    why,
    fix: 'Make the take again; if the model does it again, choose another one.',
    retry: 'never',
  })

export const brokenMedium = (why: string, cause: unknown): StudioError =>
  new StudioError({
    code: 'MEDIA_BROKEN',
    what: 'What came does not decode to its end.',
    why: (why.split('\n')[0] ?? '').slice(0, 300),
    fix: 'It is fetched again; if it stays broken, make the take again.',
    retry: 'later',
    cause,
  })
