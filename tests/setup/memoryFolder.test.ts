import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryFolder } from '../../scripts/setup/memoryFolder.mjs'

let at = ''
const much = 2 ** 40
beforeEach(() => void (at = mkdtempSync(join(tmpdir(), 'memory-'))))
afterEach(() => rmSync(at, { recursive: true, force: true }))

describe('a folder in memory for what tests write', () => {
  it('is this program’s own, and takes away what a killed one left', () => {
    mkdirSync(join(at, 'backlot-tests-999999999'))
    writeFileSync(join(at, 'of-somebody-else'), '')
    expect(memoryFolder({ at, roomGb: 0, available: much })).toBe(join(at, `backlot-tests-${String(process.pid)}`))
    expect(readdirSync(at).sort()).toEqual([`backlot-tests-${String(process.pid)}`, 'of-somebody-else'])
  })

  it('is not made where there is no such place, too little room in it, or too little memory', () => {
    expect(memoryFolder({ at: join(at, 'nowhere'), roomGb: 0 })).toBeNull()
    expect(memoryFolder({ at, roomGb: 1e9, available: Infinity })).toBeNull()
    expect(memoryFolder({ at, roomGb: 1, available: 2 ** 30 })).toBeNull()
    expect(existsSync(join(at, `backlot-tests-${String(process.pid)}`))).toBe(false)
  })
})
