import { personNouns } from '@/domain/cast/people/personWords'
import { isGroup, isRole } from '@/domain/cast/people/wordsOfName'
import { propIn } from '@/domain/prop/propNouns'
import { withoutEmphasis } from './emphasis'
import type { ScreenplayElement } from './screenplay'

/** Everybody a screenplay names. `seen` false: only ever a voice. `line` is where the name first stands. */
export type CastName = { name: string; seen: boolean; line: number }

/** The name as bible and cast know it: upper case, one blank between words, no emphasis marks. */
export const castName = (cue: string): string => withoutEmphasis(cue).replace(/\s+/g, ' ').trim().toUpperCase()

/** True for an extension under which nobody is seen speaking: V.O., O.S., O.C., ON RADIO, FILTERED … */
export const isUnseen = (extension: string): boolean =>
  /(^|[^\p{L}])(V\.? ?\/?O|O\.? ?\/?S|O\.? ?C|OFF(-?SCREEN|-?CAMERA)?|VOICE|PRE-?LAP|FILTERED|(ON|OVER|FROM|THROUGH) (THE )?(RADIO|PHONE|TV|INTERCOM|SPEAKER|TELEPHONE|TELEVISION|PA))(?![\p{L}])/iu.test(
    extension,
  )

/** Cues that are a sound source or a crowd, not a person one can show. */
export const isDisembodied = (name: string): boolean =>
  isGroup(name) ||
  /^(THE )?(RADIO|PHONE|TELEPHONE|TV|TELEVISION|INTERCOM|LOUDSPEAKER|SPEAKER|TANNOY|ANSWERING MACHINE|COMPUTER|ALL|BOTH|EVERYONE|EVERYBODY|CROWD|CHORUS|NARRATOR|ANNOUNCER|VOICES?)\b|\b(VOICES?|NARRATOR|ON (RADIO|TV|PHONE))$/.test(
    name,
  )

/** "MARA & TOM", "MARA AND TOM", "MARA/TOM" → both, when both are known by themselves. */
export const peopleOfCue = (name: string, known: ReadonlySet<string>): string[] => {
  const parts = name.split(/ ?(?:&|\/|,| AND | WITH ) ?/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => known.has(part)) ? parts : [name]
}

/**
 * The cast: every cue of the screenplay and every name that action introduces in capitals with an age or a verb
 * ("MARA, sixty, listens"). Sounds, camera words and things in capitals are nobody. In order of appearance.
 */
export const castNames = (elements: ScreenplayElement[]): CastName[] => {
  const cast = new Map<string, CastName>()
  const add = (name: string, seen: boolean, line: number) => {
    const known = cast.get(name)
    if (known) known.seen ||= seen
    else if (name !== '') cast.set(name, { name, seen, line })
  }
  for (const { type, text, line, extension } of elements) {
    if (type === 'character') {
      const name = castName(text)
      add(name, !isUnseen(extension ?? '') && !isDisembodied(name), line)
    } else if (type === 'action') for (const name of introducedIn(text)) add(name, true, line)
  }
  const known = new Set(cast.keys())
  return [...cast.values()].filter(({ name }) => peopleOfCue(name, known).length === 1)
}

const capitals =
  /(?<![\p{L}\p{N}'’-])(\p{Lu}[\p{Lu}.'’-]*\p{Lu}(?: (?:\p{Lu}[\p{Lu}.'’-]*|#?\d))*)(?=([^\p{L}].{0,28})?)/gsu
const age =
  /^,? ?\(?(?:\d{1,2}s?\b|(?:in (?:his|her|their) )?(?:early |mid |late |mid-|about |maybe |barely )*(?:teens|teen|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|four|five|six|seven|eight|nine|young|old|elderly|middle-aged)(?:-\w+)?\b)/i
const years =
  /^, ?\(?(?:\d{1,2}\b|(?:\w+ ){0,2}(?:ten|eleven|twelve|\w+teens?|twenty|twenties|thirty|thirties|forty|forties|fifty|fifties|sixty|sixties|seventy|seventies|eighty|eighties|ninety)\b)/i
const verb =
  /^,? (?:[a-z]+ly |still |now |also )?(?!(?:is|was|has|this|its|as|us|yes|always|perhaps|sometimes|[a-z]*wards|[a-z]*ss)\b)[a-z]{2,}s\b(?! of\b)/
/** "NOOR, a courier of twenty": what stands behind the name is a person. */
const isSomebody = (rest: string): boolean =>
  /^, an? /.test(rest) && rest.slice(4).split(/[^\p{L}]+/u).slice(0, 4).some((word) => personNouns.has(word.toUpperCase())) // prettier-ignore
const noName = new Set(
  (
    'THE A AN AND INT EXT CLOSE ON ANGLE POV CUT TO FADE IN OUT SUPER TITLE INSERT LATER CONTINUOUS MONTAGE SERIES BACK FLASHBACK' +
    ' END BEGIN INTERCUT SMASH MATCH DISSOLVE WIPE CREDITS OVER BLACK WHITE SFX VFX FX OS VO TV UK US USA OK DAY NIGHT' +
    ' MORNING EVENING WIDE TRACKING PAN TILT CAMERA SHOT SCENE TEXT SIGN CARD NOTE SILENCE BEAT PAUSE SUDDENLY THEN FREEZE' +
    ' BANG CRASH BOOM THUD CLICK SLAM CRACK WHACK SNAP POP THUMP SMACK BLAST ROAR SCREAM SHOUT HOWL RING BUZZ BEEP SPLASH' +
    ' WHISTLE THUNDER LIGHTNING EXPLOSION GUNSHOT SHOTS SIREN HORN BELL KNOCK KNOCKS FOOTSTEPS WIND RAIN STORM FIRE SMOKE' +
    ' MUSIC SOUND NOISE VOICE VOICES LIGHT LIGHTS NEW OLD MAN WOMAN SOMEONE SOMETHING NOBODY EVERYONE HE SHE IT THEY WE YOU'
  ).split(' '),
)

const introducedIn = (action: string): string[] => {
  const text = withoutEmphasis(action)
  if (!/\p{Lu}{2}/u.test(text)) return []
  const names: string[] = []
  for (const match of text.matchAll(capitals)) {
    const name = castName(match[1] ?? '')
      .replace(/[.'’-]+$/, '')
      .replace(/['’]S$/, '')
    const rest = (match[2] ?? '').replace(/\s+/g, ' ')
    const determined = /(?:^|[^\p{L}])(?:an?|the|this|that|his|her|their|its|of) $/iu.test(text.slice(Math.max(0, match.index - 6), match.index)) // prettier-ignore
    if (determined ? isRoleThatActs(name, rest) : isName(name, rest) && (verb.test(rest) || isSomebody(rest)))
      names.push(name)
    else if (isName(name, rest) && age.test(rest)) names.push(name)
  }
  return names
}

/** "A MAN IN A GREY COAT walks in": somebody who is called by what they are. */
const isRoleThatActs = (name: string, rest: string): boolean => isRole(name) && (age.test(rest) || verb.test(rest))

/** A thing is nobody, unless it has an age in years: "ROSE, thirty". */
const isName = (name: string, rest: string): boolean => {
  const parts = name.split(' ')
  if (parts.length > 4 || parts.some((part) => part.length > 20)) return false
  if (parts.every((part) => noName.has(part) || part.endsWith('ING'))) return false
  return (
    !parts.some((part) => /^(CLOSE|ANGLE|POV|CUT|FADE|SUPER|TITLE|INSERT|CAMERA|SHOT)$/.test(part)) &&
    (propIn(name.toLowerCase()).length === 0 || years.test(rest))
  )
}
