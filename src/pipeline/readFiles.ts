import { mediaOf } from './mediaOf'
import type { Stores } from './stores'

/** The master picture of somebody counts where a person gave it; one that was drawn says no more than the look. */
export const withPortrait = async (
  stores: Stores,
  { masterReference, ...picked }: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const given = await mediaOf(stores, masterReference)
  return given?.own ? { ...picked, masterReference: given } : picked
}

/** A clip or a logo of a scene counts by its content; a scene that has none reads as if it had never been asked. */
export const withFiles = async (
  stores: Stores,
  { clip, logo, ...picked }: Record<string, unknown>,
): Promise<Record<string, unknown>> => ({
  ...picked,
  ...(clip ? { clip: await mediaOf(stores, clip) } : {}),
  ...(logo ? { logo: await mediaOf(stores, logo) } : {}),
})

/** A reference picture counts by its content, not by the id of its document. */
export const withReference = async (
  stores: Stores,
  picked: Record<string, unknown>,
): Promise<Record<string, unknown>> =>
  picked.reference ? { ...picked, reference: await mediaOf(stores, picked.reference) } : picked
