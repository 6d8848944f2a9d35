/** How large paid models make reference pictures, pixels: below a million, which is where most prices step up. */
export const paidReferenceSize = {
  view: { width: 672, height: 1008 },
  prop: { width: 672, height: 672 },
} as const
