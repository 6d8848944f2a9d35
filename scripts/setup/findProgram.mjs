import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { askProgram } from './askProgram.mjs'
import { SetUpError } from './setUpError.mjs'

/**
 * Looks for a program that is already on this machine: its setting, PATH, then the copy kept in BACKLOT_HOME/bin.
 * `known` is the row that found.json held (or nothing): what has not changed since is not asked again.
 * Gives `{ row, refused }`; `row` is missing when nothing usable is here, `refused` lists why what is here was passed over.
 */
export const findProgram = async (program, { bin, known, refused: refusedBefore = [], env = process.env }) => {
  const refused = []
  for (const { path, from } of candidates(program, { bin, env })) {
    const kept = from === 'kept'
    const mark = markOf(path)
    const before = refusedBefore.find((row) => row.path === path && isSame(row, mark, false))
    if (before && from === 'PATH') {
      refused.push(before)
      continue
    }
    if (known?.from === from && samePlace(known, path, kept) && isSame(known, mark, kept))
      return { row: known, refused }
    const told = await askProgram(program, path)
    if (!told.why) return { row: { path: kept ? program.name : path, from, ...told }, refused }
    if (from === program.setting) throw wrongSetting(program, told.why)
    refused.push({ path, ...mark, why: told.why })
  }
  return { refused }
}

const candidates = (program, { bin, env }) => {
  const set = env[program.setting]
  if (set)
    return [{ path: set.includes('/') ? resolve(set) : (onPath(set, env) ?? resolve(set)), from: program.setting }]
  const here = onPath(program.name, env)
  const kept = join(bin, program.name)
  return [...(here ? [{ path: here, from: 'PATH' }] : []), ...(markOf(kept) ? [{ path: kept, from: 'kept' }] : [])]
}

const onPath = (name, env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isProgram)

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const markOf = (path) => {
  try {
    const { size, mtimeMs } = statSync(path)
    return { size, mtimeMs }
  } catch {
    return undefined
  }
}

const samePlace = (known, path, kept) => known.path === (kept ? known.path : path)
/** A copy of BACKLOT_HOME/bin made for another home has other times: for what lies in it the size is enough. */
const isSame = (known, mark, kept) => mark?.size === known.size && (kept || mark.mtimeMs === known.mtimeMs)

const wrongSetting = (program, why) =>
  new SetUpError({
    code: 'PROGRAM_UNUSABLE',
    what: `${program.setting} names a ${program.name} that cannot be used.`,
    why: `${why}.`,
    fix: `Set ${program.setting} to a ${program.name} that works, or unset it: Backlot then finds or fetches one itself.`,
  })
