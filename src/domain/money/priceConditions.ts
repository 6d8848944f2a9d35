import type { PriceRule } from './priceRule'

type When = PriceRule['when']

/** "resolution=4k, audio=no, seconds=6": conditions as people write them. Null when they cannot be read. */
export const conditionsIn = (words: string): When | null => {
  let when: When = {}
  for (const part of words.split(',').map((one) => one.trim())) {
    const condition = part === '' ? {} : conditionIn(part)
    if (condition === null) return null
    when = { ...when, ...condition }
  }
  return when
}

const conditionIn = (part: string): When | null => {
  const [name = '', value = '', more] = part.split('=').map((word) => word.trim())
  if (value === '' || more !== undefined) return null
  if (name === 'resolution') return { resolution: value }
  if (name === 'audio') return yesOrNo(value)
  return countIn(name, Number(value))
}

const yesOrNo = (value: string): When | null => (value === 'yes' || value === 'no' ? { audio: value === 'yes' } : null)

const countIn = (name: string, value: number): When | null => {
  if (!Number.isFinite(value) || value < 0) return null
  if (name === 'seconds') return { seconds: value }
  return name === 'tokensInAbove' && Number.isInteger(value) ? { tokensInAbove: value } : null
}

export const conditionsAsWords = (when: When): string =>
  Object.entries(when)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`)
    .join(', ')
