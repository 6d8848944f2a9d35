import { guessGender } from 'name-to-gender'
import type { voiceGenders } from './look'

type Gender = (typeof voiceGenders)[number]

const ofWomen =
  /\b(?:woman|lady|girl|mother|mum|mom|mama|grandmother|grandma|granny|sister|daughter|wife|widow|queen|princess|duchess|aunt|auntie|waitress|actress|nun|mrs|ms|miss|madam|madame|dame)\b/i
const ofMen =
  /\b(?:man|gentleman|boy|father|dad|papa|grandfather|grandpa|brother|son|husband|widower|king|prince|duke|uncle|waiter|fisherman|policeman|monk|mr|mister|sir|lord)\b/i
/** Words before a name that are no part of it. */
const before =
  /^(?:the|a|an|young|younger|old|older|little|big|tall|short|doctor|dr|captain|professor|prof|detective|inspector|officer|sergeant|agent|nurse|judge|chef|coach)\b\.?\s*/i
/** A name given to fewer people than this, or as often to the other sex, says nothing. */
const leastPeople = 100
const surely = 0.87

/** What a name alone says: "MRS HALE", "OLD MAN", else the first name, by how often it was given to girls and to boys. */
export const genderOfName = (name: string): Gender => {
  if (ofWomen.test(name)) return 'woman'
  if (ofMen.test(name)) return 'man'
  let first = name
  while (before.test(first)) first = first.replace(before, '')
  const { gender, probability, counts } = guessGender(first)
  if (probability < surely || counts.female + counts.male < leastPeople) return 'unknown'
  return gender === 'female' ? 'woman' : 'man'
}
