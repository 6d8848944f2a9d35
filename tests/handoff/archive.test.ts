import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectSlug } from '@/domain/project/projectSlug'
import { controlDb } from '@/stores/controlDb'
import { newOwner } from '@/stores/owner'
import { openStores } from '@/studio/openStores'
import { archives } from '@/studio/archives'
import type { Stores } from '@/pipeline/stores'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { openLampFilm, type LampFilm } from '../support/lampFilm'

let film: LampFilm
let other: TestStudio
let folder: string
let file: string
let target: Stores
let empty: TestStudio | undefined
beforeAll(async () => {
  film = await openLampFilm()
  folder = mkdtempSync(join(tmpdir(), 'backlot-archive-'))
  file = join(folder, 'lamp.zip')
  other = await openTestStudio({ media: join(folder, 'media') })
  target = openStores(controlDb(other.payload), { owner: newOwner(1), mediaDir: join(folder, 'media') })
}, 240_000)
afterAll(async () => {
  await film.close()
  await other.close()
  await empty?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything the project has in a studio, as text: databases share one mongod here, so the two of the slug are read before. */
const everything = async ({ control }: Stores): Promise<Record<string, unknown[]>> => {
  const names = ['projects', 'scenes', 'scene-states', 'screenplays', 'characters', 'locations', 'props', 'story-bible', 'style-guides', 'media', 'shots', 'films', 'results', 'made_from', 'generations', 'runs', 'run_plans', 'run_events', 'steps', '_scenes_versions'] // prettier-ignore
  const all: Record<string, unknown[]> = {}
  for (const name of names) all[name] = await control.db.collection(name).find().sort({ _id: 1 }).toArray()
  for (const database of [`gather_${film.slug}`, `qualified_${film.slug}`]) {
    const db = control.client.db(database)
    for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
      const found = await db.collection(name).find().sort({ _id: 1 }).toArray()
      if (found.length > 0) all[`${database}.${name}`] = found
    }
  }
  return all
}
const hashes = (of: string) =>
  readdirSync(of)
    .sort()
    .map((name) => [name, createHash('sha256').update(readFileSync(join(of, name))).digest('hex')]) // prettier-ignore

/** The archive with something changed in it by Python, which knows no rules of ours. */
const tampered = (name: string, change: string): string => {
  const to = join(folder, name)
  const program = `
import sys, json, zipfile, hashlib
source = zipfile.ZipFile(sys.argv[1])
entries = {n: source.read(n) for n in source.namelist()}
manifest = json.loads(entries['manifest.json'])
method = {}
def listed(path, data):
    entries[path] = data
    manifest['entries'] = [e for e in manifest['entries'] if e['path'] != path] + [{'path': path, 'bytes': len(data), 'sha256': hashlib.sha256(data).hexdigest()}]
${change}
entries['manifest.json'] = json.dumps(manifest).encode()
out = zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_STORED)
for n, d in entries.items():
    out.writestr(n, d, compress_type=method.get(n, zipfile.ZIP_STORED))
out.close()
`
  execFileSync('python3', ['-c', program, file, to])
  return to
}

describe('a project as one file', { timeout: 120_000 }, () => {
  it('comes back in an empty studio: the same documents in all three databases, the same files', async () => {
    const { archive } = archives(film.worker.stores, film.home)
    const manifest = await archive(projectSlug(film.slug), file)
    expect(manifest.entries.filter(({ path }) => path.startsWith('media/')).length).toBeGreaterThan(10)
    const before = await everything(film.worker.stores)
    await film.worker.stores.control.client.db(`gather_${film.slug}`).dropDatabase()
    await film.worker.stores.control.client.db(`qualified_${film.slug}`).dropDatabase()
    await archives(target, folder).restore(file)
    const after = await everything(target)
    for (const [name, documents] of Object.entries(before)) expect(after[name], name).toEqual(documents)
    const named = new Set(manifest.entries.map(({ path }) => path.split('/').at(-1) ?? ''))
    expect(hashes(join(folder, 'media'))).toEqual(
      hashes(join(film.home, 'media')).filter(([name]) => named.has(name ?? '')),
    )
    for (const { filename } of before['media'] as { filename: string }[])
      expect(existsSync(join(folder, 'media', filename))).toBe(true)
    const project = (await other.call(`GET /api/projects/${film.id}`)).body
    expect(project).toMatchObject({ slug: film.slug, status: 'completed' })
    expect((await other.call(`GET /api/projects/${film.id}/timeline`)).status).toBe(200)
    expect(
      (await other.call(`POST /api/projects/${film.id}/gather`, { body: { kind: 'note', text: 'late' } })).status,
    ).toBe(423)
  })

  it('is refused where the slug is taken, and says what to do', async () => {
    await expect(archives(target, folder).restore(file)).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
  })

  it.each([
    [
      'a file was changed',
      `name = [n for n in entries if n.startswith('media/')][0]; entries[name] = b'x' + entries[name][1:]`,
    ],
    ['a path leads out of it', `listed('../evil.sh', b'echo')`],
    ['it brings a collection nobody asked for', `listed('documents/users.ndjson', b'{}\\n')`],
    [
      'it brings a document of another project',
      `listed('documents/scenes.ndjson', b'{"_id":{"$oid":"' + b'a' * 24 + b'"},"project":{"$oid":"' + b'b' * 24 + b'"}}\\n')`,
    ],
    [
      'something in it is compressed',
      `listed('qualified/bomb.ndjson', b'0' * 50_000_000); method['qualified/bomb.ndjson'] = zipfile.ZIP_DEFLATED`,
    ],
    ['something is not on its list', `entries['gather/extra.ndjson'] = b'{}\\n'`],
    ['its slug is another one', `manifest['project']['slug'] = 'other-film'`],
  ])('is refused before anything is written when %s', async (what, change) => {
    empty ??= await openTestStudio({ media: join(folder, 'empty') })
    const stores = openStores(controlDb(empty.payload), { owner: newOwner(2), mediaDir: join(folder, 'empty') })
    const wrong = tampered(`${what.replace(/\W+/g, '-')}.zip`, change)
    await expect(archives(stores, folder).restore(wrong)).rejects.toMatchObject({ code: 'ARCHIVE_REFUSED' })
    expect(await stores.control.db.collection('scenes').countDocuments()).toBe(0)
    expect(existsSync(join(folder, 'empty')) && readdirSync(join(folder, 'empty')).length > 0).toBe(false)
  })

  it('is refused when it is cut off, or no archive at all', async () => {
    mkdirSync(folder, { recursive: true })
    const bytes = readFileSync(file)
    for (const [name, content] of [
      ['half.zip', bytes.subarray(0, bytes.length / 2)],
      ['none.zip', Buffer.from('hello')],
    ] as const) {
      writeFileSync(join(folder, name), content)
      await expect(archives(target, folder).restore(join(folder, name))).rejects.toMatchObject({
        code: 'ARCHIVE_REFUSED',
      })
    }
  })
})
