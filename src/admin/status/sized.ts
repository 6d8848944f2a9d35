/** A size as one reads it, of bytes: 812 kB, 4.2 MB, 1.3 GB. */
export const sized = (bytes: number, language: string): string => {
  const [value, unit] = inUnit(bytes)
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
}

const inUnit = (bytes: number): [number, string] => {
  if (bytes >= 1e9) return [bytes / 1e9, 'gigabyte']
  return bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e3, 'kilobyte']
}
