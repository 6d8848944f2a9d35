import type { ScreenplayElement } from './screenplay'

const told = /\b(?:FLASH ?BACKS?|R(?:Ü|UE?)CKBLENDE)\b/i
const closed = /\b(?:END (?:OF )?(?:THE )?FLASH ?BACK|BACK TO (?:THE )?PRESENT|RETURN TO (?:THE )?PRESENT|ENDE DER R(?:Ü|UE?)CKBLENDE)\b|\bPRESENT DAY\b/i // prettier-ignore
const opened = /\b(?:BEGIN|START|SERIES OF)\b.*\bFLASH ?BACK|\bFLASH ?BACKS? (?:BEGINS?|STARTS?)\b/i
/** A line of its own: "FLASHBACK:", "BEGIN FLASHBACK.", "FLASHBACK TO:". */
const opensAlone =
  /^(?:BEGIN |START (?:OF )?)?(?:FLASH ?BACK|R(?:Ü|UE?)CKBLENDE)(?: SEQUENCE)?(?: BEGINS?| TO)?\s*[:.–—-]*$/i
const goesOn = /\b(?:CONTINUOUS|LATER|SAME)\b/i

/**
 * The headings that play in a flashback. One says so itself ("INT. SCHOOL - DAY - FLASHBACK") and counts for itself and
 * for those that only go on from it (LATER, CONTINUOUS); "BEGIN FLASHBACK", in a heading or on a line of its own, counts
 * until "END FLASHBACK" or "BACK TO PRESENT".
 */
export const flashbacksIn = (elements: readonly ScreenplayElement[]): ReadonlySet<ScreenplayElement> => {
  const found = new Set<ScreenplayElement>()
  const now: Now = { open: false, heading: null, told: false }
  for (const element of elements)
    if (element.type === 'scene_heading') readHeading(now, element, found)
    else if (element.type !== 'note' && element.type !== 'boneyard') readLine(now, element, found)
  return found
}

/** `told`: something of the heading was shown or said already. */
type Now = { open: boolean; heading: ScreenplayElement | null; told: boolean }

const readHeading = (now: Now, heading: ScreenplayElement, found: Set<ScreenplayElement>): void => {
  const { text } = heading
  const inside = now.heading !== null && found.has(now.heading)
  now.heading = heading
  now.told = false
  if (closed.test(text)) {
    now.open = false
    return
  }
  now.open ||= opened.test(text)
  if (now.open || told.test(text) || (inside && goesOn.test(text))) found.add(heading)
}

const readLine = (now: Now, { text }: ScreenplayElement, found: Set<ScreenplayElement>): void => {
  const words = text.trim()
  if (opensAlone.test(words)) {
    now.open = true
    if (now.heading && !now.told) found.add(now.heading)
  } else if (words.length < 60 && closed.test(words)) now.open = false
  else now.told = true
}
