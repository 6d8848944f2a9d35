import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newName } from '../world/random'

/** A file at a public address of ours. */
export type CdnFile = {
  name: string
  path: string
  type: string
  bytes: number
  /** When it is gone; null: never. */
  until: Date | null
}

/** A file with its ending and a name nobody can guess, or with the name that was promised for it. */
export type FileToPut = { bytes: Buffer; type: string; until?: Date | null } & ({ ending: string } | { name: string })

export type Cdn = {
  put: (file: FileToPut) => Promise<CdnFile & { url: string }>
  addressOf: (name: string) => string
  /** What stands at a name; undefined when there is nothing or no longer. */
  find: (name: string) => CdnFile | undefined
  read: (file: CdnFile) => Promise<Buffer>
  /** The file an address of ours names, when it is one of ours. */
  ours: (url: URL) => CdnFile | 'gone' | undefined
  remove: (url: string) => void
}

/** The providers' CDN: files under `/cdn/files/`, aged by the world's clock. */
export const openCdn = (place: { folder: string; now: () => Date; origin: () => string }): Cdn => {
  const files = new Map<string, CdnFile>()
  const find = (name: string) => {
    const file = files.get(name)
    return file && (file.until === null || file.until > place.now()) ? file : undefined
  }
  const addressOf = (name: string) => `${place.origin()}/cdn/files/${name}`
  const nameIn = (url: URL) => /^\/cdn\/files\/([\w.-]+)$/.exec(url.pathname)?.[1]
  return {
    put: async ({ bytes, type, until = null, ...called }) => {
      const name = 'name' in called ? called.name : `${newName('', 12)}.${called.ending}`
      const path = join(place.folder, name)
      await writeFile(path, bytes)
      const file = { name, path, type, bytes: bytes.length, until }
      files.set(name, file)
      return { ...file, url: addressOf(name) }
    },
    addressOf,
    find,
    read: (file) => readFile(file.path),
    ours: (url) => {
      if (!isHere(url, place.origin())) return undefined
      const name = nameIn(url)
      return name === undefined ? undefined : (find(name) ?? 'gone')
    },
    remove: (url) => {
      const name = URL.canParse(url) ? nameIn(new URL(url)) : undefined
      if (name !== undefined) files.delete(name)
    },
  }
}

/** Loopback names are one place: who gives 127.0.0.1 may be answered at localhost. */
const isHere = (url: URL, origin: string): boolean => {
  const here = new URL(origin)
  return url.port === here.port && (url.hostname === here.hostname || ['localhost', '127.0.0.1'].includes(url.hostname))
}
