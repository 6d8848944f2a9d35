export type VoiceChannel = 'near' | 'off' | 'phone'
type HeardLine = { extension: string; parenthetical: string; heading: string; seen: boolean }

const wire = /\b(?:phone|telephone|radio|walkie|intercom|filter(?:ed)?|speaker(?:phone)?|headset|tannoy|p\.?a\.?|tv|television|recording|answering machine)\b/i // prettier-ignore
const overWire = /\b(?:over|through|from|via)\s+(?:the\s+|a\s+)?(?:phone|telephone|radio|walkie|intercom|speaker|headset)\b|\bfiltered\b/i // prettier-ignore
const call =
  /\b(?:phone|telephone|radio|video)\s+call\b|\bon (?:the )?(?:phone|telephone|radio)\b|\bvia (?:phone|radio)\b/i
const voiceOver = /\bv\.?\s?o\b\.?|\bvoice[\s-]?over\b|\bnarrat/i
const offScreen = /\bo\.?\s?[sc]\b\.?|\boff\b/i

/**
 * Through what a line is heard. A wire named by its extension, or over which its parenthetical says it comes, or a call
 * in the heading for somebody who is not in the picture: telephone. V.O. is dry. O.S., and who is there but not in the
 * picture, comes from the next room.
 */
export const voiceChannel = ({ extension, parenthetical, heading, seen }: HeardLine): VoiceChannel => {
  if (wire.test(extension) || overWire.test(parenthetical)) return 'phone'
  if (!seen && call.test(heading)) return 'phone'
  if (voiceOver.test(extension)) return 'near'
  return offScreen.test(extension) || !seen ? 'off' : 'near'
}
