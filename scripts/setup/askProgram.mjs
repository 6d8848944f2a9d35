import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runLimited } from './runLimited.mjs'

/**
 * Asks a program on this machine who it is. Gives `{ version, size, mtimeMs }`, or `{ why }` when it cannot be used:
 * not there, does not start, too old, or lacks what a film needs.
 */
export const askProgram = async (program, path) => {
  let stat
  try {
    stat = statSync(path)
  } catch {
    return { why: `${path} is not there` }
  }
  const told = await tellVersion(program, path)
  const version = program.version.exec(told.stdout)?.[1]
  if (!version) return { why: `${path} does not start: ${withCure(told)}` }
  if (program.oldest && Number.parseInt(version, 10) < program.oldest)
    return { why: `${path} is version ${version}; Backlot needs ${program.oldest}.0 or later` }
  const lacks = await missingAbility(program, path)
  if (lacks) return { why: `${path} (${version}) has no ${lacks}` }
  return { version, size: stat.size, mtimeMs: stat.mtimeMs }
}

/** A program that was written this moment may still count as open for writing in another child that is just starting. */
const tellVersion = async (program, path) => {
  for (let tries = 1; ; tries++) {
    const told = await runLimited(path, program.versionArgs, { limitMs: program.askLimitMs })
    if (tries === 20 || !/ETXTBSY|Text file busy/.test(told.problem)) return told
    await sleep(50)
  }
}

const missingAbility = async (program, path) => {
  if (!program.listArgs) return ''
  const { stdout } = await runLimited(path, program.listArgs, { limitMs: program.askLimitMs })
  const names = new Set(stdout.split(/\s+/))
  return program.mustList.filter((name) => !names.has(name)).join(', ')
}

const packages = {
  'libcurl.so.4': 'libcurl4',
  'libssl.so.3': 'libssl3',
  'libcrypto.so.3': 'libssl3',
  'liblzma.so.5': 'liblzma5',
}

/** What the loader complains about, with the line that mends it on Debian and Ubuntu. */
export const withCure = ({ stdout, stderr, problem }) => {
  const text = `${stderr}${stdout}`
  const libraries = [...text.matchAll(/(lib[\w.+-]+\.so(?:\.\d+)*)(?=: cannot open shared object)/g)].map(
    ([, name]) => name,
  )
  if (libraries.length === 0) return problem || 'it tells no version'
  // The loader names one library at a time; those that go with it are asked for in the same line.
  const wanted = new Set([
    'libcurl4',
    'libssl3',
    'liblzma5',
    ...libraries.map((name) => packages[name]).filter(Boolean),
  ])
  return `it needs ${libraries.join(', ')} (Debian, Ubuntu: apt-get install -y ${[...wanted].join(' ')})`
}
