import type { OwnPicture, Staging } from '@/domain/scene/staging'
import { textOf } from '@/domain/words'
import type { OwnFile } from '@/providers/spec/ownFile'
import type { Values } from '../defineStep'

/** A reference picture that a person gave; null when it was drawn, or there is none. */
const ownOf = (reference: unknown): OwnPicture | null => {
  const { sha256, name, own } = (reference ?? {}) as { sha256?: string; name?: string; own?: boolean }
  return own === true && sha256 && name ? { sha256, name } : null
}

/** The things of the scene that a person gave as pictures, by noun. */
export const ownProps = ({ props = [] }: Pick<Values, 'props'>): Map<string, OwnPicture> =>
  new Map(
    props.flatMap(({ name, reference }) => {
      const own = ownOf(reference)
      return own ? [[textOf(name), own]] : []
    }),
  )

/** Where a thing that is shown for its own sake is hidden by nobody. */
const freeX = ({ people }: Staging): number => {
  const room = (x: number) => Math.min(...people.map((one) => Math.abs(one.x - x)), 1)
  return [0.5, 0.26, 0.74].reduce((best, x) => (room(x) > room(best) + 0.05 ? x : best))
}

/** The staging with the pictures a person gave in the place of drawings. */
export const withOwnPictures = (
  staging: Staging,
  values: Pick<Values, 'cast' | 'place' | 'props' | 'scene'>,
): Staging => {
  const place = ownOf(values.place.reference)
  const things = ownProps(values)
  const logo = ownOf(values.scene.logo)
  return {
    ...staging,
    ...(logo ? { logo } : {}),
    place: { ...staging.place, ...(place ? { picture: place } : {}) },
    people: staging.people.map((one) => {
      const picture = things.get(one.holds)
      const portrait = ownOf(values.cast.find(({ name }) => name === one.name)?.masterReference)
      return { ...one, ...(picture ? { holdsPicture: picture } : {}), ...(portrait ? { portrait } : {}) }
    }),
    props: staging.props.map((one) => {
      const picture = things.get(one.noun)
      return picture ? { ...one, picture, x: staging.shotSize === 'insert' ? one.x : freeX(staging) } : one
    }),
  }
}

/** Where the pictures lie that a staging names. */
export const ownFilesOf = (staging: Staging, pathOf: (name: string) => string): OwnFile[] => {
  const shown = [
    staging.place.picture,
    staging.logo,
    ...staging.people.flatMap(({ holdsPicture, portrait }) => [holdsPicture, portrait]),
    ...staging.props.map(({ picture }) => picture),
  ]
  const named = new Map(shown.flatMap((one) => (one ? [[one.sha256, one.name] as const] : [])))
  return [...named].map(([sha256, name]) => ({ sha256, file: pathOf(name) }))
}
