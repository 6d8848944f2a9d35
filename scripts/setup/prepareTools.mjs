import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { askProgram } from './askProgram.mjs'
import { fetchFailed } from './fetchFailed.mjs'
import { mediaToolWays } from './fetchMediaTools.mjs'
import { mongodWays } from './fetchMongod.mjs'
import { findProgram } from './findProgram.mjs'
import { readFound, writeFound } from './foundFile.mjs'
import { programs } from './programs.mjs'
import { withSetupLock } from './setupLock.mjs'

/** Each way brings every program of its kind that is asked of it. */
const allWays = { mongod: mongodWays, ffmpeg: mediaToolWays, ffprobe: mediaToolWays }

/**
 * Sees to it that mongod, ffmpeg and ffprobe are there, and notes in BACKLOT_HOME/bin/found.json where.
 * Gives `{ mongod?, ffmpeg, ffprobe }`, each `{ path, from, version }` with a full path; no mongod where MONGODB_URI is
 * set. `say` gets one line for each thing fetched. Throws a SetUpError that lists everything tried.
 */
export const prepareTools = async ({ home, say, env = process.env, ways = allWays }) => {
  const bin = join(home, 'bin')
  const wanted = Object.values(programs).filter(({ name }) => name !== 'mongod' || !env.MONGODB_URI)
  const here = await lookAround({ bin, wanted, env })
  if (here.missing.length === 0) return withPaths(bin, here.programs)
  const onWait = (pid) => say(`process ${pid} is setting up ${home}: waiting for it`)
  return withSetupLock(join(bin, 'setup.lock'), { onWait }, async () => {
    removeLeftovers(bin)
    const now = await lookAround({ bin, wanted, env })
    if (now.missing.length > 0) await fetchMissing(now, { bin, say, env, ways })
    const all = await lookAround({ bin, wanted, env })
    return withPaths(bin, all.programs)
  })
}

const lookAround = async ({ bin, wanted, env }) => {
  const before = readFound(bin)
  const looks = await Promise.all(
    wanted.map((program) =>
      findProgram(program, { bin, env, known: before.programs[program.name], refused: before.refused }),
    ),
  )
  const rows = wanted.flatMap(({ name }, i) => (looks[i].row ? [[name, looks[i].row]] : []))
  const found = {
    programs: { ...before.programs, ...Object.fromEntries(rows) },
    refused: looks.flatMap((l) => l.refused),
  }
  const missing = wanted.filter((_, i) => !looks[i].row).map(({ name }) => name)
  for (const name of missing) delete found.programs[name]
  const same = JSON.stringify([before.programs, before.refused]) === JSON.stringify([found.programs, found.refused])
  if (!same) writeFound(bin, found)
  return { ...found, missing }
}

/** Programs that come by the same ways come together; mongod and the media tools at the same time. */
const fetchMissing = async ({ missing, refused }, { bin, say, env, ways }) => {
  const groups = [...new Set(missing.map((name) => ways[name]))]
  const tries = await Promise.all(
    groups.map((group) => {
      const names = missing.filter((name) => ways[name] === group)
      return tryWays(group, { names, bin, say, env })
    }),
  )
  const left = tries.flatMap(({ left }) => left)
  const tried = [...refused.map(({ why }) => why), ...tries.flatMap(({ tried }) => tried)]
  if (left.length > 0) throw fetchFailed(left, tried)
}

const tryWays = async (group, { names, bin, say, env }) => {
  const tried = []
  for (const way of group) {
    try {
      await tryWay(way, { wanted: names, bin, say, env })
      return { left: [], tried: [] }
    } catch (error) {
      tried.push(`${way.name}: ${error.message}`)
    }
  }
  return { left: names, tried }
}

const tryWay = async (way, { wanted, bin, say, env }) => {
  const impossible = await way.impossible(env)
  if (impossible) throw new Error(impossible)
  const began = Date.now()
  say(`fetching ${wanted.join(' and ')} (${way.name}, about ${way.megabytes} MB) …`)
  const folder = mkdtempSync(join(bin, '.fetch-'))
  try {
    const paths = await way.fetch({ folder, wanted })
    for (const name of wanted) {
      chmodSync(paths[name], 0o755)
      const told = await askProgram(programs[name], paths[name])
      if (told.why) throw new Error(told.why)
      renameSync(paths[name], join(bin, name))
      say(`${name} ${told.version}: fetched in ${((Date.now() - began) / 1000).toFixed(1)} s, kept in ${bin}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a killed set-up left half done. */
const removeLeftovers = (bin) => {
  mkdirSync(bin, { recursive: true })
  for (const name of readdirSync(bin).filter((file) => file.startsWith('.fetch-') || /^found\.json\.\d+$/.test(file)))
    rmSync(join(bin, name), { recursive: true, force: true })
}

const withPaths = (bin, rows) =>
  Object.fromEntries(
    Object.entries(rows).map(([name, { path, from, version }]) => [
      name,
      { path: isAbsolute(path) ? path : join(bin, path), from, version },
    ]),
  )
