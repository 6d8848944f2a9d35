/** The things the previs department can draw: canonical noun → the other words a script uses for it. */
const words = {
  lantern: ['oil lamp', 'storm lamp', 'hurricane lamp', 'paper lantern'],
  lamp: ['table lamp', 'desk lamp', 'lampshade'],
  candle: ['candlestick', 'taper'],
  torch: ['flashlight', 'flash light', 'firebrand'],
  key: ['keyring', 'skeleton key', 'house key', 'car key'],
  letter: ['envelope', 'telegram', 'postcard', 'love letter', 'note', 'handwritten note'],
  knife: ['dagger', 'blade', 'scalpel', 'switchblade'],
  sword: ['sabre', 'saber', 'cutlass', 'rapier', 'katana'],
  gun: ['pistol', 'revolver', 'handgun', 'firearm', 'rifle', 'shotgun'],
  staff: ['cane', 'crutch', 'walking stick', 'walking cane'],
  phone: ['telephone', 'landline', 'handset', 'telephone receiver', 'phone receiver'],
  mobile: ['smartphone', 'cellphone', 'cell phone', 'mobile phone', 'iphone'],
  radio: ['wireless set', 'transistor', 'walkie talkie', 'walkie-talkie'],
  clock: ['alarm clock', 'timepiece'],
  watch: ['pocket watch', 'wristwatch', 'stopwatch'],
  ticket: ['train ticket', 'boarding pass', 'bus ticket', 'lottery ticket'],
  compass: [],
  camera: ['video camera', 'polaroid', 'camcorder'],
  book: ['novel', 'diary', 'journal', 'notebook', 'ledger', 'logbook', 'bible'],
  map: ['sea chart', 'treasure map', 'blueprint'],
  photo: ['photograph', 'snapshot', 'framed picture', 'picture frame'],
  newspaper: ['broadsheet', 'tabloid', 'morning paper', 'evening paper'],
  cup: ['mug', 'teacup', 'coffee cup'],
  bottle: ['flask', 'wine bottle', 'thermos'],
  glass: ['wineglass', 'wine glass', 'goblet', 'tumbler', 'water glass'],
  bread: ['loaf', 'baguette'],
  apple: [],
  ring: ['wedding ring', 'engagement ring', 'wedding band'],
  coin: ['penny', 'medallion'],
  rope: ['lasso', 'noose', 'coil of rope'],
  umbrella: ['parasol', 'brolly'],
  suitcase: ['briefcase', 'luggage', 'valise', 'travel case', 'attache case'],
  bag: ['handbag', 'backpack', 'rucksack', 'satchel', 'purse', 'sack', 'shopping bag', 'knapsack'],
  basket: ['hamper', 'picnic basket'],
  bucket: ['pail'],
  box: ['crate', 'parcel', 'package', 'carton', 'jewel box', 'chest'],
  hat: ['fedora', 'bowler', 'top hat', 'straw hat'],
  flower: ['bouquet', 'tulip', 'daisy', 'rose', 'bunch of flowers'],
  ball: ['football', 'baseball', 'basketball', 'soccer ball', 'beach ball'],
  guitar: ['ukulele', 'lute', 'banjo'],
  'paper boat': ['paper ship', 'toy boat', 'folded boat'],
  oar: ['paddle'],
  anchor: [],
  chair: ['stool', 'armchair', 'rocking chair', 'wheelchair'],
} as const satisfies Record<string, readonly string[]>

export type PropNoun = keyof typeof words

/** Every noun that has a drawing of its own, in the order of the table. */
export const knownProps = Object.keys(words) as PropNoun[]

const nounOf = new Map<string, PropNoun>(
  knownProps.flatMap((noun) => [noun, ...words[noun]].map((word): [string, PropNoun] => [word, noun])),
)

/** Words that are as often a verb, a person or a manner of speaking as a thing: they count only where a noun can stand. */
const ambiguous = new Set(
  (
    'book ring phone watch map box bag bottle glass key letter photo staff camera ball rose coin mobile lamp torch anchor' +
    ' paddle cup blade chest flower bucket hat candle penny novel journal package parcel crate sack rifle knife chair' +
    ' cane purse taper pail note ticket'
  ).split(' '),
)
const determiners = new Set(
  (
    'a an the his her their my our your its this that these those no some any each every another one two three four five' +
    ' six seven eight nine ten several many few both which whose same single'
  ).split(' '),
)
const prepositions = new Set(
  'with of from without holding holds carrying carries clutching clutches by into and or'.split(' '),
)
const adjectives = new Set(
  (
    'old new small little big large huge tiny long short heavy light dark black white red blue green yellow grey gray brown' +
    ' pink silver gold brass copper iron steel tin paper leather broken empty full cracked sealed open closed torn folded' +
    ' lost last first second other bright burning lit unlit warm cold wet dry bloody sharp blunt strange lone magic dead' +
    ' plain cheap fine good bad spare left right antique hidden stolen battered ringing pocket'
  ).split(' '),
)
const objects = new Set('a an the him her me us them it his my our your their this that'.split(' '))
const pronouns = new Set(
  'i you he she it we they who to will would can could must should shall may might not please'.split(' '),
)

