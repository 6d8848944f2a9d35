import type { ListedModel } from '@/domain/catalogue/compareListing'

/** What a provider lists of these models now, by their names there. Reads only. Fails: PROVIDER_LIST_NOT_READ. */
export type Listing = (names: readonly string[], signal: AbortSignal) => Promise<Map<string, ListedModel>>

/** A model that is not in the list any more. */
export const notListed: ListedModel = {
  isListed: false,
  isDeprecated: false,
  shutdownDate: null,
  input: null,
  price: null,
}
