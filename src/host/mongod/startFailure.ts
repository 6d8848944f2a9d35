import { readFileSync } from 'node:fs'
import { StudioError } from '@/domain/errors/StudioError'
import type { MongodHome } from './mongodHome'

type Ending = { exitCode: number | null; at: MongodHome; mongodPath: string; port: number }

/** The story of a mongod that did not start, from its exit code and the last words in its logs. */
export const startFailure = (ending: Ending): StudioError => {
  const said = `${tailOf(ending.at.startLog)}\n${tailOf(ending.at.log)}`
  const [code, why, fix] = diagnose(said, ending)
  return new StudioError({ code, what: 'The database (mongod) could not be started.', why, fix, retry: 'afterFix' })
}

/** The story of a mongod that neither ended nor became ready. */
export const startTooSlow = (at: MongodHome, seconds: number): StudioError =>
  new StudioError({
    code: 'DATABASE_TOO_SLOW',
    what: 'The database (mongod) did not become ready.',
    why: `It was given ${String(seconds)} s; the machine is very busy, or its disk is very slow.`,
    fix: `Run the same command again; ${at.log} says what it was doing.`,
    retry: 'later',
  })

const diagnose = (said: string, { exitCode, at, mongodPath, port }: Ending): [string, string, string] => {
  const libraries = [...said.matchAll(/(lib[\w.+-]+\.so[.\d]*): cannot open shared object/g)].map(([, name]) => name)
  if (libraries.length > 0)
    return [
      'DATABASE_LIBRARIES_MISSING',
      `${mongodPath} needs ${[...new Set(libraries)].join(', ')}.`,
      'Debian, Ubuntu: apt-get install -y libcurl4 libssl3 liblzma5. Then run the same command again.',
    ]
  if (/No space left on device|ENOSPC|OutOfDiskSpace/i.test(said))
    return ['DISK_FULL', `The disk that holds ${at.data} is full.`, 'Make room on it and run the same command again.']
  const bad = badRows(said).join('\n') // a good start speaks of its featureCompatibilityVersion, too
  if (exitCode === 62 || /UPGRADE PROBLEM|unsupported WiredTiger file version|featureCompatibilityVersion/i.test(bad))
    return [
      'DATABASE_OTHER_VERSION',
      `${at.data} was written by another version of MongoDB than ${mongodPath}.`,
      'Set BACKLOT_MONGOD to a mongod of that version, or set BACKLOT_HOME to a new folder and start afresh.',
    ]
  if (exitCode === 48)
    return [
      'DATABASE_PORT_TAKEN',
      `Port ${String(port)} was taken by another program.`,
      'Run the same command again: another port is chosen.',
    ]
  if (/Permission denied|EACCES|Read-only file system/i.test(said))
    return [
      'DATABASE_NOT_WRITABLE',
      `${at.data} may not be written.`,
      'Give yourself the right to write there, or set BACKLOT_HOME to another folder.',
    ]
  return [
    'DATABASE_DOES_NOT_START',
    `It ended with exit code ${String(exitCode)}: ${lastWords(said)}`,
    `${at.log} says more. Run the same command again; if it fails again, set BACKLOT_MONGOD to another mongod.`,
  ]
}

/** mongod logs one JSON object a line; errors have severity E or F. What is no JSON is said by whoever started it. */
const badRows = (said: string): string[] => said.split('\n').filter((row) => row !== '' && !/"s":"[IWD]\d?"/.test(row))

const lastWords = (said: string): string => {
  const bad = badRows(said).at(-1) ?? said.split('\n').findLast((row) => row !== '') ?? 'it said nothing'
  const message = /"msg":"([^"]*)"/.exec(bad)?.[1]
  const detail = /"error":"([^"]*)"/.exec(bad)?.[1]
  return `${[message ?? bad, detail].filter(Boolean).join(': ').slice(0, 300)}.`
}

const tailOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').slice(-20_000)
  } catch {
    return ''
  }
}
