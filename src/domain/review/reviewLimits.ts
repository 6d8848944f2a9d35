/** What a review may hold. */
export const reviewLimits = {
  commentCharactersMax: 5000,
  noteCharactersMax: 2000,
  nameCharactersMax: 80,
  /** Of one share link, so that a link that got about cannot fill a project. */
  commentsPerLinkMax: 500,
  linkDays: { least: 1, most: 365, usual: 14 },
  /** Links of one project that are open. */
  linksMax: 100,
} as const
