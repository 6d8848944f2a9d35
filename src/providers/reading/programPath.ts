import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = ['src', 'providers', 'reading', 'program']

const upFrom = (from: string, name: string): string | null => {
  const path = join(from, ...folder, name)
  if (existsSync(path)) return path
  const above = dirname(from)
  return above === from ? null : upFrom(above, name)
}

/** Where a program of this folder lies in the checkout: a bundle lies elsewhere, so it is looked for upwards. */
export const programPath = (name: string): string =>
  upFrom(dirname(fileURLToPath(import.meta.url)), name) ?? upFrom(process.cwd(), name) ?? join(...folder, name)
