import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bundle } from '../../scripts/setup/bundle.mjs'

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backlot-bundle-'))
  write('node_modules/slate/package.json', '{ "name": "slate", "type": "module", "exports": "./slate.js" }')
  write('node_modules/slate/slate.js', 'export const slate = "from its package"')
  write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }')
  write('src/domain/title.ts', 'export const title: string = "Ran"')
  write(
    'src/cli/main.ts',
    'import { slate } from "slate"\nexport const main = async () => [(await import("@/domain/title")).title, slate]',
  )
  write('src/providers/previs/paintWorker.ts', 'export const paints: number = 1')
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const load = async (folder: string) =>
  ((await import(pathToFileURL(join(folder, 'main.mjs')).href)) as { main: () => Promise<string[]> }).main()

describe('the program a command runs', () => {
  it('is bundled once from the same files, with its workers beside it and its packages outside', async () => {
    const folder = await bundle(root)
    expect(await load(folder)).toEqual(['Ran', 'from its package'])
    expect(readdirSync(folder)).toContain('paintWorker.mjs')
    const began = performance.now()
    expect(await bundle(root)).toBe(folder)
    expect(performance.now() - began).toBeLessThan(50)
  })

  it('is bundled anew when a file changes, and two at once get the same', async () => {
    const before = await bundle(root)
    write('src/domain/title.ts', 'export const title: string = "Kagemusha"')
    const [one, two] = await Promise.all([bundle(root), bundle(root)])
    expect(one).toBe(two)
    expect(one).not.toBe(before)
    expect(await load(one)).toEqual(['Kagemusha', 'from its package'])
    expect(
      readdirSync(join(root, 'node_modules', '.cache', 'backlot')).filter((name) => name.startsWith('draft')),
    ).toEqual([])
  })
})
