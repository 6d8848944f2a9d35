const slots = {
  over: 'coat raincoat overcoat jacket cloak cape oilskin oilskins parka anorak poncho cardigan blazer',
  body: 'dress gown shirt blouse sweater jumper pullover uniform robe bathrobe suit tuxedo trousers jeans skirt pyjamas pajamas nightgown swimsuit overalls t-shirt tunic armour armor',
  front: 'apron vest waistcoat scarf tie shawl',
  head: 'hat cap hood helmet veil beanie crown bonnet headscarf',
  feet: 'boots shoes slippers sandals sneakers heels',
  hands: 'gloves mittens',
} as const // prettier-ignore
export type GarmentSlot = keyof typeof slots

const slotOf = new Map<string, GarmentSlot>(
  (Object.keys(slots) as GarmentSlot[]).flatMap((slot) => slots[slot].split(' ').map((word): [string, GarmentSlot] => [word, slot])), // prettier-ignore
)
const nouns = [...slotOf.keys()].sort((a, b) => b.length - a.length).join('|')
const phrase = `(?:(?:an?|the|his|her|their|its)\\s+)?((?:(?!(?:and|with|of|in|on|to|the|from|at|over|for|he|she|but|into|under)\\b)[a-z'-]+,?\\s+){0,3}?(${nouns}))\\b`
const putsOn = new RegExp(`\\b(?:in|wears?|wearing|dressed in|puts on|pulls on|slips into|changes into|buttons up|buttons|wrapped in|throws on)\\s+${phrase}`, 'gi') // prettier-ignore
const takesOff = new RegExp(
  `\\b(?:takes off|pulls off|sheds|removes|throws off|drops|hangs up|slips out of|steps out of)\\s+${phrase}`,
  'gi',
)

export type Garment = { slot: GarmentSlot; words: string }
export type GarmentChange = Garment & { on: boolean }

/** What a sentence says is put on or worn, and what comes off. "in a yellow coat" → over: "yellow coat". */
export const garmentsIn = (sentence: string): GarmentChange[] => [
  ...garments(sentence, putsOn, true),
  ...garments(sentence, takesOff, false),
]

const garments = (sentence: string, pattern: RegExp, on: boolean): GarmentChange[] =>
  [...sentence.matchAll(pattern)].flatMap(([, words = '', noun = '']) => {
    const slot = slotOf.get(noun.toLowerCase())
    return slot ? [{ slot, words: words.toLowerCase(), on }] : []
  })

const conditions: readonly (readonly [string, RegExp])[] = [
  ['wet', /\b(wet|soaked|soaking|drenched|dripping)\b/i],
  ['bloody', /\b(bloody|bleeding|blood (?:on|runs|soaks|covers)|covered in blood)\b/i],
  ['torn', /\b(torn (?:sleeve|shirt|coat|dress|jacket|clothes)|in rags|ragged)\b/i],
  ['dirty', /\b(muddy|covered in (?:mud|dirt|dust|oil|soot)|filthy|sooty|mud on)\b/i],
  ['burnt', /\b(singed|scorched|burnt clothes)\b/i],
  ['bandaged', /\bbandage[sd]?\b/i],
] // prettier-ignore

/** States of body and costume that a sentence names. */
export const conditionsIn = (sentence: string): string[] =>
  conditions.filter(([, words]) => words.test(sentence)).map(([name]) => name)
