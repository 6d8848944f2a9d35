const depthMax = 32
const keysMax = 20_000

/**
 * What no request and no file of ours holds, found before any shape looks at it: names of database operators and of
 * JavaScript's own inside, values nested without end. Null when all is well.
 */
export const oddJson = (value: unknown): { path: string; why: string } | null => {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  let keys = 0
  for (let one = open.pop(); one; one = open.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue
    if (one.depth >= depthMax) return { path: one.path, why: `is nested deeper than ${String(depthMax)}` }
    for (const [key, inner] of Object.entries(one.value)) {
      const path = Array.isArray(one.value) ? `${one.path}[${key}]` : one.path === '' ? key : `${one.path}.${key}`
      if (!Array.isArray(one.value) && !isPlainName(key)) return { path, why: 'has a name that no field may have' }
      if (++keys > keysMax) return { path: 'the whole', why: `holds more than ${String(keysMax)} values` }
      open.push({ value: inner, path, depth: one.depth + 1 })
    }
  }
  return null
}

/** No operator, no path into something else, nothing that JavaScript keeps for itself. */
const isPlainName = (key: string): boolean =>
  !key.startsWith('$') && !/[.\0]/.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key)