/** What follows these words makes something else of them ("phone booth", "the camera pans", "key witness"). */
const notBefore: Record<string, RegExp> = {
  key: /^(moments?|points?|witness|questions?|holes?|roles?|figures?|part|to)$/,
  glass: /^(doors?|windows?|walls?|roof|ceiling|eyes?|front|panes?|panels?)$/,
  phone: /^(booths?|box|calls?|numbers?|lines?)$/,
  book: /^(shops?|stores?|shelf|shelves|case|club|keeper)$/,
  staff: /^(rooms?|members?|meetings?|entrance|only|are|is|of)$/,
  ring: /^(tones?|roads?|fingers?|of|out)$/,
  radio: /^(silence|stations?|towers?|waves?)$/,
  camera:
    /^(pans?|tilts?|moves?|follows?|dollies|pushes|pulls?|tracks?|holds?|cranes?|zooms?|glides?|drifts?|rises?|finds?|stays?|lingers?|circles|closes|cuts?|reveals?|angle|operator|crew)$/,
  box: /^(office|car|seat)$/,
  chest: /^(rises?|heaves?|heaving|pain|hurts?)$/,
  rose: /^(up|from|to|and|into|above|slowly|early)$/,
  hat: /^trick$/,
  ball: /^(room|gown)$/,
  chair: /^(lift|person|woman|man)$/,
  note: /^(that|how|to|the|it|down|of)$/,
  ticket: /^(office|booth|collector|machine|counter|inspector)$/,
  watch: /^(out|over|for|tower|dog|is)$/,
  coin: /^(a|the)$/,
}

type Token = { text: string; low: string; start: number; end: number; opens: boolean }

/** The known things a text names, in the order it names them, each noun once.
 *  Out: `noun` from {@link knownProps}, `word` exactly as the text has it ("Flashlights"). Whole words, any case,
 *  plurals too; verbs and set phrases ("the bell rings", "she books a room", "the camera pans") are left out. */
export function propIn(text: string): { noun: PropNoun; word: string }[] {
  const tokens = tokensOf(text)
  const found = new Map<PropNoun, string>()
  for (let at = 0; at < tokens.length; at++) {
    const hit = hitAt(tokens, at)
    if (!hit) continue
    if (!found.has(hit.noun)) found.set(hit.noun, text.slice(tokens[at]?.start, tokens[at + hit.length - 1]?.end))
    at += hit.length - 1
  }
  return [...found].map(([noun, word]) => ({ noun, word }))
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(/[\p{L}]+(?:['’-][\p{L}]+)*/gu)) {
    const gap = text.slice(last, match.index)
    last = match.index + match[0].length
    const opens = tokens.length === 0 || /[.,;:!?()\n–—"“/]/.test(gap)
    tokens.push({ text: match[0], low: match[0].toLowerCase().replace('’', "'"), start: match.index, end: last, opens })
  }
  return tokens
}

function hitAt(tokens: Token[], at: number): { noun: PropNoun; length: number } | undefined {
  for (let length = 3; length >= 1; length--) {
    const part = tokens.slice(at, at + length)
    if (part.length < length || part.slice(1).some((token) => token.opens)) continue
    const phrase = part.map((token) => token.low).join(' ')
    const single = singularOf(phrase)
    if (single === undefined) continue
    if (length === 1 && !standsAsNoun({ tokens, at, single, plural: single !== phrase })) continue
    const noun = nounOf.get(single)
    if (noun) return { noun, length }
  }
  return undefined
}

function singularOf(phrase: string): string | undefined {
  const bare = phrase.replace(/'s$/, '')
  const tries = [
    bare,
    bare.replace(/s$/, ''),
    bare.replace(/es$/, ''),
    bare.replace(/ves$/, 'fe'),
    bare.replace(/ves$/, 'f'),
  ]
  return [...tries, bare.replace(/ies$/, 'y')].find((word) => nounOf.has(word))
}

type Place = { tokens: Token[]; at: number; single: string; plural: boolean }

function standsAsNoun({ tokens, at, single, plural }: Place): boolean {
  const next = wordAfter(tokens, at)
  if (notBefore[single]?.test(next)) return false
  if (!ambiguous.has(single)) return true
  const before = wordBefore(tokens, at)
  const takesObject = objects.has(next)
  if (before === '') return !takesObject
  if (pronouns.has(before) || (takesObject && !determiners.has(before))) return false
  if (canPrecedeNoun(before)) return true
  const determined = determiners.has(wordBefore(tokens, at - 1))
  return determined && !plural && !nounOf.has(before)
}

/** '' where a sentence or an enumeration ends. */
function wordAfter(tokens: Token[], at: number): string {
  const next = tokens[at + 1]
  return next && !next.opens ? next.low : ''
}

function wordBefore(tokens: Token[], at: number): string {
  return tokens[at]?.opens === false ? (tokens[at - 1]?.low ?? '') : ''
}

function canPrecedeNoun(word: string): boolean {
  return (
    determiners.has(word) || prepositions.has(word) || adjectives.has(word) || /('s|s'|en|ed|ing|ty|ny|ry)$/.test(word)
  )
}
