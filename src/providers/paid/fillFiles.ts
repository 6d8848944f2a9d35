import type { Json, JsonObject } from '@/domain/catalogue/wish'

const mark = /^file:([0-9a-f]{64})$/

/** The body as it is sent: every mark of a file replaced by what `put` says of its hash. */
export const fillFiles = (body: JsonObject, put: (sha256: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [key, filled(value, put)]))

const filled = (value: Json, put: (sha256: string) => Json): Json => {
  if (typeof value === 'string') {
    const sha256 = mark.exec(value)?.[1]
    return sha256 === undefined ? value : put(sha256)
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, put))
  return typeof value === 'object' && value !== null ? fillFiles(value, put) : value
}

/** Hashes of all files that stand in the body. */
export const filesIn = (body: JsonObject): string[] => {
  const found = new Set<string>()
  fillFiles(body, (sha256) => {
    found.add(sha256)
    return null
  })
  return [...found]
}
