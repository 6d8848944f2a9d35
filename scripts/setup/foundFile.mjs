import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const shape = 1

/**
 * What the last set-up found, in BACKLOT_HOME/bin/found.json:
 * `{ shape, programs: { mongod: { path, from, version, size, mtimeMs }, … }, refused: [ { path, size, mtimeMs, why } ] }`.
 * A program kept in that folder has its bare name as `path`, so that a copy of the folder works elsewhere.
 */
export const readFound = (bin) => {
  try {
    const found = JSON.parse(readFileSync(join(bin, 'found.json'), 'utf8'))
    if (found.shape === shape) return found
  } catch {
    // nothing was found yet, or the file was made by another version: everything is looked for again
  }
  return { shape, programs: {}, refused: [] }
}

export const writeFound = (bin, { programs, refused }) => {
  mkdirSync(bin, { recursive: true })
  const draft = join(bin, `found.json.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify({ shape, programs, refused }, null, 2)}\n`)
  renameSync(draft, join(bin, 'found.json'))
}
