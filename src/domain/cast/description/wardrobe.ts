import type { CharacterLook } from '../look'

/** Garments by what the previs department draws for them. */
const cuts: Record<CharacterLook['costume'], string> = {
  coat: 'coat raincoat overcoat trenchcoat oilskin parka cloak cape duster anorak mackintosh',
  dress: 'dress gown skirt sundress',
  shirt: 'shirt t-shirt tee blouse vest undershirt polo',
  jacket: 'jacket blazer suit tuxedo waistcoat leathers windbreaker bomber',
  apron: 'apron overalls dungarees smock',
  sweater: 'sweater jumper pullover cardigan hoodie sweatshirt turtleneck',
  uniform: 'uniform fatigues scrubs armor armour jumpsuit tunic',
  robe: 'robe bathrobe kimono habit nightgown pyjamas pajamas dressing-gown cassock',
}
export const cutOf: ReadonlyMap<string, CharacterLook['costume']> = new Map(
  (Object.keys(cuts) as CharacterLook['costume'][]).flatMap((cut) => cuts[cut].split(' ').map((word) => [word, cut])),
)

/** What is worn over something else does not contradict it. */
export const layerOf = (cut: CharacterLook['costume']): 'over' | 'under' => (cut === 'coat' || cut === 'jacket' || cut === 'apron' ? 'over' : 'under') // prettier-ignore

export const colours: Readonly<Record<string, string>> = {
  red: '#b8372f', scarlet: '#b8372f', crimson: '#a02c3a', blue: '#2f62b8', navy: '#26386b', green: '#2f8a4f', olive: '#6b6f3a', yellow: '#d6a92b',
  golden: '#d6a92b', orange: '#d9762b', purple: '#7a3fa0', violet: '#7a3fa0', white: '#e8e2d4', cream: '#e8dcc0', black: '#2b2b33', brown: '#7a4f2f',
  beige: '#c9b48f', tan: '#b8935f', grey: '#7d8288', gray: '#7d8288', pink: '#d77f9f', turquoise: '#2fa3a0', silver: '#b9b6b0',
} // prettier-ignore

export const hairColours: Readonly<Record<string, string>> = {
  black: '#231a1d', dark: '#2e1f1a', brown: '#6b4528', auburn: '#7a3a22', red: '#8a4a24', ginger: '#a8572a', blond: '#d8bd84', blonde: '#d8bd84',
  fair: '#d8bd84', grey: '#8f8d8b', gray: '#8f8d8b', silver: '#b9b6b0', white: '#eceae4',
} // prettier-ignore
