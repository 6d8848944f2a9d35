import type { Json } from '@/domain/catalogue/wish'

/** Dollars as a provider writes them, in whole nanodollars, rounded up. Null when it is no amount. */
export const nanodollarsOf = (dollars: Json): number | null => {
  const text = typeof dollars === 'number' ? plain(dollars) : typeof dollars === 'string' ? dollars.trim() : ''
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === '') return null
  const more = /[1-9]/.test(part.slice(9)) ? 1 : 0
  const nanodollars = Number(`${whole}${part.slice(0, 9).padEnd(9, '0')}`) + more
  return Number.isSafeInteger(nanodollars) ? nanodollars : null
}

/** Never with an exponent; a number of JSON truly holds 15 digits, what follows is its rounding. */
const plain = (dollars: number): string => {
  if (!Number.isFinite(dollars) || dollars < 0 || dollars > 1e9) return ''
  return dollars.toFixed(15 - String(Math.trunc(dollars)).length)
}
