import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** A number from 0 up to 1 that is always the same for the same words. */
export const drawn = (...words: (string | number)[]): number =>
  createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32

/** Bytes that are always the same for the same words. */
export const hashBytes = (words: string): Buffer => createHash('sha256').update(words).digest()

export const hashHex = (words: string | Buffer): string => createHash('sha256').update(words).digest('hex')

/** Request ids are the provider's secret: never predictable. */
export const newId = (): string => randomUUID()

/** An id in the style `resp_…`. */
export const newName = (prefix: string, bytes = 16): string => `${prefix}${randomBytes(bytes).toString('hex')}`
