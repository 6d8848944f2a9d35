import type { Usage } from '../../money/priceRule'
import type { CatalogueModel } from '../model'
import type { Json, JsonObject } from '../wish'

/** What was changed of a wish, and what of it cannot be met ("seconds: 9 asked, 8 is the longest it makes"). */
export type Notes = { adjustments: string[]; faults: string[] }

/** What will come. Pixels and seconds; null where the model decides. */
export type Gives = {
  width: number | null
  height: number | null
  /** What was asked lies in the middle of what comes, in this shape; the rest is cut away. Null: all of it is wanted. */
  keep: { width: number; height: number } | null
  seconds: number | null
  /** How much of the end is cut off. */
  cutSeconds: number
}

export type Fit = { body: JsonObject; gives: Gives; usage: Usage }
export type Fitting = { model: CatalogueModel; notes: Notes }

export const givesNothingSeen: Gives = { width: null, height: null, keep: null, seconds: null, cutSeconds: 0 }

/** A field of the provider and what it gets; without a field, or with undefined, nothing is sent. */
export type Entry = readonly [field: string | null | undefined, value: Json | undefined]

/** The body of a request: what is always sent, then the entries. "a.b" leads into the object `a`. */
export const bodyOf = (constant: JsonObject, entries: readonly Entry[]): JsonObject => {
  const body: JsonObject = { ...constant }
  for (const [field, value] of entries) {
    if (!field || value === undefined) continue
    const [outer = field, inner] = field.split('.')
    body[outer] = inner === undefined ? value : { ...objectAt(body, outer), [inner]: value }
  }
  return body
}

const objectAt = (body: JsonObject, field: string): JsonObject => {
  const at = body[field]
  return typeof at === 'object' && at !== null && !Array.isArray(at) ? at : {}
}

/** A number for people: at most three digits after the point. */
export const shown = (number: number): string => String(Math.round(number * 1000) / 1000)
