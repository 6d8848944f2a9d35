/** The address when it lies under one of ours, else null: our key goes nowhere else. */
export const underBase = (address: string | null, bases: readonly string[]): string | null => {
  if (address === null || !URL.canParse(address)) return null
  const { origin, pathname, username } = new URL(address)
  const isOurs = bases.some((base) => {
    const ours = new URL(base)
    const folder = ours.pathname.endsWith('/') ? ours.pathname : `${ours.pathname}/`
    return ours.origin === origin && (`${pathname}/`.startsWith(folder) || folder === '/')
  })
  return isOurs && username === '' ? address : null
}

/** A base without the slash at its end, so that `/path` can follow. */
export const baseOf = (address: string): string => address.replace(/\/+$/, '')
