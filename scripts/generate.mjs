#!/usr/bin/env node
// Writes the files that come from the collections: Payload's types and the import map of the admin.
//   node scripts/generate.mjs           writes them
//   node scripts/generate.mjs --check   changes nothing; fails, naming them, when they would come out otherwise
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const typesFile = join(root, 'src/payload-types.ts')
const mapFile = join(root, 'src/app/(payload)/admin/importMap.js')
const onlyCheck = process.argv.includes('--check')

const payload = (command, env = {}) => {
  const bin = join(root, 'node_modules/payload/bin.js')
  const ran = spawnSync(process.execPath, [bin, command], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, NODE_OPTIONS: '--no-deprecation', ...env },
  })
  if (ran.status !== 0) throw new Error(`payload ${command} failed:\n${ran.stderr || ran.stdout}`)
}
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Payload's CLI was seen to end well and do nothing: an empty answer is asked for again. */
const freshTypes = () => {
  const folder = mkdtempSync(join(tmpdir(), 'backlot-types-'))
  const file = join(folder, 'payload-types.ts')
  try {
    for (let tries = 0; tries < 3 && textOf(file) === ''; tries++) {
      payload('generate:types', { PAYLOAD_TS_OUTPUT_PATH: file })
    }
    if (textOf(file) === '') throw new Error('payload generate:types wrote nothing')
    return textOf(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The map's imports are relative to where it lies, so it is made in its place and put back when only checked. */
const freshMap = () => {
  const before = textOf(mapFile)
  try {
    writeFileSync(mapFile, '')
    for (let tries = 0; tries < 3 && textOf(mapFile) === ''; tries++) payload('generate:importmap')
    const made = textOf(mapFile)
    if (made === '') throw new Error('payload generate:importmap wrote nothing')
    return made
  } finally {
    writeFileSync(mapFile, before)
  }
}

try {
  const fresh = [
    [typesFile, freshTypes()],
    [mapFile, freshMap()],
  ]
  const old = fresh.filter(([file, text]) => textOf(file) !== text)
  if (!onlyCheck) for (const [file, text] of old) writeFileSync(file, text)
  for (const [file] of old) console.error(`${onlyCheck ? 'out of date' : 'written'}: ${file.slice(root.length)}`)
  if (onlyCheck && old.length > 0) {
    console.error('Run node scripts/generate.mjs and commit what it writes.')
    process.exitCode = 1
  }
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
