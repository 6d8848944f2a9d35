import { variantAt } from './variantsOf'

/**
 * How somebody looks at this place in the film: a variant holds once it has views of its own. Scenes read the look that
 * holds and not the list of all, so that a change of look touches only the scenes that show it.
 */
export const lookingAsIn = (
  { variants, variantViews, ...member }: Record<string, unknown>,
  sequence: number,
): Record<string, unknown> => {
  const variant = variantAt((variants ?? []) as NamedVariant[], sequence)
  const drawn = ((variantViews ?? []) as VariantViews[]).find((one) => one.variant === variant?.name)
  return variant && (drawn?.views ?? []).length > 0 ? { ...member, look: variant.look, views: drawn?.views } : member
}

type NamedVariant = { name: string; fromSequence?: number | null; toSequence?: number | null; look: unknown }
type VariantViews = { variant: string; views?: unknown[] | null }
