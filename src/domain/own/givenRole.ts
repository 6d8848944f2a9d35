import type { OwnFolder } from './ownRole'

/** The roles a file can be given over HTTP, each with the folder that says the same. */
export const givenRoles = {
  character: 'cast',
  location: 'places',
  prop: 'props',
  product: 'product',
  logo: 'logo',
  style: 'style',
  music: 'music',
  voice: 'voices',
  clip: 'clips',
} as const satisfies Record<string, OwnFolder>
export type GivenRole = keyof typeof givenRoles

/** The role of a word; null when it is none. */
export const givenRole = (word: string): GivenRole | null =>
  (Object.keys(givenRoles) as GivenRole[]).find((role) => role === word.trim().toLowerCase()) ?? null
