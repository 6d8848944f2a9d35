import type { CharacterLook } from '../look'
import { agesIn } from './agesIn'
import type { Trait, TraitName } from './trait'
import { colours, cutOf, hairColours, layerOf } from './wardrobe'

type Rule = { about: TraitName; says: RegExp; look: Partial<CharacterLook> }
const bodyRules: readonly Rule[] = [
  { about: 'build', says: /\b(thin|slim|slender|gaunt|skinny|wiry|lean|bony|petite|lanky)\b(?=\s*(?:,|\.|\)|$|and\b|but\b|(?:\w+ )?(?:man|woman|boy|girl|lady|build|figure|frame|body|fisherman|teenager)\b))/i, look: { build: 'slim' } },
  { about: 'build', says: /\b(broad(?:-shouldered)?|stout|heavy-?set|heavy|burly|huge|fat|stocky|plump|portly|muscular|big)\b(?=\s*(?:,|\.|\)|$|and\b|but\b|(?:\w+ )?(?:man|woman|boy|girl|lady|build|figure|frame|shoulders|fisherman)\b))/i, look: { build: 'broad' } },
  { about: 'height', says: /\b(very tall|tall|towering|tiny)\b(?=\s*(?:,|\.|\)|$|and\b|but\b|(?:\w+ )?(?:man|woman|boy|girl|lady|figure)\b))/i, look: {} },
  { about: 'beard', says: /\b((?:\w+ )?beard(?:ed)?|stubble)\b/i, look: { beard: true } },
  { about: 'beard', says: /\b(clean-shaven|no beard)\b/i, look: { beard: false } },
  { about: 'glasses', says: /\b((?:\w+ )?(?:glasses|spectacles|sunglasses))\b/i, look: { glasses: true } },
  { about: 'hair', says: /\b(bald(?:ing|-headed)?|shaved head)\b/i, look: { hair: 'bald' } },
  { about: 'hair', says: /\b(long(?:,? \w+)? hair|long-haired)\b/i, look: { hair: 'long' } },
  { about: 'hair', says: /\b(short(?:,? \w+)? hair|short-haired|cropped hair|crew ?cut)\b/i, look: { hair: 'short' } },
  { about: 'hair', says: /\b(curls|curly|frizzy hair)\b/i, look: { hair: 'curly' } },
  { about: 'hair', says: /\b(ponytail|pigtails|braids?|plaits?)\b/i, look: { hair: 'ponytail' } },
  { about: 'hair', says: /\b(bob)\b(?! ?[A-Z])/, look: { hair: 'bob' } },
  { about: 'hair', says: /\b(hair (?:up )?in a (?:tight )?bun|a (?:tight )?bun)\b/i, look: { hair: 'bun' } },
  { about: 'hat', says: /\b((?:\w+ )?cap)\b/i, look: { hat: 'cap' } },
  { about: 'hat', says: /\b(beanie|wool(?:en|ly|len)? (?:hat|cap)|knitted (?:hat|cap))\b/i, look: { hat: 'beanie' } },
  { about: 'hat', says: /\b(hood(?:ed|ie)?)\b/i, look: { hat: 'hood' } },
  { about: 'hat', says: /\b(fedora|bowler|top hat|straw hat|cowboy hat|brimmed hat)\b/i, look: { hat: 'brimmed' } },
  { about: 'manner', says: /\b(nervous|anxious|shy|timid|stern|strict|gentle|kind|cheerful|grumpy|gruff|cold|calm|proud|arrogant|stubborn|quiet|clever|cunning|friendly|polite|rude|lonely|weary|brave|bitter|elegant|charming|serious|playful|restless|confident|careful|clumsy|sly|tough|warm-hearted|bookish|haughty|dignified|impatient|patient|earnest)\b(?=\s*(?:,|\.|\)|$|and\b|but\b|(?:\w+ )?(?:man|woman|boy|girl|lady|type|soul|eyes|fisherman|fellow)\b))/i, look: {} },
] // prettier-ignore

const garments = [...cutOf.keys()].map((word) => word.replace('-', '[ -]')).join('|')
const garment = new RegExp(`\\b((?:[\\w-]+ ){0,2}?)(${garments})\\b(?!-)`, 'gi')
const hairColour = new RegExp(`\\b(${Object.keys(hairColours).join('|')})[\\s-]+(?:\\w+\\s+)?(hair(?:ed)?|beard(?:ed)?|curls|ponytail|bun|braids?|bob)\\b`, 'i') // prettier-ignore
const hairIs = new RegExp(`\\bhair (?:is |now |has turned |has gone )*(${Object.keys(hairColours).join('|')})\\b`, 'i')

/** What a stretch that describes a person says of body, age and clothes. Nothing is concluded from anything. */
export const traitsIn = (text: string): Trait[] => [...agesIn(text), ...bodyIn(text), ...clothesIn(text)]

/** Body and manner alone. */
export const bodyIn = (text: string): Trait[] => {
  const found = new Map<TraitName, Trait>()
  for (const { about, says, look } of bodyRules) {
    const value = says.exec(text)?.[1]
    if (value !== undefined && !found.has(about))
      found.set(about, { about, value: value.trim().replace(/^(?:with|and|of|in|an?|the|his|her) /i, ''), look })
  }
  const hair = hairColour.exec(text) ?? hairIs.exec(text)
  const colour = hair?.[1]?.toLowerCase() ?? ''
  const hex = hairColours[colour]
  return hex ? [...found.values(), { about: 'hair colour', value: colour, look: { hairColor: hex } }] : [...found.values()] // prettier-ignore
}

/** Clothes with their colour: "yellow raincoat". */
export const clothesIn = (text: string): Trait[] =>
  Array.from(text.matchAll(garment)).flatMap(([, before = '', word = '']): Trait[] => {
    const costume = cutOf.get(word.toLowerCase().replace(' ', '-'))
    if (!costume) return []
    const words = before.toLowerCase().trim().split(/\s+/).filter((one) => /^[a-z-]+$/.test(one) && !small.has(one)) // prettier-ignore
    const hex = words.flatMap((one) => colours[one] ?? colours[one.split('-')[1] ?? ''] ?? [])[0]
    const value = [...words, word.toLowerCase()].join(' ')
    return [{ about: `costume ${layerOf(costume)}`, value, look: { costume, ...(hex ? { costumeColor: hex } : {}) } }]
  })
const small = new Set(
  'a an the his her their in with of and on wearing wears under over own same my your its'.split(' '),
)
