import { findPerson, type Found } from './findPerson'
import { personLight, personLights, type PersonLight } from './lights'
import { enrolledFrom, type Enrolled } from './enrolled'
import { lookAt } from './looked'
import type { Circumstances } from './circumstances'

/** Where somebody stands in a picture; `tall` is what a grown-up would measure there, in frame heights. */
export type Seen = Found & { tall: number; named: boolean }

/** From here on a find is surely the person; below, the picture is looked at again from nearer or in other lights. */
const sure = 0.72
/** Below this nobody stands there in the light that was named. */
const nobody = 0.5

/** Reads an enrolled character view; null when it shows no figure on a plain ground. */
export const readView = async (file: string): Promise<Enrolled | null> => enrolledFrom(await lookAt(file, 240))

/** Looks for an enrolled person: in the light the question names, only then in every other light of the studio. */
export const lookForPerson = async (
  picture: string,
  enrolled: Enrolled,
  circumstances: Circumstances | null,
): Promise<Seen | null> => {
  const named = circumstances ? await look(picture, enrolled, [personLight(circumstances)]) : null
  if (named && named.score >= nobody) return { ...named, named: true }
  const other = await look(picture, enrolled, personLights())
  if (!other || (named && named.score >= other.score)) return named && { ...named, named: true }
  return { ...other, named: false }
}

const look = async (
  file: string,
  enrolled: Enrolled,
  lights: readonly PersonLight[],
): Promise<Omit<Seen, 'named'> | null> => {
  const near = await lookAt(file, 400)
  const large = findPerson(near, enrolled, { lights, range: { from: 0.4, to: 5.2 } })
  if (large && large.score >= sure) return { ...large, tall: (large.unit * 1000) / near.height }
  const sharp = await lookAt(file, 640)
  const small = findPerson(sharp, enrolled, { lights, range: { from: 0.17, to: 0.5 } })
  if (small && small.score > (large?.score ?? 0)) return { ...small, tall: (small.unit * 1000) / sharp.height }
  return large && { ...large, tall: (large.unit * 1000) / near.height }
}
