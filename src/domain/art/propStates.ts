import type { PropNoun } from '@/domain/prop/propNouns'

/** A state a thing keeps until another of its kind takes its place. */
export type PropState = { kind: 'light' | 'cover' | 'filling' | 'whole' | 'water' | 'blood' | 'fold'; state: string }
type Rule = PropState & { says: RegExp; of?: ReadonlySet<string> }

const shining = new Set<PropNoun>(['lantern', 'lamp', 'candle', 'torch'])
const closing = new Set<PropNoun>([
  'box',
  'suitcase',
  'bag',
  'basket',
  'letter',
  'book',
  'umbrella',
  'bottle',
  'newspaper',
  'map',
  'knife',
])
const holding = new Set<PropNoun>(['cup', 'bottle', 'glass', 'bucket', 'basket', 'bag', 'box', 'suitcase'])
const paper = new Set<PropNoun>(['letter', 'map', 'newspaper', 'photo', 'book']) // prettier-ignore

const rules: readonly Rule[] = [
  { kind: 'light', state: 'unlit', of: shining, says: /\b(goes|go|blows?|puts?|pinches|snuffs?|switches|turns|gutters?)\b[^.]{0,24}\b(out|off)\b|\b(extinguish\w*|dies|unlit|goes dark)\b/i },
  { kind: 'light', state: 'lit', of: shining, says: /\b(lights|lighting|lit|burns|burning|glows?|glowing|flickers?|flickering|shines?|switches on|turns on|comes on)\b/i },
  { kind: 'whole', state: 'broken', says: /\b(breaks?|broken|shatter(?:s|ed)?|smash(?:es|ed)?|crack(?:s|ed)|snaps|snapped)\b(?! (?:the silence|into|in|out|off|away|free|down))/i },
  { kind: 'whole', state: 'torn', of: paper, says: /\b(tears|torn|rips|ripped)\b/i },
  { kind: 'whole', state: 'mended', says: /\b(mends|mended|repairs|repaired|fixes|fixed|glues)\b/i },
  { kind: 'whole', state: 'burnt', of: paper, says: /\b(burns|burnt|burned|into the fire|catches fire)\b/i },
  { kind: 'cover', state: 'open', of: closing, says: /\b(opens?|opened|opening|unlocks?|tears open|uncorks?)\b/i },
  { kind: 'cover', state: 'closed', of: closing, says: /\b(closes?|closed|closing|shuts?|seals?|sealed|locks|corks?)\b/i },
  { kind: 'filling', state: 'empty', of: holding, says: /\b(empty|empties|emptied|drains?|drained)\b/i },
  { kind: 'filling', state: 'full', of: holding, says: /\b(full|fills?|filled|pours?|brimming)\b/i },
  { kind: 'water', state: 'wet', says: /\b(wet|soaked|soaking|drenched|dripping)\b/i },
  { kind: 'blood', state: 'bloody', says: /\b(bloody|blood-stained|bloodstained|blood on)\b/i },
  { kind: 'fold', state: 'folded', of: paper, says: /\b(folds|folded)\b/i },
  { kind: 'fold', state: 'unfolded', of: paper, says: /\b(unfolds|unfolded|spreads out)\b/i },
] // prettier-ignore

type Named = { noun: string; word: string }

/**
 * What a sentence does to each thing it names: a state word belongs to the thing that stands nearest to it.
 * "Ida lights the lantern" → lantern: lit.
 */
export const stateChangesIn = (sentence: string, things: readonly Named[]): { noun: string; change: PropState }[] =>
  rules.flatMap(({ kind, state, says, of }) => {
    const able = things.filter(({ noun }) => !of || of.has(noun))
    const at = says.exec(sentence)?.index
    if (able.length === 0 || at === undefined) return []
    const distance = ({ word }: Named) => Math.abs(sentence.indexOf(word) - at)
    const nearest = able.reduce((best, one) => (distance(one) < distance(best) ? one : best))
    return distance(nearest) > 60 ? [] : [{ noun: nearest.noun, change: { kind, state } }]
  })
