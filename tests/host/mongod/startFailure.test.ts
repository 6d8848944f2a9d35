import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { mongodHome } from '@/host/mongod/mongodHome'
import { startFailure } from '@/host/mongod/startFailure'

const home = mkdtempSync(join(tmpdir(), 'backlot-start-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const at = mongodHome(home)
const row = (severity: string, msg: string) => JSON.stringify({ t: { $date: '2026-11-22T06:08:37Z' }, s: severity, c: 'REPL', msg }) // prettier-ignore
const storyOf = (rows: string[], exitCode: number | null) => {
  writeFileSync(at.log, `${rows.join('\n')}\n`)
  return startFailure({ exitCode, at, mongodPath: '/opt/mongod', port: 1234 }).code
}
const usual = row('I', 'Setting featureCompatibilityVersion')

it('a database that was killed while it started is not thought to be of another version', () => {
  expect(storyOf([usual, row('W', 'it was not shut down cleanly')], null)).toBe('DATABASE_DOES_NOT_START')
  expect(storyOf([usual, row('F', 'UPGRADE PROBLEM: featureCompatibilityVersion 4.4')], 14)).toBe('DATABASE_OTHER_VERSION') // prettier-ignore
  expect(storyOf([usual], 62)).toBe('DATABASE_OTHER_VERSION')
})
