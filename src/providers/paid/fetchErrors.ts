import { StudioError } from '@/domain/errors/StudioError'

/** The address without what may be a key in it. */
const shown = (url: string): string => (URL.canParse(url) ? `${new URL(url).origin}${new URL(url).pathname}` : url).slice(0, 300) // prettier-ignore

export const mediaNotReached = (url: string, why: string): StudioError =>
  new StudioError({
    code: 'MEDIA_NOT_REACHED',
    what: `${shown(url)} could not be fetched.`,
    why,
    fix: 'It is tried again by itself; if it stays so, check the connection of this machine.',
    retry: 'later',
  })

export const mediaGone = (url: string, status: number): StudioError =>
  new StudioError({
    code: 'MEDIA_GONE',
    what: `${shown(url)} is no longer there.`,
    why: `It was answered with ${String(status)}: the provider keeps what it made only for a while.`,
    fix: 'The result is asked for once more; if it is gone there, too, the take has to be made again.',
    retry: 'never',
  })

export const mediaTooLarge = (url: string, bytesMost: number): StudioError =>
  new StudioError({
    code: 'MEDIA_TOO_LARGE',
    what: `${shown(url)} is too large.`,
    why: `It holds more than ${String(Math.round(bytesMost / 1e6))} MB.`,
    fix: 'Make the take again, shorter or smaller.',
    retry: 'never',
  })

export const notAMedium = (url: string, mime: string): StudioError =>
  new StudioError({
    code: 'MEDIA_NOT_AS_ASKED',
    what: `${shown(url)} is no picture, clip or sound.`,
    why: `It was answered with ${mime}, which is most often a page that explains an error.`,
    fix: 'It is tried again by itself; if it stays so, make the take again.',
    retry: 'later',
  })
