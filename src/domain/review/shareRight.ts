/** What somebody with a share link may do: watch and read, or write as well. */
export const shareRights = ['view', 'comment'] as const
export type ShareRight = (typeof shareRights)[number]
