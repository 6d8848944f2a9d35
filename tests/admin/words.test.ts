import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = 'src/admin/words'
const files = [join(folder, 'en.ts'), ...readdirSync(join(folder, 'rooms')).map((file) => join(folder, 'rooms', file))]

it('every word of the screens stands in one place: a second of the same name would silently take its place', () => {
  const seen = new Map<string, string>()
  for (const file of files) {
    const english = readFileSync(file, 'utf8').split('De: Record')[0] ?? ''
    for (const [, key = ''] of english.matchAll(/^ {2}(\w+):/gm)) {
      expect(seen.get(key), `${key} in ${file}`).toBeUndefined()
      seen.set(key, file)
    }
  }
  expect(seen.size).toBeGreaterThan(300)
})
