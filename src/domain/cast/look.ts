/** How a person is drawn by the previs department, and what every later picture must keep. */
export const hairStyles = ['short', 'bob', 'long', 'bun', 'curly', 'bald', 'ponytail'] as const
export const hats = ['none', 'cap', 'brimmed', 'beanie', 'hood'] as const
export const costumes = ['coat', 'dress', 'shirt', 'jacket', 'apron', 'sweater', 'uniform', 'robe'] as const
export const builds = ['slim', 'average', 'broad'] as const
export const ages = ['child', 'adult', 'elder'] as const
export const voiceGenders = ['woman', 'man', 'unknown'] as const

export type CharacterLook = {
  age: (typeof ages)[number]
  build: (typeof builds)[number]
  hair: (typeof hairStyles)[number]
  hat: (typeof hats)[number]
  beard: boolean
  glasses: boolean
  costume: (typeof costumes)[number]
  /** #rrggbb. The costume's one saturated colour is what tells people apart: no two of a cast share its hue. */
  costumeColor: string
  hairColor: string
  skinColor: string
  /** Which of these came from the text ("age: line 12"); everything else was chosen by the hash of the name. */
  evidence: string[]
}

export const turnaroundViews = [
  'front', 'back', 'left_side', 'right_side', 'three_quarter_left', 'three_quarter_right',
] as const // prettier-ignore
export type TurnaroundView = (typeof turnaroundViews)[number]
