import { StudioError } from '@/domain/errors/StudioError'
import type { OwnPicture } from '@/domain/scene/staging'
import type { OwnFile } from '../../spec/ownFile'

/** Where a picture lies that the staging names. Fails: MEDIA_UNREADABLE when nobody gave it along. */
export const ownFileOf = (own: readonly OwnFile[] | undefined, { sha256, name }: OwnPicture): OwnFile => {
  const found = own?.find((one) => one.sha256 === sha256)
  if (found) return found
  throw new StudioError({
    code: 'MEDIA_UNREADABLE',
    what: `The picture ${name} is missing.`,
    why: 'The scene shows it, but its file was not given along.',
    fix: 'Give the picture again, or take it off the place, the person or the thing.',
    retry: 'afterFix',
  })
}
