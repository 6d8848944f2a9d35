/**
 * One thing for the whole process, whichever bundle asks: Next may load the same file once for its pages and once for
 * its routes.
 */
export const inProcess = <T>(name: string, make: () => T): T => {
  const all = globalThis as unknown as Record<symbol, T | undefined>
  return (all[Symbol.for(`backlot.${name}`)] ??= make())
}
