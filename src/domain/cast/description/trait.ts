import type { CharacterLook } from '../look'

/** What a statement is about. Of each a person has one at a time; of costumes one above the other. */
export type TraitName =
  | 'age' | 'build' | 'height' | 'hair' | 'hair colour' | 'beard' | 'glasses' | 'hat' | 'costume over' | 'costume under'
  | 'manner' | 'injury' // prettier-ignore

/** One thing the text says of a person's looks: in its own words, and as the previs department draws it. */
export type Trait = { about: TraitName; value: string; look: Partial<CharacterLook> }
