import type { Told } from '@/domain/cast/told'
import { foldName } from '@/domain/cast/people/wordsOfName'
import type { MentionFinder } from '@/domain/screenplay/namesIn'

/** A place that is only spoken of: no set is built for it. */
export type MentionedPlace = { name: string; line: number; by: string; quote: string }

const spokenOf = /\b(?:to|in|at|from|near|around|outside|into|towards?|across|leave|left|reach|reached|visit)\s+(?:the )?((?:\p{Lu}[\p{L}'’-]+)(?:\s+(?:\p{Lu}[\p{L}'’-]+|of|de|la)){0,3}(?<! of| de| la))/gu // prettier-ignore
const noPlace = new Set('I GOD MR MRS MS DR MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER CHRISTMAS EASTER ENGLISH FRENCH GERMAN SPANISH ITALIAN OK'.split(' ')) // prettier-ignore

/** Places that speech names ("We sailed to Lisbon") and no heading has. Sentences all in capitals tell nothing. */
export const mentionedPlaces = (
  told: readonly Told[],
  { places, mentions }: { places: readonly string[]; mentions: MentionFinder },
): MentionedPlace[] => {
  const sets = new Set(places.map(foldName))
  const found = new Map<string, MentionedPlace>()
  for (const { kind, text, line, by } of told) {
    if (kind !== 'speech' || text === text.toUpperCase()) continue
    for (const [, name = ''] of text.matchAll(spokenOf)) {
      const key = foldName(name)
      const known = sets.has(key) || found.has(key) || noPlace.has(key.split(' ')[0] ?? '') || mentions(name).length > 0
      if (!known) found.set(key, { name, line, by, quote: text })
    }
  }
  return [...found.values()]
}
