/** The fields of a document a step declares; what is not there is null. */
export const pick = (document: Record<string, unknown> | null, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, withoutIds(document?.[field] ?? null)]))

/** Payload gives every array row an id; a row's content is what counts. */
const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (!isPlain(value)) return (value as { toString: () => string }).toString() // an ObjectId
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, inner]) => [key, withoutIds(inner)]),
  )
}
const isPlain = (value: object): boolean =>
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

/** The declared field `edited` lists which of the other declared ones a person wrote last. */
export const withEdited = (
  picked: Record<string, unknown>,
  document: { authors?: { field: string; author: string }[] | null } | null,
): Record<string, unknown> => {
  if (!('edited' in picked)) return picked
  const theirs = (document?.authors ?? []).filter(({ author }) => !/^(?:agent:|import$)/.test(author))
  return {
    ...picked,
    edited: Object.keys(picked)
      .filter((name) => theirs.some(({ field }) => field === name))
      .sort(),
  }
}
