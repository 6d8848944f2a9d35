import type { OwnPicture, Staging } from '@/domain/scene/staging'
import type { OwnFile } from '@/providers/spec/ownFile'
import type { Values } from '../defineStep'

/** A reference picture that a person gave; null when it was drawn, or there is none. */
const ownOf = (reference: unknown): OwnPicture | null => {
  const { sha256, name, own } = (reference ?? {}) as { sha256?: string; name?: string; own?: boolean }
  return own === true && sha256 && name ? { sha256, name } : null
}

/** The staging with the pictures a person gave in the place of drawings. */
export const withOwnPictures = (staging: Staging, values: Pick<Values, 'place'>): Staging => {
  const place = ownOf(values.place.reference)
  return { ...staging, place: { ...staging.place, ...(place ? { picture: place } : {}) } }
}

/** Where the pictures lie that a staging names. */
export const ownFilesOf = (staging: Staging, pathOf: (name: string) => string): OwnFile[] =>
  [staging.place.picture].flatMap((one) => (one ? [{ sha256: one.sha256, file: pathOf(one.name) }] : []))
