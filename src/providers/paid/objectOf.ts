import type { Json, JsonObject } from '@/domain/catalogue/wish'

/** The value as an object; an empty one when it is none, so that reading on finds nothing. */
export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** Null unless it is text that holds something. */
export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** Null unless it is a number that can be counted with. */
export const numberOf = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** A name a provider gives to something, as one that can be kept and asked for: short, without spaces. Null for others. */
export const idOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && /^[\w.:@+=-]{1,200}$/.test(value) ? value : null
