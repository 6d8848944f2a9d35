import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const text = (path: string) => readFileSync(resolve(path), 'utf8')
const filesOf = (folder: string, ending: RegExp) =>
  readdirSync(resolve(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesOf('docs', /\.md$/)]

/** Codes as they are written in an error: `code: 'NAME'`, also both ends of a choice; ENOENT and its like are the system's. */
const codesIn = (source: string) =>
  [...source.matchAll(/\bcode:[^,\n]*/g)].flatMap(([found]) =>
    [...found.matchAll(/['"](?!E[A-Z]+['"])([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)['"]/g)].map(([, code]) => code!),
  )

describe('the documents', () => {
  it('explain every error code somebody can meet', () => {
    const told = new Set([...text('docs/errors.md').matchAll(/`([A-Z][A-Z\d_]+)`/g)].map(([, code]) => code))
    const thrown = filesOf('src', /\.tsx?$/)
      .filter((file) => text(file).includes('StudioError'))
      .flatMap((file) => codesIn(text(file)))
    expect(thrown.length).toBeGreaterThan(50)
    expect([...new Set(thrown)].filter((code) => !told.has(code))).toEqual([])
  })

  it('name only npm scripts that are there', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }
    for (const page of pages) {
      const named = [...text(page).matchAll(/`(?:PORT=\d+ )?npm run ([a-z:]+)/g)].map(([, name]) => name!)
      expect(
        named.filter((name) => !(name in scripts) && !planned(page)),
        page,
      ).toEqual([])
    }
  })

  it('show every command that is there to people who are new', () => {
    const readme = text('README.md')
    for (const name of ['film', 'dev', 'doctor', 'check', 'test:fast']) expect(readme).toContain(`npm run ${name}`)
    for (const name of ['breakdown', 'screenplay', 'clean']) expect(readme).toContain(`npm run backlot -- ${name}`)
  })

  it('link only to files that are there', () => {
    for (const page of pages) {
      const links = [...text(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!)
      expect(
        links.filter((link) => !existsSync(resolve(dirname(page), link))),
        page,
      ).toEqual([])
    }
  })

  it('carry light pictures only', () => {
    const pictures = filesOf('docs/pictures', /\.(webp|jpe?g)$/).map((file) => statSync(file).size)
    expect(Math.max(...pictures)).toBeLessThanOrEqual(90_000)
    expect(pictures.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_600_000)
  })

  it('name no machine of ours', () => {
    for (const page of pages) expect(text(page), page).not.toMatch(/\/(work|home|root|Users)\/[a-z]/)
  })
})

/** The roadmap speaks of commands to come. */
const planned = (page: string) => page.endsWith('roadmap.md')
