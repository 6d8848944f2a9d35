const units: Record<string, string> = {
  S: 's',
  Ms: 'ms',
  Mm: 'mm',
  M: 'm',
  K: 'K',
  Deg: '°',
  Seconds: 's',
  Nanodollars: 'nano-$',
}
const spelled: Record<string, string> = { fps: 'FPS', 'int ext': 'Int./ext.', sha256: 'SHA-256' }

/** How a field is called on the page: "lensMm" → "Lens (mm)". */
export const labelOf = (name: string): string => {
  const [, body = name, unit] = /^(.+?)(Nanodollars|Seconds|Deg|Ms|Mm|S|M|K)?$/.exec(name) ?? []
  const words = body.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  const text = spelled[words] ?? words.charAt(0).toUpperCase() + words.slice(1)
  return unit ? `${text} (${units[unit] ?? unit})` : text
}
