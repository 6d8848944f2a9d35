import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

const keptBundles = 4
const dayMs = 86_400_000

/**
 * Turns the TypeScript of src into plain modules in node_modules/.cache/backlot/<content hash>/ and gives that folder:
 * `main.mjs`, and one `<name>.mjs` beside it for every worker (`src/**\/*Worker.ts`), packages left outside. What was
 * bundled from the same files (path, size, time) is used again. Throws esbuild's own errors.
 */
export const bundle = async (root) => {
  const cache = join(root, 'node_modules', '.cache', 'backlot')
  const entries = [join(root, 'src', 'cli', 'main.ts'), ...workersIn(join(root, 'src'))]
  const last = readLast(cache)
  if (last && last.entries === entries.join() && last.mark === markOf(root, last.inputs))
    return touched(join(cache, last.hash))
  const { build, stop } = await import('esbuild')
  endService = stop
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: draft,
      entryNames: '[name]',
      chunkNames: 'chunk-[hash]',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.json'),
      jsx: 'automatic',
      sourcemap: 'linked',
      metafile: true,
      logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs).sort()
    const hash = contentHash(draft)
    place(draft, join(cache, hash))
    writeLast(cache, { hash, entries: entries.join(), inputs, mark: markOf(root, inputs) })
    prune(cache, hash)
    return join(cache, hash)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

let endService = () => undefined
/** Ends esbuild's service, which would stay beside a program that stays. */
export const endBundling = async () => endService()

const workersIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('Worker.ts'))
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .sort()

/** Sizes and times of everything that went in; the settings of the bundle count as well. */
const markOf = (root, inputs) => {
  const hash = createHash('sha256')
  for (const path of [...inputs, 'tsconfig.json', 'package-lock.json', 'scripts/setup/bundle.mjs']) {
    const stat = statSync(resolve(root, path), { throwIfNoEntry: false })
    hash.update(`${path} ${stat?.size} ${stat?.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

const contentHash = (folder) => {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 20)
}

/** A bundle appears whole; when another program has placed the same one, that one stays. */
const place = (draft, target) => {
  try {
    if (!existsSync(target)) renameSync(draft, target)
  } catch (error) {
    if (!existsSync(join(target, 'main.mjs'))) throw error
  }
}

const readLast = (cache) => {
  try {
    const last = JSON.parse(readFileSync(join(cache, 'last.json'), 'utf8'))
    return existsSync(join(cache, last.hash, 'main.mjs')) ? last : undefined
  } catch {
    return undefined
  }
}

const writeLast = (cache, last) => {
  const draft = join(cache, `last.json.${process.pid}`)
  writeFileSync(draft, JSON.stringify(last))
  renameSync(draft, join(cache, 'last.json'))
}

/** Programs that run may still load parts of an older bundle, so only those unused for a day go, and never the newest. */
const prune = (cache, current) => {
  const old = readdirSync(cache)
    .filter((name) => name !== current && !name.startsWith('last.json'))
    .map((name) => ({ name, usedAt: statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.usedAt - a.usedAt)
  for (const { name, usedAt } of old.slice(keptBundles))
    if (Date.now() - usedAt > dayMs) rmSync(join(cache, name), { recursive: true, force: true })
}

const touched = (folder) => {
  utimesSync(folder, new Date(), new Date())
  return folder
}
