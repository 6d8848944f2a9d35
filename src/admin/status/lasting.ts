/** "5 min 40 s", "40 s", "1 h 5 min" of whole seconds, in the short units of the language. */
export const lasting = (seconds: number, language: string): string => {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const parts = [
    ...(hours > 0 ? [unit(hours, 'hour')] : []),
    ...(minutes > 0 ? [unit(minutes, 'minute')] : []),
    ...(hours === 0 && (rest > 0 || minutes === 0) ? [unit(rest, 'second')] : []),
  ]
  return parts.join(' ')
}
