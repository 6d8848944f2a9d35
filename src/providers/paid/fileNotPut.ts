import { StudioError } from '@/domain/errors/StudioError'

export const fileNotPut = (provider: string, why: string): StudioError =>
  new StudioError({
    code: 'PROVIDER_FILE_NOT_PUT',
    what: `A file could not be put where ${provider} can read it.`,
    why,
    fix: 'It is tried again by itself; nothing was asked for and nothing was paid.',
    retry: 'later',
  })

export const fileTooLarge = (provider: string, bytesMost: number): StudioError =>
  new StudioError({
    code: 'PROVIDER_FILE_TOO_LARGE',
    what: `A file is too large for ${provider}.`,
    why: `It takes at most ${String(Math.round(bytesMost / 1e6))} MB.`,
    fix: 'Give a smaller picture or a shorter clip.',
    retry: 'afterFix',
  })
