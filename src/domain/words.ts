/** A field that holds words, as text; '' where there are none. Documents from outside may hold anything. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
