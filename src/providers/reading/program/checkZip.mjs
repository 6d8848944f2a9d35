import { fromBuffer } from 'yauzl'
import { refuse } from './refuse.mjs'

const entriesMax = 2000
const entryBytesMax = 30_000_000
const allBytesMax = 60_000_000

/** Refuses an archive that unpacks to more than it may, by what it says and by what really comes out; and document types in its XML. */
export const checkZip = async (bytes) => {
  const zip = await open(bytes)
  let all = 0
  let entries = 0
  await new Promise((done, fail) => {
    const stop = (error) => {
      zip.close()
      fail(error)
    }
    zip.on('error', () => stop(refuse('Its archive is broken.')))
    zip.on('end', done)
    zip.on('entry', (entry) => {
      all += entry.uncompressedSize
      if (++entries > entriesMax) return stop(refuse('It holds too many parts.'))
      if (entry.uncompressedSize > entryBytesMax || all > allBytesMax) return stop(tooLarge())
      unpack(zip, entry).then(() => zip.readEntry(), stop)
    })
    zip.readEntry()
  })
}

const open = (bytes) =>
  new Promise((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? fail(refuse('It is no Word document: a .docx is an archive.')) : done(zip),
    ),
  )

const unpack = (zip, entry) =>
  new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(refuse('Its archive is broken or locked.'))
      let real = 0
      let tail = ''
      const stop = (why) => {
        stream.destroy()
        fail(why)
      }
      stream.on('error', () => stop(refuse('Its archive is broken or not as large as it says.')))
      stream.on('end', done)
      stream.on('data', (part) => {
        real += part.length
        if (real > entryBytesMax) return stop(tooLarge())
        if (!/\.(?:xml|rels)$/i.test(entry.fileName)) return
        const text = tail + part.toString('latin1')
        if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) stop(refuse('It declares document types or entities.'))
        tail = text.slice(-10)
      })
    }),
  )

const tooLarge = () => refuse('It unpacks to more than a document holds.')
