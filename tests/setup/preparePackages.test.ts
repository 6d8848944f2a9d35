import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNode } from '../../scripts/setup/checkNode.mjs'
import { preparePackages } from '../../scripts/setup/preparePackages.mjs'

let root = ''
let said: string[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backlot-packages-'))
  said = []
  lock('1.0.0')
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** A checkout whose only package lies in its own folder, so that npm needs no network. */
const lock = (version: string) => {
  mkdirSync(join(root, 'prop'), { recursive: true })
  writeFileSync(join(root, 'prop', 'package.json'), JSON.stringify({ name: 'prop', version }))
  const top = { name: 'set', version: '1.0.0', dependencies: { prop: 'file:prop' } }
  writeFileSync(join(root, 'package.json'), JSON.stringify(top))
  const packages = { '': top, 'node_modules/prop': { resolved: 'prop', link: true }, prop: { version } }
  const whole = { name: 'set', version: '1.0.0', lockfileVersion: 3, requires: true, packages }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(whole))
}
const prepare = () => preparePackages({ root, say: (line: string) => said.push(line) })
const installs = () => said.filter((line) => line.includes('npm ci')).length

describe('the packages of a checkout', () => {
  it('are installed once, and again when the lockfile changes or the last install was cut off', async () => {
    await prepare()
    expect(statSync(join(root, 'node_modules', 'prop', 'package.json')).isFile()).toBe(true)
    await prepare()
    expect(installs()).toBe(1)
    lock('2.0.0')
    await prepare()
    expect(installs()).toBe(2)
    rmSync(join(root, 'node_modules', '.package-lock.json'))
    await prepare()
    expect(installs()).toBe(3)
  })

  it('are left alone when somebody’s own npm ci brought just them', async () => {
    await prepare()
    rmSync(join(root, 'node_modules', '.backlot-lock'))
    await prepare()
    expect(installs()).toBe(1)
  })

  it('tell why they could not be installed', async () => {
    writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'set', dependencies: { other: '1.0.0' } }))
    await expect(prepare()).rejects.toMatchObject({
      story: { code: 'PACKAGES_NOT_INSTALLED', why: expect.stringContaining('npm ci') as unknown },
    })
  })
})

describe('the Node that runs Backlot', () => {
  it('is 20.19 or later, or 22.12 or later, and not on Windows itself', () => {
    for (const good of ['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0']) checkNode(good, 'linux')
    for (const bad of ['18.20.0', '20.18.1', '21.7.0', '22.11.0'])
      expect(() => {
        checkNode(bad, 'linux')
      }).toThrow(/20\.19 or later/)
    expect(() => {
      checkNode('22.12.0', 'win32')
    }).toThrow(/WSL2/)
  })
})
