const prototypes = new Set(['__proto__', 'prototype', 'constructor'])

/** Whether a name means something to the database or to JavaScript and nothing to a document. */
export const isOperator = (name: string): boolean => name.startsWith('$') || prototypes.has(name)

type Rule = { dots: boolean }

/**
 * The path of the first name in a JSON value that is an operator (`$ne`, `__proto__`), or holds a dot where `dots` are
 * refused; null when there is none. Stops at 64 levels: deeper bodies are refused before.
 */
export const operatorIn = (value: unknown, rule: Rule = { dots: false }): string | null => look(value, rule, [])

const look = (value: unknown, rule: Rule, path: string[]): string | null => {
  if (typeof value !== 'object' || value === null || path.length > levelsMax) return null
  for (const [name, inner] of Object.entries(value)) {
    const here = [...path, name.slice(0, 60)]
    if (isOperator(name) || (rule.dots && name.includes('.'))) return here.join('.')
    const found = look(inner, rule, here)
    if (found !== null) return found
  }
  return null
}

export const levelsMax = 64

/** Whether a JSON text is nested deeper than that; reads it once, without parsing it. */
export const isTooDeep = (json: string, max = levelsMax): boolean => {
  let depth = 0
  let inText = false
  for (let i = 0; i < json.length; i++) {
    const sign = json.charCodeAt(i)
    if (inText) {
      if (sign === backslash) i++
      else if (sign === quote) inText = false
    } else if (sign === quote) inText = true
    else if (opens.has(sign) && ++depth > max) return true
    else if (closes.has(sign)) depth--
  }
  return false
}

const [quote, backslash] = [0x22, 0x5c]
const opens = new Set([0x5b, 0x7b])
const closes = new Set([0x5d, 0x7d])
