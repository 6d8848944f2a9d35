import { StudioError } from '@/domain/errors/StudioError'

const depthMax = 32
const keysMax = 20_000

/**
 * Refuses what no request of ours holds, before any shape looks at it: names of database operators and of JavaScript's
 * own inside, values nested without end. Fails: BODY_REFUSED.
 */
export const refuseOddJson = (value: unknown): void => {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  let keys = 0
  for (let one = open.pop(); one; one = open.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue
    if (one.depth >= depthMax) throw refused(one.path, `is nested deeper than ${String(depthMax)}`)
    for (const [key, inner] of Object.entries(one.value)) {
      const path = Array.isArray(one.value) ? `${one.path}[${key}]` : one.path === '' ? key : `${one.path}.${key}`
      if (!Array.isArray(one.value) && !isPlainName(key)) throw refused(path, 'has a name that no field may have')
      if (++keys > keysMax) throw refused('the whole', `holds more than ${String(keysMax)} values`)
      open.push({ value: inner, path, depth: one.depth + 1 })
    }
  }
}

/** No operator, no path into something else, nothing that JavaScript keeps for itself. */
export const isPlainName = (key: string): boolean =>
  !key.startsWith('$') && !/[.\0]/.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key)

const refused = (path: string, why: string) =>
  new StudioError({
    code: 'BODY_REFUSED',
    what: 'The request cannot be understood.',
    why: `“${path.slice(0, 120)}” ${why}.`,
    fix: 'Name fields in letters and digits, without $ at the start and without dots, and nest them less.',
    field: path.slice(0, 120),
  })
