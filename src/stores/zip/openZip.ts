import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { open, type Entry, type ZipFile } from 'yauzl'

/** A ZIP that is read: its entries by path. */
export type OpenZip = {
  entries: ReadonlyMap<string, { bytes: number }>
  read: (path: string) => Promise<Readable>
  close: () => void
}

const entriesMost = 500_000
const encrypted = 1

/**
 * Opens a ZIP in which nothing is compressed, encrypted, named twice or lies over something else, so that reading it never
 * gives more than the file holds. Throws an Error that says what is wrong with it.
 */
export const openStoredZip = async (file: string): Promise<OpenZip> => {
  const { size } = await stat(file)
  const zip = await opened(file)
  try {
    const entries = new Map<string, { bytes: number; entry: Entry }>()
    let bytes = 0
    for await (const entry of entriesOf(zip)) {
      const { fileName, compressedSize, uncompressedSize, compressionMethod, generalPurposeBitFlag } = entry
      if (compressionMethod !== 0 || compressedSize !== uncompressedSize) throw new Error(`“${fileName.slice(0, 120)}” is compressed, which no archive of Backlot is`) // prettier-ignore
      if ((generalPurposeBitFlag & encrypted) !== 0) throw new Error(`“${fileName.slice(0, 120)}” is encrypted`)
      if (entries.has(fileName)) throw new Error(`“${fileName.slice(0, 120)}” is there twice`)
      bytes += compressedSize
      if (bytes > size || entries.size >= entriesMost) throw new Error('it says it holds more than the file can hold')
      entries.set(fileName, { bytes: uncompressedSize, entry })
    }
    return { entries, read: (path) => read(zip, entries.get(path)?.entry), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(
      file,
      { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => {
        if (error) reject(error)
        else resolve(zip)
      },
    )
  })

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = await new Promise<Entry | null>((resolve, reject) => {
      const listeners = {
        entry: (entry: Entry) => settle(() => resolve(entry)),
        end: () => settle(() => resolve(null)),
        error: (error: Error) => settle(() => reject(error)),
      }
      const settle = (body: () => void) => {
        for (const [name, listener] of Object.entries(listeners)) zip.off(name, listener)
        body()
      }
      for (const [name, listener] of Object.entries(listeners)) zip.on(name, listener)
      zip.readEntry()
    })
    if (!next) return
    yield next
  }
}

const read = (zip: ZipFile, entry: Entry | undefined): Promise<Readable> =>
  new Promise((resolve, reject) => {
    if (!entry) reject(new Error('it is not there'))
    else
      zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error)
        else resolve(stream)
      })
  })
