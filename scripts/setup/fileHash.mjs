import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** The hash of a file, read in a stream: `sha256` as hex, `sha512` as base64 (the way npm writes integrity). */
export const fileHash = async (path, algorithm) => {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(path), hash)
  return hash.digest(algorithm === 'sha512' ? 'base64' : 'hex')
}
