/** Who gave a film its title: the command, the title page, or nobody and it is called like its file. */
export type Titled = 'asked' | 'page' | 'file name'

/**
 * Whether a project that stands takes this title. Whoever says one in the command renames; a title page does when it
 * says another one than the last time, so that a name given in the studio stays. The slug never changes.
 */
export const renames = ({
  title,
  titled,
  pageBefore,
}: {
  title: string
  titled: Titled
  pageBefore: string
}): boolean => titled === 'asked' || (titled === 'page' && pageBefore !== title)
