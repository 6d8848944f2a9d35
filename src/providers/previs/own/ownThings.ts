import type { OwnPicture, Staging } from '@/domain/scene/staging'
import type { OwnFile } from '../../spec/ownFile'
import type { Framing } from '../framed'
import { enrolDrawing, ownNoun } from './ownDrawings'
import { ownFileOf } from './ownFileOf'

type Dressed = { staging: Staging; framing: Framing }

/** A thing of a person's own is what the picture is about: it is laid out a little larger than life. */
const larger = 1.3

/** Things that a person gave as pictures, under the nouns by which the drawings look them up. */
export const withOwnThings = async (
  { staging, framing }: Dressed,
  own: readonly OwnFile[] | undefined,
): Promise<Dressed> => {
  const pictures = new Map<string, OwnPicture>()
  for (const { noun, picture } of staging.props) if (picture) pictures.set(noun, picture)
  for (const { holds, holdsPicture } of staging.people) if (holdsPicture) pictures.set(holds, holdsPicture)
  if (pictures.size === 0) return { staging, framing }
  for (const picture of pictures.values()) await enrolDrawing(ownFileOf(own, picture))
  const nounOf = (noun: string): string => {
    const picture = pictures.get(noun)
    return picture ? ownNoun(picture.sha256, noun) : noun
  }
  const sizeOf = (noun: string, height: number) =>
    pictures.has(noun) ? Math.min(larger * height, 0.42 * framing.height) : height
  return {
    staging: { ...staging, people: staging.people.map((one) => ({ ...one, holds: nounOf(one.holds) })) },
    framing: {
      ...framing,
      props: framing.props.map((one) => ({ ...one, noun: nounOf(one.noun), height: sizeOf(one.noun, one.height) })),
      insert: framing.insert && { ...framing.insert, noun: nounOf(framing.insert.noun) },
    },
  }
}
